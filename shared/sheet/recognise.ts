import { headingKey } from '#shared/record/heading.ts'
import { inLanguages } from '#shared/text/words.ts'
import type { Delimiter, SheetRow } from './delimited.ts'
import { type Column, type Columns, columnsUnder } from './headings/columns.ts'
import { withoutOffices } from './headings/department-or-office.ts'
import { withNames, withoutCounts } from './headings/name-or-number.ts'
import { withServing } from './headings/serving-by-cells.ts'
import { withStates } from './headings/state-by-cells.ts'
import { withRegions } from './headings/state-or-region.ts'
import { combinedHeadings, headingsOfThree } from './headings/two-rows.ts'
import { columnOfNames } from './headings/unsaid-name.ts'
import { doubtOf, isOfTowns, type KindDoubt } from './kind-doubt.ts'
import { isComplete, isOfAddresses, type KindName, type SheetKind, type SheetKinds } from './kinds.ts'
import { isOfLongAgo, isPastTitle } from './past-title.ts'
import type { ReadingRemark } from './reading-remark.ts'

/** A sheet that we know what to do with. */
export type RecognisedSheet = {
  /** The name of its file, and of its tab where the file has several. */
  title: string
  kind: KindName
  shape: SheetKind
  /** Why it may be something else: then nothing of it is taken until somebody says. */
  doubt: KindDoubt | null
  /** Somebody said of which kind it is: it may change towns that we know. */
  isSaid?: boolean
  headings: readonly string[]
  columns: readonly Column[]
  /** The movement's day, as `YYYY-MM-DD`, beside which a term is over or not; null where nobody said. */
  today: string | null
  /** What somebody said that a cell under a heading means; undefined when nobody did. */
  meantValue: (heading: string, cell: string) => string | undefined
  /** Headings that may mean two things, of which one would write to somebody. */
  unsure: readonly string[]
  /** Headings that mean nothing to us, and those that are read where another one is empty. */
  ignored: readonly string[]
  repeated: readonly string[]
  /** Without the blank ones. */
  rows: readonly SheetRow[]
  blankRows: number
  /** How its file was read, where one should know. */
  remarks: readonly ReadingRemark[]
  /** Null for a sheet of a workbook. */
  delimiter: Delimiter | null
}

/** The column of refused rows' files that says why; read by nobody but the person who mends it. */
export const reasonHeadings = inLanguages({ fr: 'À corriger', en: 'To mend' })

/** How far down a heading row may be: people put titles above it. */
export const deepest = 40
/** Cells, of those that are not empty, among which headings are looked for, beyond the first row: each is weighed for every kind of sheet. Forty rows of a hundred and fifty. */
const mostWeighed = 6000

export type Recognised = Pick<
  RecognisedSheet,
  | 'kind'
  | 'shape'
  | 'doubt'
  | 'isSaid'
  | 'today'
  | 'meantValue'
  | 'headings'
  | 'columns'
  | 'unsure'
  | 'ignored'
  | 'repeated'
> & {
  /** The row above the first of the sheet's own. */
  rowIndex: number
}

/** What somebody said that a sheet is, and what stands above it and in its name. */
export type Hints = { as?: KindName | undefined; title?: string; today?: string | null | undefined }

type Candidate = Columns &
  TopRow & {
    kind: KindName
    shape: SheetKind
    /** The column that may name the group, where no heading says so. */
    unsaid?: string
  }

/** Which kind of sheet these rows are, by their headings; null when none. */
export function recognise(rows: readonly SheetRow[], kinds: SheetKinds, hints: Hints = {}): Recognised | null {
  const top = highest(rows).flatMap((_, rowIndex) =>
    headingsFrom(rows, rowIndex).map((one) => ({ ...one, headings: lettered(one.headings, kinds) })),
  )
  const said = top.flatMap((one) => candidatesOf(one, kinds, hints))
  const candidates = said.length > 0 ? said : top.flatMap((one) => unnamedCandidates(one, rows, kinds, hints))
  const [likeliest] = candidates.sort((a, b) => known(b) - known(a) || breadth(a.shape) - breadth(b.shape))
  if (!likeliest) return null
  const others = candidates.filter((one) => one.rowIndex === likeliest.rowIndex && isOfAddresses(one.shape))
  const best = (isOfPeople(likeliest, rows, hints) ? others[0] : undefined) ?? likeliest
  const { kind, shape, headings, rowIndex } = best
  const reasons: readonly string[] = Object.values(reasonHeadings)
  const without = (list: readonly string[]) => list.filter((heading) => !reasons.includes(heading))
  const above = rows.slice(0, rowIndex).flatMap(({ cells }) => cells)
  const below = rows.slice(rowIndex + 1)
  const named = withNames(withRegions(best, headings, below), headings, below)
  const counted = withServing(withoutCounts(named, headings, below), below)
  const { columns, unsure, ignored, repeated } =
    kind === 'groups' ? withStates(withoutOffices(counted, headings, below), headings, below) : counted
  const title = [hints.title ?? '', ...above].join(' ').slice(0, 1000)
  const unsaid = best.unsaid === undefined ? null : ({ code: 'name_unsaid', signs: [best.unsaid] } as const)
  const asked = hints.as ? null : (doubtOf({ ...best, rows: below, title }) ?? pastTitle(best, above, hints) ?? unsaid)
  const doubt = asked && others.length > 0 ? { ...asked, also: others.map((one) => one.kind) } : asked
  return {
    kind,
    shape,
    doubt,
    isSaid: hints.as !== undefined,
    today: hints.today ?? null,
    meantValue: kinds.meantValue,
    headings,
    columns,
    unsure,
    ignored: without(ignored),
    repeated: without(repeated),
    rowIndex,
  }
}

