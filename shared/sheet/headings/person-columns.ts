import type { Column } from './columns.ts'
import type { Composed } from './compose.ts'

/** A heading that says something of somebody. `key`: the heading without case and accents. */
export type PersonHeading = Omit<Extract<Composed, { about: 'person' }>, 'about'> & {
  index: number
  heading: string
  key: string
}

export type PersonColumns = {
  columns: Column[]
  /** Columns that may be a referent's or the group's: they are asked about. */
  unsure: number[]
  /** Columns that we know and do not keep. */
  silent: number[]
  /** A row of such a sheet is a person: it has their first name alone, or their civility. */
  isOfPeople: boolean
  /** Some column says that it is a referent's. */
  hasReferent: boolean
  /** Headings that only people have. */
  personal: string[]
}

const isName = ({ field }: PersonHeading) => field === 'name' || field === 'first' || field === 'last'
const isKept = ({ field }: PersonHeading) => field !== 'civility' && field !== 'birth'

/** Whose each column is: a referent's by a word or a number; by the name beside it, where nothing else can be meant; else nobody knows. */
export function personColumns(headings: readonly PersonHeading[]): PersonColumns {
  const kept = headings.filter(isKept)
  const names = kept.filter(isName)
  const numbered = kept.map((one) => ({ ...one, number: one.number ?? numberOf(one, kept) }))
  const unsure = numbered.filter((one) => one.number === null || isUnsure(one, kept))
  const sure = numbered.filter((one) => !unsure.includes(one))
  const personal = headings.filter(
    ({ field, whose }) => whose === 'nobody' && ['civility', 'birth', 'first', 'last'].includes(field),
  )
  return {
    columns: [...Map.groupBy(sure, ({ number }) => number).values()].flatMap(columnsOfOne),
    unsure: unsure.map(({ index }) => index),
    silent: headings.filter((one) => !isKept(one)).map(({ index }) => index),
    isOfPeople: personal.length > 0 || (names.length > 0 && names.every(({ whose }) => whose === 'nobody')),
    hasReferent: kept.some(({ whose }) => whose === 'referent'),
    personal: personal.map(({ heading }) => heading),
  }
}

/** The number of a column that says none: the first; where names are repeated, that of the name it stands beside. Null where several may be meant. */
function numberOf(one: PersonHeading, all: readonly PersonHeading[]): number | null {
  const starts = blocksOf(all)
  const [only = { number: 1 }, ...others] = starts
  if (others.length === 0) return only.number
  if (one.field === 'language') return ofAll
  if (isName(one)) return starts.findLast(({ index }) => index <= one.index)?.number ?? null
  const alike = all.filter(({ field }) => field === one.field)
  const unsaid = starts.filter(({ said }) => said === null)
  // `Contact`, `Mail`, `Contact 2`, `Mail 2`: the first says no number
  const isFirst = unsaid.length === 1 && alike.filter(({ number }) => number === null).length === 1
  if (isFirst && alike.some(({ number }) => number !== null)) return unsaid[0]?.number ?? null
  const repeated = alike.filter(({ number }) => number === null).map(({ index }) => index)
  if (repeated.length < 2) return null
  const side = sideOf(
    repeated,
    starts.map(({ index }) => index),
  )
  if (side === 'left') return starts.findLast(({ index }) => index <= one.index)?.number ?? null
  return side === 'right' ? (starts.find(({ index }) => index > one.index)?.number ?? null) : null
}

/**
 * On which side of each of these columns its name stands (`Contact`, `Mail`, `Contact`, `Mail`, or `Mail`, `Contact`, `Mail`, `Contact`): as many for
 * each name, but for those at the end, or the beginning, that have none. Null where it is neither (`Contact`, `Contact`, `Mail`, `Mail`).
 */
function sideOf(columns: readonly number[], names: readonly number[]): 'left' | 'right' | null {
  const after = names.map((from, at) => countIn(columns, from, names[at + 1] ?? Number.POSITIVE_INFINITY))
  const before = names.map((to, at) => countIn(columns, names[at - 1] ?? -1, to))
  if (before[0] === 0 && isEven(after)) return 'left'
  return after.at(-1) === 0 && isEven(before.toReversed()) ? 'right' : null
}

function countIn(columns: readonly number[], from: number, to: number): number {
  return columns.filter((column) => column > from && column < to).length
}

/** The same number throughout, but for zeros at the end: of two in a row, the second may be the next one's. */
function isEven(counts: readonly number[]): boolean {
  const last = counts.findLastIndex((count) => count > 0)
  const isWhole = last === counts.length - 1
  return last >= 0 && (isWhole || counts[0] === 1) && counts.slice(0, last + 1).every((count) => count === counts[0])
}

/** The number of a column that is about every referent of its row. */
export const ofAll = 0

type Block = { index: number; number: number; said: number | null; fields: Set<string> }

/** Where each person's columns begin, with their number. */
function blocksOf(all: readonly PersonHeading[]): Block[] {
  const names = all.filter(isName)
  const counted = names.some(({ whose }) => whose === 'referent')
    ? names.filter(({ whose }) => whose === 'referent')
    : names
  const blocks: Block[] = []
  for (const { index, field, number } of counted) {
    const last = blocks.findLast(({ said }) => said === number)
    if (last && !last.fields.has(field)) last.fields.add(field)
    else blocks.push({ index, number: number ?? blocks.length + 1, said: number, fields: new Set([field]) })
  }
  return blocks
}

/** An address without a referent's name beside it may be the group's; beside a referent's own address, it is not theirs. */
function isUnsure(one: PersonHeading, all: readonly PersonHeading[]): boolean {
  if ((one.whose === 'referent' && !one.isCounted) || one.field === 'language') return false
  const isAlike = (other: PersonHeading) => (isName(one) ? isName(other) : other.field === one.field)
  if (!one.isCounted && all.some((other) => other.whose === 'referent' && isAlike(other))) return true
  return !all.some(isName)
}

/** The columns of one person: one a field, with those that say the same. */
function columnsOfOne(headings: readonly (PersonHeading & { number: number | null })[]): Column[] {
  const number = headings[0]?.number ?? 1
  const of = (...fields: PersonHeading['field'][]) =>
    headings.filter(({ field }) => fields.includes(field)).map(({ index }) => index)
  const column = (field: string, [index, ...others]: number[], joining: Column['joining']): Column[] =>
    index === undefined ? [] : [{ index, part: 'referent', field, number, others, joining }]
  const [firsts, lasts] = [of('first'), of('last', 'name')]
  const name =
    firsts.length > 0
      ? column('name', [...firsts.slice(0, 1), ...lasts.slice(0, 1)], 'words')
      : column('name', lasts, 'first')
  return [
    ...name,
    ...column('email', of('email'), 'first'),
    ...column('phone', [...of('phone'), ...of('landline')], 'first'),
    ...column('role', of('role'), 'first'),
    ...column('language', of('language'), 'first'),
  ]
}
