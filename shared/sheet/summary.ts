import { type Change, rowsOf } from '#shared/domain/change.ts'
import { countedStates } from '#shared/domain/group-state.ts'
import type { ListName } from '#shared/record/record.ts'
import type { Value } from '#shared/record/row.ts'
import type { Sections } from '#shared/record/sections.ts'
import { rowName } from '#shared/record/show-row.ts'
import type { SheetRow } from './delimited.ts'
import type { GroupPlan } from './group-plan.ts'
import { isOfAddresses } from './kinds.ts'
import type { MergeOutcome, Status } from './merge-rows.ts'
import type { AddressPlan } from './plan-addresses.ts'
import type { CampaignPlan } from './plan-campaigns.ts'
import type { PlacePlan } from './plan-places.ts'
import type { Entry, LeftOut, Note, NoteCode, SheetFault } from './problem.ts'
import type { RecognisedSheet } from './recognise.ts'

/** Whom or what a line of the preview is about, by name. */
export type Faulted = { who: string; entry: Entry; fault: SheetFault }
export type Remark = { who: string; entry: Entry; note: Note }

/** One line under the name of a group: what changes in it. */
export type ChangeLine =
  | { list: ListName | null; row: string; field: string; before: Value; after: Value }
  | { list: ListName; row: string; added: true }

/** Some things, all of them counted and the first ones kept. */
export type Some<Item> = { count: number; first: Item[] }

/** What an import makes of one sheet. */
export type SheetSummary = {
  sheet: RecognisedSheet
  counts: Record<Status, number>
  /** Rows of which nothing is taken: with the counts and those that are no groups, they are all rows. */
  refusedRows: number
  refused: Set<SheetRow>
  /** People whom this sheet adds to groups that are written to, and who have an address. */
  mailed: number
  /** The same people, and in which group. */
  recipients: Some<string>
  /** Every one of them: they go to a file. */
  faults: Faulted[]
  /** Rows that are no groups. */
  leftOut: Some<LeftOut>
  /** For a sheet of groups: referents' memberships in its groups. */
  memberships: number
  made: Some<string>
  changes: Some<{ who: string; lines: ChangeLine[] }>
  remarks: Map<NoteCode, Some<Remark>>
}

export type Summary = { sheets: SheetSummary[] /** How many things of each kind to keep. */; limit: number }

/** Whether the import would change anything. */
export function hasNews(summary: Summary): boolean {
  return summary.sheets.some(({ counts }) => counts.new + counts.changed > 0)
}

/** Whether what the sheets say is there already, but for what was refused: nothing is new, and something is known. */
export function isAllKnown(summary: Summary): boolean {
  return !hasNews(summary) && summary.sheets.some(({ counts }) => counts.unchanged + counts.doubled > 0)
}

export function newSummary(sheets: readonly RecognisedSheet[], limit: number): Summary {
  return { sheets: sheets.map(emptySummary), limit }
}

function emptySummary(sheet: RecognisedSheet): SheetSummary {
  return {
    sheet,
    counts: { new: 0, changed: 0, unchanged: 0, doubled: 0 },
    refusedRows: 0,
    refused: new Set(),
    mailed: 0,
    recipients: { count: 0, first: [] },
    faults: [],
    leftOut: { count: 0, first: [] },
    memberships: 0,
    made: { count: 0, first: [] },
    changes: { count: 0, first: [] },
    remarks: new Map(),
  }
}

function ofSheet(summary: Summary, sheet: RecognisedSheet): SheetSummary {
  const found = summary.sheets.find((one) => one.sheet === sheet)
  if (!found) throw new Error(`${sheet.title} is not in this import`)
  return found
}

function keep<Item>(some: Some<Item>, item: Item, limit: number): void {
  some.count += 1
  if (some.first.length < limit) some.first.push(item)
}

function addOutcomes(summary: Summary, outcomes: readonly MergeOutcome[]): void {
  for (const { entry, status } of outcomes) ofSheet(summary, entry.sheet).counts[status] += 1
}

export function addFault(summary: Summary, faulted: Faulted): void {
  const sheet = ofSheet(summary, faulted.entry.sheet)
  if (faulted.fault.loses === 'row') sheet.refused.add(faulted.entry.row)
  sheet.refusedRows = sheet.refused.size
  sheet.faults.push(faulted)
}

export function addLeftOut(summary: Summary, one: LeftOut): void {
  keep(ofSheet(summary, one.entry.sheet).leftOut, one, summary.limit)
}

function addRemark(summary: Summary, remark: Remark): void {
  const { remarks } = ofSheet(summary, remark.entry.sheet)
  const some = remarks.get(remark.note.code) ?? { count: 0, first: [] }
  remarks.set(remark.note.code, some)
  keep(some, remark, summary.limit)
}

