import { headingKey, headingPattern, meantHeading, meantHeadings } from '#shared/record/heading.ts'
import { words } from '#shared/text/words.ts'
import type { Delimiter, SheetRow } from './delimited.ts'
import { type KindName, kindNames, kindOf, type Part } from './kinds.ts'

/** A column that we know. `number` counts repeated columns from 1, as in `Mail réf 2`. */
export type Column = { index: number; part: Part; field: string; number: number }

/** A sheet that we know what to do with. */
export type Sheet = {
  /** The name of its file, and of its tab where the file has several. */
  title: string
  kind: KindName
  headings: readonly string[]
  columns: readonly Column[]
  /** Headings that mean nothing to us, and those that say again what another column says. */
  ignored: readonly string[]
  repeated: readonly string[]
  /** Without the blank ones. */
  rows: readonly SheetRow[]
  blankRows: number
  /** Null for a sheet of a workbook. */
  delimiter: Delimiter | null
}

/** The column of refused rows' files that says why; read by nobody but the person who mends it. */
export const reasonHeadings = words({ fr: 'À corriger', en: 'To mend' })

/** How far down a heading row may be: people put titles above it. */
export const deepest = 10

export type Recognised = Pick<Sheet, 'kind' | 'headings' | 'columns' | 'ignored' | 'repeated'> & { rowIndex: number }

/** Which kind of sheet these rows are, by their headings; null when none. */
export function recognise(rows: readonly SheetRow[]): Recognised | null {
  const candidates = rows.slice(0, deepest).flatMap((row, rowIndex) => {
    const headings = row.cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
    return kindNames.flatMap((kind) => {
      const columns = columnsOf(kind, headings)
      return isComplete(kind, columns) ? [{ kind, headings, columns, rowIndex }] : []
    })
  })
  const [best] = candidates.sort((a, b) => b.columns.length - a.columns.length || breadth(a.kind) - breadth(b.kind))
  return best ? { ...best, ...leftOver(best.kind, best.headings, best.columns) } : null
}

/** Of two kinds that know as many columns, the one that has fewer fits better. */
function breadth(kind: KindName): number {
  return Object.values(kindOf(kind).parts).reduce((sum, fields) => sum + Object.keys(fields).length, 0)
}

function isComplete(name: KindName, columns: readonly Column[]): boolean {
  const { needs, atLeast } = kindOf(name)
  const has = ([part, field]: readonly [Part, string]) =>
    columns.some((column) => column.part === part && column.field === field)
  return needs.every(has) && columns.filter((column) => column.part === 'own').length >= atLeast
}

/** The known columns; of two with one meaning, the first. */
function columnsOf(kind: KindName, headings: readonly string[]): Column[] {
  const columns = new Map<string, Column>()
  headings.forEach((heading, index) => {
    const meaning = meaningOf(kind, heading)
    if (!meaning) return
    const key = `${meaning.part} ${meaning.field} ${meaning.number}`
    if (!columns.has(key)) columns.set(key, { index, ...meaning })
  })
  return [...columns.values()]
}

function leftOver(kind: KindName, headings: readonly string[], columns: readonly Column[]) {
  const taken = new Set(columns.map((column) => column.index))
  const reasons: readonly string[] = Object.values(reasonHeadings)
  const others = headings.filter((heading, index) => !taken.has(index) && heading !== '' && !reasons.includes(heading))
  return {
    ignored: others.filter((heading) => !meaningOf(kind, heading)),
    repeated: others.filter((heading) => meaningOf(kind, heading)),
  }
}

type Meaning = Omit<Column, 'index'>

/** Headings that the movement's configuration says are ours, and are not. */
export function unknownHeadings(): string[] {
  return meantHeadings.filter((heading) => !kindNames.some((kind) => meaningOf(kind, heading)))
}

function meaningOf(kind: KindName, heading: string): Meaning | null {
  const key = headingKey(meantHeading(heading))
  if (key === '') return null
  for (const { pattern, part, field } of patternsOf(kind)) {
    const match = pattern.exec(key)
    if (match) return { part, field, number: Number(match[1] || 1) }
  }
  return null
}

type Pattern = { pattern: RegExp; part: Part; field: string }
const patterns = new Map<KindName, Pattern[]>()

function patternsOf(kind: KindName): Pattern[] {
  const known = patterns.get(kind)
  if (known) return known
  const made = Object.entries(kindOf(kind).parts).flatMap(([part, fields]) =>
    Object.entries(fields).flatMap(([field, { headings }]) =>
      Object.values(headings)
        .flat()
        .map((heading) => ({ pattern: headingPattern(heading), part: part as Part, field })),
    ),
  )
  patterns.set(kind, made)
  return made
}