/** Characters of a title: longer, it is a remark. */
const longestTitle = 60

/** A sheet of groups or people whose file, or title above the headings, says that it is of what was. */
function pastTitle({ kind }: Candidate, above: readonly string[], { title = '', today = null }: Hints) {
  if (kind !== 'groups' && kind !== 'referents') return null
  const titles = [title.replace(/\.\w{2,4}(?=$| \()/, ''), ...above].filter((one) => one.length <= longestTitle)
  const signs = titles.filter((one) => isPastTitle(one) || isOfLongAgo(one, today))
  return signs.length > 0 ? ({ code: 'past_title', signs: signs.slice(0, 1) } as const) : null
}

type TopRow = { headings: string[]; rowIndex: number }

/** What the row, alone or with those below it, says as headings. */
function headingsFrom(rows: readonly SheetRow[], rowIndex: number): TopRow[] {
  const three = rows.slice(rowIndex, rowIndex + 3).map(({ cells }) => cells.map(tidied))
  const [single = [], second = []] = three
  const ways = [single, combinedHeadings(single, second), headingsOfThree(three)]
  return ways.flatMap((headings, more) => (headings ? [{ headings, rowIndex: rowIndex + more }] : []))
}

/** The kinds of groups and referents that headings are of, where none says which column names the group and one may: it is asked about. */
function unnamedCandidates(
  { headings, rowIndex }: TopRow,
  rows: readonly SheetRow[],
  kinds: SheetKinds,
  { as }: Hints,
): Candidate[] {
  const index = columnOfNames(headings, rows.slice(rowIndex + 1), kinds)
  if (index === null) return []
  return (['groups', 'referents'] as const).flatMap((kind) => {
    const heading = kinds.names.includes(kind) ? kinds.of('groups').parts.own?.name?.headings.fr[0] : undefined
    if (heading === undefined || (as !== undefined && as !== kind)) return []
    const [found] = candidatesOf({ headings: headings.with(index, heading), rowIndex }, kinds, { as: kind })
    const unsaid = headings[index] || columnLetter(index)
    return found && isComplete(found.shape, found, as !== undefined) ? [{ ...found, headings, unsaid }] : []
  })
}

/** As spreadsheets call their first columns; none of a name is beyond them. */
const columnLetter = (index: number) => String.fromCharCode(65 + index)
const letters = 26

/** A column without heading is called by its letter where somebody said what that means: `--means "A = Nom du groupe"`. */
function lettered(headings: string[], { meant }: SheetKinds): string[] {
  const isSaid = (heading: string, index: number) =>
    heading === '' && index < letters && meant.has(headingKey(columnLetter(index)))
  return headings.some(isSaid)
    ? headings.map((heading, index) => (isSaid(heading, index) ? columnLetter(index) : heading))
    : headings
}

/** The rows at the top that may be headings. */
function highest(rows: readonly SheetRow[]): readonly SheetRow[] {
  let weighed = 0
  const tooDeep = rows.slice(0, deepest).findIndex(({ cells }) => {
    const isTooMuch = weighed >= mostWeighed
    weighed += cells.filter((cell) => cell !== '').length
    return isTooMuch
  })
  return rows.slice(0, tooDeep === -1 ? deepest : tooDeep)
}

/** Whether what looks like groups may be people: where they have addresses with languages or lists, it is a sheet of those, and writes to nobody new. */
function isOfPeople(likeliest: Candidate, rows: readonly SheetRow[], { as }: Hints): boolean {
  if (as !== undefined) return false
  const doubt = doubtOf({ ...likeliest, rows: rows.slice(likeliest.rowIndex + 1), title: '' })
  return doubt?.code === 'people' || doubt?.code === 'people_or_groups'
}

const tidied = (cell: string) => cell.replace(/\s+/g, ' ').trim()

/** A heading that we know is known, also where it has to be asked what it is about. */
export function known({ columns, unsure }: Pick<RecognisedSheet, 'columns' | 'unsure'>): number {
  return columns.reduce((sum, { others }) => sum + 1 + others.length, 0) + unsure.length
}

function candidatesOf({ headings, rowIndex }: TopRow, kinds: SheetKinds, { as }: Hints): Candidate[] {
  return kinds.names
    .filter((kind) => as === undefined || kind === as)
    .flatMap((kind) => {
      const shape = kinds.of(kind)
      const found = columnsUnder(shape, headings, kinds)
      const isOther = kind === 'places' && found.signs.isBareName && !isOfTowns(headings)
      const isIt = isComplete(shape, found, as !== undefined) && (as !== undefined || !isOther)
      return isIt ? [{ kind, shape, headings, rowIndex, ...found }] : []
    })
}

/** Of two kinds that know as many columns, the one that has fewer fits better. */
function breadth({ parts }: SheetKind): number {
  return Object.values(parts).reduce((sum, fields) => sum + Object.keys(fields).length, 0)
}

/** Headings that the movement says are ours, and are not. */
export function unknownHeadings(kinds: SheetKinds): string[] {
  const ours = [...new Set(kinds.meant.values())]
  return ours.filter((heading) =>
    kinds.names.every((kind) => {
      const { columns, unsure } = columnsUnder(kinds.of(kind), [heading], kinds)
      return columns.length === 0 && unsure.length === 0
    }),
  )
}
