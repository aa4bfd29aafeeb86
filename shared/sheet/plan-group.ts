import { diffRecords } from '#shared/domain/diff.ts'
import { countedStates } from '#shared/domain/group-state.ts'
import { townKey } from '#shared/domain/place.ts'
import { fieldNames } from '#shared/record/field.ts'
import { fold } from '#shared/record/fold.ts'
import { emptyRecord, type GroupRecord } from '#shared/record/record.ts'
import type { Value } from '#shared/record/row.ts'
import type { GroupValues } from '#shared/record/sections/identity.ts'
import type { Sections } from '#shared/record/sections.ts'
import { asKnown } from './as-known.ts'
import type { GroupCountry } from './country-of-group.ts'
import type { SheetRow } from './delimited.ts'
import type { Target } from './group-index.ts'
import type { GroupOfSheet, GroupPlan, RowReading, Subject } from './group-plan.ts'
import { sheetRead } from './kinds.ts'
import { mergeParsedRows } from './merge-rows.ts'
import { planLists } from './plan-lists.ts'
import { locate } from './plan-place.ts'
import { hearPeople, type Named, personKey, planReferents } from './plan-referents.ts'
import type { Note } from './problem.ts'
import { readRow, textOf } from './read-row.ts'
import { repair } from './repair.ts'
import { spelled } from './spelled.ts'
import { type World, withPeople } from './world.ts'

/** Reads the rows of groups, for `planGroups` and for whoever has to know whom they name. */
export function readTarget({ entries }: Target, within: GroupCountry | null = null): RowReading[] {
  return entries.map((entry) => {
    const sheet = within === null ? entry.sheet : sheetRead(entry.sheet, within.kinds)
    return { entry, reading: readRow({ ...entry, sheet }) }
  })
}

/** What becomes of groups at hand when all that the sheets say of them is put into their records. */
export function planGroups(subjects: readonly Subject[], world: World): GroupPlan[] {
  const settled = subjects.map(({ known, readings, country, within }) => ({
    readings,
    country,
    within,
    known: known && { ...known, record: withPeople(known.record, world.people.settled) },
    heard: hearPeople(readings.filter(saysPeople), world.people),
  }))
  const taken = new Set(
    subjects.flatMap(({ known }) => (known?.record.group[0] ? [placeOf(known.record.group[0])] : [])),
  )
  return settled.map((subject) => {
    const { within } = subject
    const there = within ? { gazetteer: within.gazetteer, sections: within.sections } : {}
    const plan = planGroup(subject, { ...world, ...there })
    return subject.known === null ? alone(plan, world, taken) : plan
  })
}

/** What no two groups share: the name, the town, and the department or region. */
function placeOf({ name, town, department, region }: GroupRow): string {
  return `${fold(name)}|${townKey(town ?? '')}|${department ?? region ?? ''}`
}

/** A group that would have the name and place of another is not made: its row is asked about. */
function alone(plan: GroupPlan, { people }: World, taken: ReadonlySet<string>): GroupPlan {
  const [group] = plan.after.group
  const entry = plan.outcomes[0]?.entry
  if (!group || !entry) return plan
  const place = placeOf(group)
  const holder = people.made.get(place)
  if (!taken.has(place) && (holder === undefined || holder === entry.row)) {
    people.made.set(place, entry.row)
    return plan
  }
  const problem = {
    code: 'name_taken',
    line: holder?.line ?? 0,
    town: group.town ?? group.department ?? group.region ?? '',
  } as const
  const refused = plan.outcomes.map((outcome) => ({
    entry: outcome.entry,
    fault: { field: 'name', columns: [], value: group.name, problem, loses: 'row' } as const,
  }))
  return { ...plan, changes: [], languages: [], outcomes: [], notes: [], faults: refused }
}

function saysPeople({ entry }: RowReading): boolean {
  return entry.sheet.kind === 'groups' || entry.sheet.kind === 'referents'
}

function ofGroup(readings: readonly RowReading[]): RowReading[] {
  return readings.filter(({ entry }) => entry.sheet.kind === 'groups')
}

function planGroup(
  { known, readings, heard, country, within }: Subject & { heard: ReturnType<typeof hearPeople> },
  world: World,
): GroupPlan {
  const before = known?.record ?? emptyRecord(world.sections)
  const [was = null] = before.group
  const repaired = ofGroup(readings).map((row) => repair(row, was, world))
  const others = readings.filter(({ entry }) => entry.sheet.kind !== 'groups')
  const plan: GroupPlan = {
    uid: was?.uid ?? world.newUid(),
    number: known?.number ?? 0,
    after: before,
    changes: [],
    languages: [],
    outcomes: [],
    faults: [...(within?.faults ?? [])],
    notes: [...(within?.notes ?? []), ...repaired.flatMap(notesOf), ...others.flatMap(notesOf), ...heard.notes],
  }
  const group = planValues(repaired, was, plan, { ...world, country, within })
  const unread = new Set(repaired.flatMap(({ entry, reading }) => (isStateUnclear(reading) ? [entry.row] : [])))
  const { named, unclear } = withoutUnclear(heard.named, group, known, unread)
  const { memberships, whose, notes, faults, reads } = planReferents(named, known, world)
  plan.faults.push(...unclear)
  plan.notes = plan.notes.concat(notes)
  plan.faults.push(...faults)
  plan.languages = reads
  plan.after = { ...planLists(readings, before, plan, world), group: [group], referents: memberships }
  plan.changes = diffRecords(before, plan.after)
  noteWhole(repaired, was === null, plan)
  noteReferents(readings, whose, plan)
  for (const { entry, reading } of [...repaired, ...others])
    for (const fault of reading.faults) plan.faults.push({ entry, fault })
  return plan
}

