import { fold } from '#shared/record/fold.ts'
import type { AnyRow, Value } from '#shared/record/row.ts'
import { asKnown } from './as-known.ts'
import type { Entry } from './problem.ts'
import type { Given } from './read-row.ts'

/** What a row of a sheet says of one thing; `row`: the id of it that the row names, or ''. */
export type ParsedRow = { entry: Entry; given: Given; row?: string }
/** A value that a row gives and that an earlier row, which stands, gave otherwise. */
export type Differing = { entry: Entry; field: string; kept: Value; other: Value }
/** What becomes of a row of a sheet. `doubled`: an earlier row said it already. */
export type Status = 'new' | 'changed' | 'unchanged' | 'doubled'
export type MergeOutcome = { entry: Entry; status: Status }

/** The same to a reader: text without regard to case, accents and punctuation. */
function isAlike(a: Value, b: Value): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a === b || (fold(a) !== '' && fold(a) === fold(b)) : a === b
}

/** The first value given for each field, in the order of the rows. */
export function mergeParsedRows(parsedRows: readonly ParsedRow[]): { given: Given; differing: Differing[] } {
  const given: Given = {}
  const differing: Differing[] = []
  for (const { entry, given: said } of parsedRows) {
    for (const [field, other] of Object.entries(said)) {
      const kept = given[field]
      if (kept === undefined) given[field] = other
      else if (!isAlike(kept, other)) differing.push({ entry, field, kept, other })
    }
  }
  return { given, differing }
}

export type Matching = {
  /** Fields that say which row of a list is meant. */
  key: readonly string[]
  /** Whether the list can have one row of a key only; otherwise rows that differ are two things. */
  single: boolean
  make: (given: Given) => AnyRow
}

export type MergedList = { rows: AnyRow[]; outcomes: MergeOutcome[]; differing: Differing[] }

/**
 * A list with a sheet's rows put into it. What is there already is found by the id that a row names, else by its key: of several, first those
 * that agree with a row in everything, then in the order of both.
 */
export function mergeList(before: readonly AnyRow[], parsedRows: readonly ParsedRow[], matching: Matching): MergedList {
  const changed = new Map<AnyRow, AnyRow>()
  const result: MergedList = { rows: [], outcomes: [], differing: [] }
  const added: AnyRow[] = []
  const byId = new Map(before.map((row) => [row.uid, row]))
  const [named, others] = parted(parsedRows, ({ row }) => byId.has(row ?? ''))
  for (const [uid, same] of Map.groupBy(named, ({ row }) => row ?? '')) {
    const row = byId.get(uid)
    const [thing] = distinct(same, true, result)
    if (!row || !thing) continue
    const said = asRowKnows(thing.given, row)
    if (!agrees(row, said)) changed.set(row, { ...row, ...said, uid })
    byId.delete(uid)
    result.outcomes.push({ entry: thing.entry, status: changed.has(row) ? 'changed' : 'unchanged' })
  }
  // A row that another one names by its id is that one's
  const known = Map.groupBy(byId.values(), (row) => keyOf(row, matching.key))
  for (const [key, same] of Map.groupBy(others, ({ given }) => keyOf(given, matching.key))) {
    const things = distinct(same, matching.single, result)
    const rows = pairUp(things, known.get(key) ?? [])
    things.forEach(({ entry, given }, index) => {
      const row = rows[index]
      const said = row ? asRowKnows(given, row) : given
      if (row && !agrees(row, said)) changed.set(row, { ...row, ...said, ...keyValues(row, matching.key) } as AnyRow)
      if (!row) added.push(matching.make(given))
      result.outcomes.push({ entry, status: row ? (changed.has(row) ? 'changed' : 'unchanged') : 'new' })
    })
  }
  return { ...result, rows: [...before.map((row) => changed.get(row) ?? row), ...added] }
}

function asRowKnows(given: Given, row: AnyRow): Given {
  const known: Readonly<Record<string, unknown>> = { ...row }
  return Object.fromEntries(Object.entries(given).map(([field, value]) => [field, asKnown(value, known[field])]))
}

function parted<One>(all: readonly One[], is: (one: One) => boolean): [One[], One[]] {
  return [all.filter(is), all.filter((one) => !is(one))]
}

function keyOf(values: Readonly<Record<string, Value>>, key: readonly string[]): string {
  return key.map((field) => fold(String(values[field]))).join('|')
}

function keyValues(row: AnyRow, key: readonly string[]): Given {
  return Object.fromEntries(key.map((field) => [field, row[field] ?? null]))
}

/** Whether a row says all that is given. An empty cell says nothing. */
function agrees(row: Readonly<Record<string, Value>>, given: Given): boolean {
  return Object.entries(given).every(([field, value]) => row[field] === undefined || isAlike(row[field], value))
}

/** Of one key. Past them, rows that differ are taken for slips of the first: nobody gives a hundred trainings of a theme in a day. */
const mostAlike = 100

/** The things that rows of one key speak of. Rows that agree speak of one. */
function distinct(parsedRows: readonly ParsedRow[], single: boolean, result: MergedList): ParsedRow[] {
  const things: ParsedRow[] = []
  for (const parsedRow of parsedRows) {
    const agreeing = things.findIndex((thing) => agrees(thing.given, parsedRow.given))
    const index = agreeing < 0 && (single || things.length >= mostAlike) ? 0 : agreeing
    const thing = things[index]
    if (!thing) {
      things.push(parsedRow)
      continue
    }
    const { given, differing } = mergeParsedRows([thing, parsedRow])
    things[index] = { entry: thing.entry, given }
    for (const one of differing) result.differing.push(one)
    result.outcomes.push({ entry: parsedRow.entry, status: 'doubled' })
  }
  return things
}

/** For each thing the row of the list that it is; undefined when it is new. */
function pairUp(things: readonly ParsedRow[], rows: readonly AnyRow[]): (AnyRow | undefined)[] {
  const left = new Set(rows)
  const take = (row: AnyRow | undefined) => {
    if (row) left.delete(row)
    return row
  }
  const equal = things.map(({ given }) => take([...left].find((row) => agrees(row, given))))
  return equal.map((row) => row ?? take([...left][0]))
}
