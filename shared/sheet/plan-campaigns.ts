import { fold } from '#shared/record/fold.ts'
import type { Difference } from './difference.ts'
import { type MergeOutcome, mergeParsedRows, type ParsedRow } from './merge-rows.ts'
import type { Entry, Note, SheetFault } from './problem.ts'
import { lostRow, readRow, textOf } from './read-row.ts'
import type { RecognisedSheet } from './recognise.ts'

export type SheetCampaign = { uid: string; name: string; held_on: string }

/** What an import does to the movement's campaigns, which belong to no group. */
export type CampaignPlan = {
  /** Those that rows may name, known and new, by name as `fold` gives it. */
  byName: Map<string, SheetCampaign>
  writes: SheetCampaign[]
  outcomes: MergeOutcome[]
  differences: Difference[]
  faults: { entry: Entry; fault: SheetFault }[]
  notes: { entry: Entry; note: Note }[]
}

export function planCampaigns(
  sheets: readonly RecognisedSheet[],
  known: readonly SheetCampaign[],
  newUid: () => string,
): CampaignPlan {
  const byName = new Map(known.map((campaign) => [fold(campaign.name), campaign]))
  const byId = new Map(known.map((campaign) => [campaign.uid, fold(campaign.name)]))
  const plan: CampaignPlan = { byName, writes: [], outcomes: [], differences: [], faults: [], notes: [] }
  // One that its id names may have a name that no other has; rows call it by either
  const keyOf = (parsedRow: ParsedRow) =>
    (byName.has(nameKey(parsedRow)) ? null : byId.get(parsedRow.row ?? '')) ?? nameKey(parsedRow)
  for (const [key, parsedRows] of Map.groupBy(soundRows(sheets, 'campaigns', plan), keyOf)) {
    const [first, ...others] = parsedRows
    if (!first) continue
    const { given, differing } = mergeParsedRows(parsedRows)
    for (const { entry, ...differs } of differing)
      plan.notes.push({ entry, note: { code: 'differs', part: 'own', ...differs } })
    const before = byName.get(key)
    const after = { uid: before?.uid ?? newUid(), name: String(given.name), held_on: String(given.held_on) }
    const differences = before ? differencesOf(first.entry, before, after) : []
    const status = before ? (differences.length > 0 ? 'changed' : 'unchanged') : 'new'
    plan.outcomes.push({ entry: first.entry, status })
    for (const { entry } of others) plan.outcomes.push({ entry, status: 'doubled' })
    plan.differences.push(...differences)
    if (status !== 'unchanged') plan.writes.push(after)
    byName.set(key, after).set(fold(after.name), after)
  }
  return plan
}

function nameKey({ given }: ParsedRow): string {
  return fold(String(given.name))
}

function differencesOf(entry: Entry, before: SheetCampaign, after: SheetCampaign): Difference[] {
  return (['name', 'held_on'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ entry, who: before.name, field, before: before[field], after: after[field] }))
}

/** The rows of one kind of sheet of which something can be taken; the faults of all of them go to the plan. */
export function soundRows(
  sheets: readonly RecognisedSheet[],
  kind: RecognisedSheet['kind'],
  plan: { faults: { entry: Entry; fault: SheetFault }[] },
): ParsedRow[] {
  const entries = sheets
    .filter((sheet) => sheet.kind === kind)
    .flatMap((sheet) => sheet.rows.map((row) => ({ sheet, row })))
  return entries.flatMap((entry) => {
    const lost = lostRow(entry)
    const { own, faults } = readRow(entry)
    for (const fault of lost ? [lost] : faults) plan.faults.push({ entry, fault })
    return lost ? [] : [{ entry, given: own, row: textOf(entry, 'row', 'uid') }]
  })
}