/** Of a group that is written to, whose row says of its state what we do not understand, nobody new is taken: they would be written to by it. */
function withoutUnclear(
  named: readonly Named[],
  group: GroupRow,
  known: GroupOfSheet | null,
  unread: ReadonlySet<SheetRow>,
): { named: Named[]; unclear: GroupPlan['faults'] } {
  const before = new Set(known?.record.referents.map(personKey))
  const isUnclear = ({ key, entry }: Named) =>
    known !== null && countedStates.includes(group.state) && !before.has(key) && unread.has(entry.row)
  const unclear = named.filter(isUnclear).map(({ key, entry }) => {
    const heading = entry.sheet.headings[entry.sheet.columns.find(({ field }) => field === 'state')?.index ?? -1] ?? ''
    const problem = { code: 'person_over', name: key.startsWith('tel:') ? '' : key, heading } as const
    const columns = entry.sheet.columns.filter(({ part }) => part === 'referent').map(({ index }) => index)
    return { entry, fault: { field: 'name', columns, value: key, problem, loses: 'referent' } as const }
  })
  return { named: named.filter((one) => !isUnclear(one)), unclear }
}

/** A word that we do not know, and a formula that failed alike. */
const isStateUnclear = ({ faults }: RowReading['reading']) =>
  faults.some(({ field, problem }) => field === 'state' || problem.code === 'state_unknown')

function notesOf({ entry, reading, notes = [] }: RowReading & { notes?: readonly Note[] }) {
  return [...notes, ...reading.notes].map((note) => ({ entry, note }))
}

type GroupRow = GroupRecord['group'][number]

/** A group of which nothing is known: it is written to until somebody says otherwise. */
function emptyGroup(uid: string, name: string, { ours }: Sections): GroupRow {
  const values: Record<string, Value> = Object.fromEntries(fieldNames(ours.group.fields).map((field) => [field, null]))
  return { ...(values as GroupValues), uid, name, state: 'active', on_map: false }
}

function planValues(
  rows: readonly RowReading[],
  before: GroupRow | null,
  plan: GroupPlan,
  world: World & Pick<Subject, 'country' | 'within'>,
): GroupRow {
  const [first] = rows
  if (!first) {
    if (!before) throw new Error('a group is made by a row of a sheet of groups')
    return before
  }
  const { given, differing } = mergeParsedRows(rows.map(({ entry, reading }) => ({ entry, given: reading.own })))
  for (const { entry, ...differs } of differing.filter(({ field }) => field !== 'name'))
    plan.notes.push({ entry, note: { code: 'differs', part: 'own', ...differs } })
  const name = String(given.name)
  const isRenamed = rows.some(({ entry }) => before !== null && textOf(entry, 'key', 'uid') === before.uid)
  given.name = before && !isRenamed && fold(name) !== fold(before.name) ? before.name : spelled(name, before?.name)
  for (const field of ['town', 'department', 'region'] as const)
    if (typeof given[field] === 'string') given[field] = spelled(given[field], before?.[field])
  if (before)
    for (const [field, said] of Object.entries(given)) given[field] = asKnown(said, before[field as keyof GroupRow])
  const isUnclear = rows.some(({ reading }) => isStateUnclear(reading))
  if (!before && given.state === undefined && first.entry.under) given.state = first.entry.under
  // Nobody is written to by a word that we do not understand
  if (!before && given.state === undefined && isUnclear) given.state = 'asleep'
  if (!before && given.state === undefined) plan.notes.push({ entry: first.entry, note: { code: 'state_assumed' } })
  if (world.within) given.country = world.within.code
  else if (
    world.country !== undefined &&
    given.region === undefined &&
    given.department === undefined &&
    !before?.region
  )
    given.region = world.country
  const base = before ?? emptyGroup(plan.uid, name, world.sections)
  const located = locate({ ...base, ...given }, before, given, world)
  plan.notes.push(...located.notes.map((note) => ({ entry: first.entry, note })))
  return located.group
}

/** The first row of a group stands for it; the others repeat it. */
function noteWhole(rows: readonly RowReading[], isNew: boolean, plan: GroupPlan): void {
  const [first, ...others] = rows
  if (!first) return
  const changed = plan.languages.length > 0 || plan.changes.some(({ list }) => list === 'group' || list === 'referents')
  plan.outcomes.push({ entry: first.entry, status: isNew ? 'new' : changed ? 'changed' : 'unchanged' })
  for (const { entry } of others) plan.outcomes.push({ entry, status: 'doubled' })
  const lines = rows.map(({ entry }) => entry.row.line)
  if (lines.length > 1) plan.notes.push({ entry: first.entry, note: { code: 'doubled', lines } })
  if (plan.after.referents.length === 0) plan.notes.push({ entry: first.entry, note: { code: 'no_referent' } })
}

/** What becomes of the rows of a sheet of referents: one a person. */
function noteReferents(readings: readonly RowReading[], whose: ReadonlyMap<string, string>, plan: GroupPlan): void {
  const said = new Set<string>()
  for (const { entry, reading } of readings.filter((row) => row.entry.sheet.kind === 'referents')) {
    const [first] = reading.referents
    if (!first) continue
    const key = personKey(first.given)
    const changes = plan.changes.filter(({ list, row }) => list === 'referents' && row === whose.get(key))
    const reads = plan.languages.some(({ uid }) => uid === whose.get(key))
    const isNew = changes.some((change) => 'added' in change)
    const status = isNew ? 'new' : changes.length > 0 || reads ? 'changed' : 'unchanged'
    plan.outcomes.push({ entry, status: said.has(key) ? 'doubled' : status })
    said.add(key)
  }
}
