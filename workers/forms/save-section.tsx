import { isAddressTaken, isNameTaken } from '#shared/db/record-changes.ts'
import { isOvertaken } from '#shared/db/revisions.ts'
import { type AnyRow, type Change, withRows } from '#shared/domain/change.ts'
import { rowNames } from '#shared/domain/change-words.ts'
import { type Conflict, type Merge, mergeRecords } from '#shared/domain/merge.ts'
import { settleOwn } from '#shared/domain/own-writes.ts'
import { Problem } from '#shared/domain/problem.ts'
import { blankRow, type RowProblem, type TypedRow } from '#shared/domain/typed-section.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { readField } from '#shared/record/field.ts'
import type { SectionName } from '#shared/record/record.ts'
import { emailField } from '#shared/record/referent.ts'
import { answerStatements } from './answer.ts'
import { choose } from './chosen-language.ts'
import { mintUid, shownRows, showSection } from './edit-section.tsx'
import type { FormsContext } from './env.ts'
import { HandNeeded } from './hand-needed.ts'
import { meantTowns } from './meant-towns.ts'
import { pageOfRows, rowWindow } from './older-rows.tsx'
import { askedAgain } from './open-choices.ts'
import { type Posted, readPosted, readSection } from './read-section.ts'
import { type GroupVisit, openGroup } from './visit.ts'
import { writePress } from './write-press.ts'
import { leavesNobody, recordStatements } from './write-record.ts'

/** How often a save starts again because somebody else's landed first, or somebody whom it names has just come by another group. */
const attempts = 6

/** Takes a section's form: saves it, or brings it back with what was typed and what to do next. */
export async function saveSection(context: FormsContext): Promise<Response> {
  const posted = await readPosted(context)
  for (let attempt = 1; ; attempt++) {
    try {
      return await trySave(context, posted)
    } catch (error) {
      if (!isOvertaken(error) && !isAddressTaken(error)) throw error
      if (attempt === attempts) throw new Problem('busy')
    }
  }
}

async function trySave(context: FormsContext, posted: Posted): Promise<Response> {
  const { section, rows, since } = posted
  const questions = {
    ...(section === 'referents' ? { addresses: addressesIn(rows) } : {}),
    ...(section === 'identity'
      ? { places: { country: context.var.movement.country, town: rows[0]?.texts.town ?? '' } }
      : {}),
  }
  const visit = await openGroup(context, { since, ...questions, isReturning: posted.press !== 'stale' })
  const conflicts = askedAgain(visit, posted)
  const state = { section, rows, since, conflicts }
  if (posted.to) {
    await choose(context, visit, posted.to, posted.press)
    return showSection(context, { ...visit, language: posted.to }, { ...state, isMoved: true })
  }
  if (posted.wantsRow) {
    const added = mintUid()
    return showSection(context, visit, { ...state, rows: [...rows, blankRow(added)], added })
  }
  if (posted.press === 'stale') return showAgain(context, visit, posted, conflicts)
  const typed = readSection(visit, posted, context.var.now)
  if (typed.problems.length > 0) return showSection(context, visit, { ...state, problems: typed.problems, status: 422 })
  if (needsNobody(visit, posted, typed.rows))
    return showSection(context, visit, { ...state, asksNobody: true, status: 422 })
  const towns = await askedTowns(context, visit, posted)
  if (towns.length > 0) return showSection(context, visit, { ...state, towns, status: 422 })
  const { list } = visit.movement.sections.named(section)
  const { shown, record, since: written } = visit.group
  const merge = settleOwn(mergeRecords(shown, withRows(shown, list, typed.rows), record), written, record)
  if (conflicts.length + merge.conflicts.length > 0)
    return showConflicts(context, visit, posted, { ...merge, conflicts: [...merge.conflicts, ...conflicts] })
  if (posted.press === 'unsure')
    throw new HandNeeded({ changes: merge.changes, names: rowNames(merge.record, visit.campaigns) })
  // What somebody took the time to type is theirs, however quick; a form sent back as it came may be a robot's
  if (posted.press === 'hasty' && merge.changes.length === 0) return showAgain(context, visit, posted)
  return write(context, visit, posted, merge)
}