/** Counts what happens to campaigns, places or addresses. */
export function addPlan(summary: Summary, plan: CampaignPlan | PlacePlan | AddressPlan): void {
  addOutcomes(summary, plan.outcomes)
  for (const { entry, fault } of plan.faults) addFault(summary, { who: whoIn(entry), entry, fault })
  for (const { entry, note } of 'notes' in plan ? plan.notes : [])
    addRemark(summary, { who: whoIn(entry), entry, note })
  for (const [entry, differences] of Map.groupBy(plan.differences, (one) => one.entry)) {
    const lines = differences.map(({ field, before, after }) => ({ list: null, row: '', field, before, after }))
    const who = differences[0]?.who ?? ''
    keep(ofSheet(summary, entry.sheet).changes, { who, lines }, summary.limit)
  }
}

/** How rows are called; `nameOf` gives a campaign's name by its uid. */
type Naming = { sections: Sections; nameOf: (campaign: string) => string }

/** Counts what happens to a group. */
export function addGroup(summary: Summary, plan: GroupPlan, naming: Naming): void {
  const who = plan.after.group[0]?.name ?? ''
  addOutcomes(summary, plan.outcomes)
  for (const { entry, fault } of plan.faults) addFault(summary, { who, entry, fault })
  for (const { entry, note } of plan.notes) addRemark(summary, { who, entry, note })
  const own = plan.outcomes.find(({ entry }) => entry.sheet.kind === 'groups')
  if (own) ofSheet(summary, own.entry.sheet).memberships += plan.after.referents.length
  const arrivals = plan.changes.filter(
    (change) => change.list === 'referents' && 'added' in change && typeof change.added.email === 'string',
  )
  const bringer = plan.outcomes.find(({ entry }) => entry.sheet.kind === 'groups' || entry.sheet.kind === 'referents')
  if (bringer && isWrittenTo(plan)) {
    const { recipients } = ofSheet(summary, bringer.entry.sheet)
    for (const change of arrivals)
      keep(recipients, `${'added' in change ? change.added.name : ''} (${who})`, summary.limit)
    ofSheet(summary, bringer.entry.sheet).mailed = recipients.count
  }
  if (own?.status === 'new') keep(ofSheet(summary, own.entry.sheet).made, who, summary.limit)
  const nameOfRow = rowNamesOf(plan, naming)
  const sheets = sheetsOf(plan)
  for (const [sheet, changes] of Map.groupBy(plan.changes, ({ list }) => sheets.get(list))) {
    const lines = sheet ? changes.flatMap((change) => changeLine(change, nameOfRow, own?.status === 'new')) : []
    if (sheet && lines.length > 0) keep(ofSheet(summary, sheet).changes, { who, lines }, summary.limit)
  }
}

/** Whether referents of the group get the month's mail. */
function isWrittenTo({ after }: GroupPlan): boolean {
  return after.group.some(({ state }) => countedStates.includes(state))
}

/** The sheets whose rows make the lists of this group change: of several of one kind, the first. Referents come with their group. */
function sheetsOf({ outcomes }: GroupPlan): Map<ListName, RecognisedSheet> {
  const sheets = new Map<ListName, RecognisedSheet>()
  for (const { entry } of outcomes) {
    const { list } = entry.sheet.shape
    if (list === null) continue
    for (const one of list === 'group' ? (['group', 'referents'] as const) : [list])
      if (!sheets.has(one)) sheets.set(one, entry.sheet)
  }
  return sheets
}

/** New rows of lists are counted, not told one by one; referents of a group that we know are. */
function changeLine(change: Change, nameOfRow: (change: Change) => string, isNew: boolean): ChangeLine[] {
  const { list } = change
  const row = nameOfRow(change)
  if ('field' in change) {
    const { field, before, after } = change
    return [{ list, row, field, before, after }]
  }
  return list === 'referents' && 'added' in change && !isNew ? [{ list, row, added: true }] : []
}

/** What the rows of a group that change are called; who is on a list, by the person. */
function rowNamesOf({ after }: GroupPlan, { sections, nameOf }: Naming): (change: Change) => string {
  const named = sections.asked.filter(({ nameField, store }) => nameField !== null && store.kind !== 'group')
  const names = new Map(
    named.flatMap((section) => rowsOf(after, section.list).map((row) => [row.uid, rowName(section, row)] as const)),
  )
  return ({ list, row }) => (list === 'group' ? '' : list === 'campaigns' ? nameOf(row) : (names.get(row) ?? ''))
}

/** What a row that was not taken says it is about. */
export function whoIn({ sheet, row }: Entry): string {
  const wanted = isOfAddresses(sheet.shape) ? 'email' : 'name'
  const column = sheet.columns.find(({ part, field }) => field === wanted && part !== 'referent' && part !== 'campaign')
  return column ? (row.cells[column.index] ?? '').trim() : ''
}
