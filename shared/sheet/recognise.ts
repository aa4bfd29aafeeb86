import { headingKey } from '#shared/record/heading.ts'
import { words } from '#shared/text/words.ts'
import type { Delimiter, SheetRow } from './delimited.ts'
import type { Kind, KindName, Part, SheetKinds } from './kinds.ts'
import type { ReadingRemark } from './reading-remark.ts'

/** A column that we know. `number` counts repeated columns from 1, as in `Mail réf 2`. */
export type Column = { index: number; part: Part; field: string; number: number }

/** A sheet that we know what to do with. */
export type Sheet = {
  /** The name of its file, and of its tab where the file has several. */
  title: string
  kind: KindName
  shape: Kind
  headings: readonly string[]
  columns: readonly Column[]
  /** Headings that mean nothing to us, and those that say again what another column says. */
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
export const reasonHeadings = words({ fr: 'À corriger', en: 'To mend' })

/** How far down a heading row may be: people put titles above it. */
export const deepest = 10

export type Recognised = Pick<Sheet, 'kind' | 'shape' | 'headings' | 'columns' | 'ignored' | 'repeated'> & {
  rowIndex: number
}

/** Which kind of sheet these rows are, by their headings; null when none. */
export function recognise(rows: readonly SheetRow[], kinds: SheetKinds): Recognised | null {
  const candidates = rows.slice(0, deepest).flatMap((row, rowIndex) => {
    const headings = row.cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
    return kinds.names.flatMap((kind) => {
      const shape = kinds.of[kind]
      const columns = columnsOf(shape, headings, kinds)
      return isComplete(shape, columns) ? [{ kind, shape, headings, columns, rowIndex }] : []
    })
  })
  const [best] = candidates.sort((a, b) => b.columns.length - a.columns.length || breadth(a.shape) - breadth(b.shape))
  return best ? { ...best, ...leftOver(best, kinds) } : null
}

/** Of two kinds that know as many columns, the one that has fewer fits better. */
function breadth({ parts }: Kind): number {
  return Object.values(parts).reduce((sum, fields) => sum + Object.keys(fields).length, 0)
}

function isComplete({ needs, atLeast }: Kind, columns: readonly Column[]): boolean {
  const has = ([part, field]: readonly [Part, string]) =>
    columns.some((column) => column.part === part && column.field === field)
  return needs.every(has) && columns.filter((column) => column.part === 'own').length >= atLeast
}

/** The known columns; of two with one meaning, the first. */
function columnsOf(shape: Kind, headings: readonly string[], kinds: SheetKinds): Column[] {
  const columns = new Map<string, Column>()
  headings.forEach((heading, index) => {
    const meaning = meaningOf(shape, heading, kinds)
    if (!meaning) return
    const key = `${meaning.part} ${meaning.field} ${meaning.number}`
    if (!columns.has(key)) columns.set(key, { index, ...meaning })
  })
  return [...columns.values()]
}

function leftOver({ shape, headings, columns }: Pick<Sheet, 'shape' | 'headings' | 'columns'>, kinds: SheetKinds) {
  const taken = new Set(columns.map((column) => column.index))
  const reasons: readonly string[] = Object.values(reasonHeadings)
  const others = headings.filter((heading, index) => !taken.has(index) && heading !== '' && !reasons.includes(heading))
  return {
    ignored: others.filter((heading) => !meaningOf(shape, heading, kinds)),
    repeated: others.filter((heading) => meaningOf(shape, heading, kinds)),
  }
}

type Meaning = Omit<Column, 'index'>

/** Headings that the movement says are ours, and are not. */
export function unknownHeadings(kinds: SheetKinds): string[] {
  const ours = [...new Set(kinds.meant.values())]
  return ours.filter((heading) => !kinds.names.some((kind) => meaningOf(kinds.of[kind], heading, kinds)))
}

function meaningOf({ patterns }: Kind, heading: string, { meant }: SheetKinds): Meaning | null {
  const own = headingKey(heading)
  const key = headingKey(meant.get(own) ?? heading)
  if (key === '') return null
  for (const { pattern, part, field } of patterns) {
    const match = pattern.exec(key)
    if (match) return { part, field, number: Number(match[1] || 1) }
  }
  return null
}
