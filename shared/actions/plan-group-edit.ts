import type { GroupToEdit } from '#shared/db/edited-groups.ts'
import { applyChanges, invert, rowsOf, withRows } from '#shared/domain/change.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import { type Conflict, type Merge, mergeRecords } from '#shared/domain/merge.ts'
import { type Place, townKey } from '#shared/domain/place.ts'
import { type RowProblem, readTyped, removal, type TypedRow } from '#shared/domain/typed-section.ts'
import { localTime } from '#shared/domain/zone.ts'
import { fieldsForTeam, isNeeded } from '#shared/record/field.ts'
import { emptyRecord } from '#shared/record/record.ts'
import type { Section } from '#shared/record/section.ts'
import { eachLanguage } from '#shared/text/language.ts'
import type { Acting } from './acting.ts'
import { openConflictsIn } from './update-section/plan-section.ts'
import { movementOfRow, placedRow } from './update-section/read-rows.ts'
import { suggestedTowns } from './update-section/suggested-towns.ts'

/** What somebody typed of one group; `open`: controls of which a choice between two people's values was asked and not made. */
export type EditAsked = { group: GroupToEdit; places: readonly Place[]; typed: TypedRow; open: readonly string[] }

/** What it comes to: what can be written, what is to be mended, and what is to be chosen. */
export type GroupEditPlan = Pick<Merge, 'record' | 'changes'> & {
  problems: readonly RowProblem[]
  conflicts: readonly Conflict[]
  /** Of those, the ones that were asked before. */
  asked: readonly Conflict[]
}

/** Works out what a typed row changes in what a group says of itself now. Writes nothing. */
export async function planGroupEdit(acting: Acting, { group, places, typed, open }: EditAsked): Promise<GroupEditPlan> {
  const { now } = acting
  const record = withRows(emptyRecord(acting.movement.sections), 'group', [group.row])
  const movement = movementOfRow(acting.movement, { group: { shown: record } }, typed)
  const identity = movement.sections.named('identity')
  const section = { ...identity, fields: fieldsForTeam(identity.fields) }
  const inCountry = places.filter(({ country = movement.country }) => country === movement.country)
  // That it came to be is nothing to take back: whoever corrects it has seen it
  const later = group.since.flatMap(({ changes }) =>
    changes
      .toReversed()
      .filter((change) => 'field' in change)
      .map(invert),
  )
  const shown = applyChanges(record, later)
  const today = localTime(now, movement.timeZone).day
  const read = readTyped(section, [typed], { shown, today, country: movement.country })
  const merge = mergeRecords(shown, withRows(shown, 'group', read.rows), record)
  const rows = rowsOf(merge.record, 'group').map((row) =>
    placedRow({ group: { shown: record }, places: placesOf(inCountry, row.town) }, row, movement.country),
  )
  const whole = withRows(merge.record, 'group', rows)
  const asked = openConflictsIn(section, record, { rows: [typed], open })
  const problems = [
    ...read.problems.flatMap((problem) => withoutRemoval(section, typed, problem)),
    ...(await unknownTown(acting, { shown, places: placesOf(inCountry, typed.texts.town) }, typed)),
  ]
  return {
    record: whole,
    changes: diffRecords(record, whole),
    problems,
    conflicts: [...merge.conflicts, ...asked],
    asked,
  }
}

function placesOf(places: readonly Place[], town: unknown): Place[] {
  return typeof town === 'string' ? places.filter(({ name }) => townKey(name) === townKey(town)) : []
}

/** A group is not removed in a table: of one that was emptied, what it cannot be without is missing. */
function withoutRemoval({ fields }: Section, { uid, texts }: TypedRow, problem: RowProblem): RowProblem[] {
  if (problem.field !== removal) return [problem]
  return Object.keys(texts)
    .filter((name) => fields[name] && isNeeded(fields[name]))
    .map((field) => ({ uid, field, problem: { code: 'required' } }))
}

/** A town that we do not know, of which the name is close to another's: asked once. */
async function unknownTown(
  acting: Acting,
  { shown, places }: { shown: Merge['record']; places: Place[] },
  typed: TypedRow,
): Promise<RowProblem[]> {
  const { town } = typed.texts
  if (town === undefined || typed.meant?.town === town) return []
  const [suggestion] = await suggestedTowns(acting, { group: { shown }, places }, typed)
  if (suggestion === undefined) return []
  return [
    { uid: typed.uid, field: 'town', problem: { code: 'town_unknown', said: eachLanguage(() => town), suggestion } },
  ]
}
