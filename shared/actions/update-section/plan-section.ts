import { type Change, rowsOf, withRows } from '#shared/domain/change.ts'
import type { NewAddress } from '#shared/domain/memberships.ts'
import type { Conflict } from '#shared/domain/merge.ts'
import { type Merge, mergeRecords } from '#shared/domain/merge.ts'
import { settleOwn } from '#shared/domain/own-writes.ts'
import { type TooMuch, tooMuchIn } from '#shared/domain/record-limits.ts'
import { controlName, isBlank, type RowProblem, type TypedRow } from '#shared/domain/typed-section.ts'
import { askedNames, readField, writeField } from '#shared/record/field.ts'
import type { GroupRecord, SectionName } from '#shared/record/record.ts'
import type { AnyRow } from '#shared/record/row.ts'
import type { Section } from '#shared/record/section.ts'
import type { Acting } from '../acting.ts'
import type { GroupToWrite } from '../group-state.ts'
import { leavesNobody } from '../write-record/record-statements.ts'
import { foreignRows, readRows } from './read-rows.ts'
import { suggestedTowns } from './suggested-towns.ts'

/** A section as somebody typed it, and what they said of what they were asked. */
export type SectionAnswer = {
  section: SectionName
  rows: readonly TypedRow[]
  /** A row was posted that cannot be read: what was typed in it is not among them. */
  hasStrangeRow?: boolean
  /** Nobody would be left to write to, and that is meant. */
  isNobodyMeant: boolean
  /** A town that we do not know, of which they were asked whether they mean it. */
  townMeant: string | null
  /** Controls of which a choice between two people's values was asked and not made. */
  open: readonly string[]
}

/** What typed rows come to: rows that are not the group's; something to mend, to answer or to choose; or what can be written. */
export type SectionPlan =
  | { result: 'foreign'; rows: readonly TypedRow[] }
  | { result: 'wrong'; problems: readonly RowProblem[] }
  | { result: 'asks_nobody' }
  | { result: 'asks_town'; towns: readonly string[] }
  | { result: 'conflict'; merge: Merge }
  | { result: 'ready'; merge: Merge; addresses: readonly NewAddress[] }

/** Works out what typed rows change in a group's record as it is now. Writes nothing. `mint` makes the uid of somebody new. */
export async function planSection(
  acting: Acting,
  state: GroupToWrite,
  answer: SectionAnswer,
  mint: () => string,
): Promise<SectionPlan> {
  const { sections } = acting.movement
  const foreign = foreignRows(acting.movement, state, answer)
  if (foreign.length > 0 || answer.hasStrangeRow) return { result: 'foreign', rows: foreign }
  const typed = readRows(acting, state, answer, mint)
  if (typed.problems.length > 0) return { result: 'wrong', problems: typed.problems }
  if (needsNobody(state, answer, typed.rows)) return { result: 'asks_nobody' }
  const towns = await askedTowns(acting, state, answer)
  if (towns.length > 0) return { result: 'asks_town', towns }
  const section = sections.named(answer.section)
  const { list } = section
  const { shown, record, since } = state.group
  const merge = settleOwn(mergeRecords(shown, withRows(shown, list, typed.rows), record), since, record)
  const conflicts = [...merge.conflicts, ...openConflicts(acting, state, answer)]
  const tooMuch = conflicts.length === 0 && tooMuchIn(merge.changes, section, state.group)
  if (tooMuch) return { result: 'wrong', problems: [problemOf(tooMuch, state, answer, section)] }
  if (conflicts.length > 0) return { result: 'conflict', merge: { ...merge, conflicts } }
  return { result: 'ready', merge, addresses: typed.addresses ?? [] }
}

/** Says what is too much at the first new row that is, or at the first row. */
function problemOf(
  { problem, allowed }: TooMuch,
  { group }: GroupToWrite,
  { rows }: SectionAnswer,
  { list, fields }: Section,
): RowProblem {
  const known = new Set(rowsOf(group.shown, list).map(({ uid }) => uid))
  const added = rows.filter((row) => !known.has(row.uid) && !row.removed && !isBlank(row))
  const uid = (added[allowed] ?? added[0] ?? rows[0])?.uid ?? ''
  return { uid, field: askedNames(fields)[0] ?? '', problem }
}

/** The choices between two people's values that were asked and not made, to be asked again. */
export function openConflicts(
  { movement }: Acting,
  { group }: { group: Pick<GroupToWrite['group'], 'record'> },
  { section, rows, open }: Pick<SectionAnswer, 'section' | 'rows' | 'open'>,
): Conflict[] {
  return openConflictsIn(movement.sections.named(section), group.record, { rows, open })
}

/** The same of a section as it is asked. */
export function openConflictsIn(
  { list, fields }: Section,
  record: GroupRecord,
  { rows, open }: Pick<SectionAnswer, 'rows' | 'open'>,
): Conflict[] {
  return rows.flatMap((row) =>
    askedNames(fields).flatMap((name) => {
      const field = fields[name]
      if (!field || !open.includes(controlName(row.uid, name))) return []
      const theirs = rowsOf(record, list).find(({ uid }) => uid === row.uid)?.[name] ?? null
      const mine = readField(field, row.texts[name] ?? '').value ?? null
      if (writeField(field, mine) === writeField(field, theirs)) return []
      return [{ list, row: row.uid, field: name, base: theirs, mine, theirs }]
    }),
  )
}

/** Everybody would be gone, and nobody said that this is meant. */
function needsNobody(state: GroupToWrite, { section, isNobodyMeant }: SectionAnswer, rows: readonly AnyRow[]): boolean {
  if (section !== 'referents' || isNobodyMeant) return false
  return leavesNobody(state, withRows(state.group.record, 'referents', rows))
}

/** Asked once: what somebody says they mean is right. */
async function askedTowns(acting: Acting, state: GroupToWrite, { section, rows, townMeant }: SectionAnswer) {
  const [row] = rows
  if (section !== 'identity' || townMeant === row?.texts.town) return []
  return suggestedTowns(acting, state, row)
}

/** What a group says by having its record changed so. */
export function answerKind(changes: readonly Change[]): 'updated' | 'confirmed' | 'paused' {
  const sleeps = changes.some(
    (change) => change.list === 'group' && 'field' in change && change.field === 'state' && change.after === 'asleep',
  )
  if (sleeps) return 'paused'
  return changes.length > 0 ? 'updated' : 'confirmed'
}