/** The page as it was typed, to be sent once more. */
function showAgain(
  context: FormsContext,
  visit: GroupVisit,
  { section, rows, since, press }: Posted,
  conflicts: readonly Conflict[] = [],
): Promise<Response> {
  return showSection(context, visit, {
    section,
    rows,
    since,
    conflicts,
    again: press === 'stale' ? 'stale' : 'hasty',
    status: 400,
  })
}

/** Asked once: what somebody says they mean is right. */
async function askedTowns(
  context: FormsContext,
  visit: GroupVisit,
  { section, rows, townMeant }: Posted,
): Promise<string[]> {
  const [row] = rows
  if (section !== 'identity' || townMeant === row?.texts.town) return []
  return meantTowns(context, visit, row)
}

/** As they are understood, not as they are typed: what is asked about is what will be written. */
function addressesIn(rows: readonly TypedRow[]): string[] {
  return rows.flatMap((row) => readField(emailField, row.texts.email ?? '').value ?? [])
}

/** Everybody would be gone, and nobody said that this is meant. */
function needsNobody(visit: GroupVisit, { section, isNobodyMeant }: Posted, rows: readonly AnyRow[]): boolean {
  return (
    section === 'referents' && !isNobodyMeant && leavesNobody(visit, withRows(visit.group.record, 'referents', rows))
  )
}

/** The other person's values with what was typed beside them; from here on the form corrects the record as it is now. */
function showConflicts(
  context: FormsContext,
  visit: GroupVisit,
  { section, rows: typed }: Posted,
  { record, conflicts }: Merge,
): Promise<Response> {
  const held = new Set(typed.map(({ uid }) => uid))
  const all = shownRows(visit, section, record)
  const rows = rowWindow(context, visit, section) ? all.filter(({ uid }) => held.has(uid)) : all
  return showSection(context, visit, {
    section,
    rows: [...rows, ...takenOff(visit, section, typed, all)],
    since: visit.group.number,
    conflicts,
    status: 409,
  })
}

/** The rows whose box was ticked: a form that did not hold them would leave them where they are. */
function takenOff(
  visit: GroupVisit,
  section: SectionName,
  typed: readonly TypedRow[],
  kept: readonly TypedRow[],
): TypedRow[] {
  const ticked = new Set(typed.filter(({ removed }) => removed).map(({ uid }) => uid))
  return shownRows(visit, section)
    .filter(({ uid }) => ticked.has(uid) && !kept.some((row) => row.uid === uid))
    .map((row) => ({ ...row, removed: true }))
}

async function write(
  context: FormsContext,
  visit: GroupVisit,
  posted: Posted,
  { record, changes }: Merge,
): Promise<Response> {
  const { group, person } = visit
  const statements = [
    ...(await recordStatements(context, visit, { record, changes })),
    ...answerStatements(context, visit, { kind: answerKind(changes), sections: [posted.section] }),
  ]
  try {
    await writePress(context, visit, statements)
  } catch (error) {
    if (!isNameTaken(error)) throw error
    const problems: RowProblem[] = [{ uid: group.uid, field: 'name', problem: { code: 'name_taken' } }]
    return showSection(context, visit, { ...posted, problems, status: 422 })
  }
  const isLeaving = !record.referents.some((referent) => referent.uid === person.uid)
  if (isLeaving) return redirectTo(`${visit.path}?done=left&group=${group.uid}`)
  const done = changes.length > 0 ? 'saved' : 'checked'
  const page = pageOfRows(context.req.query('from'))
  return redirectTo(`${visit.path}/${group.uid}?done=${done}&section=${posted.section}${page.replace('?', '&')}`)
}

function answerKind(changes: readonly Change[]): 'updated' | 'confirmed' | 'paused' {
  const sleeps = changes.some(
    (change) => change.list === 'group' && 'field' in change && change.field === 'state' && change.after === 'asleep',
  )
  if (sleeps) return 'paused'
  return changes.length > 0 ? 'updated' : 'confirmed'
}
