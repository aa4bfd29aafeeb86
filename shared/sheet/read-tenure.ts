import { fold } from '#shared/record/fold.ts'
import { type TenureField, tenureFields, tenureHeading } from './headings/tenure-heading.ts'
import type { Entry, SheetFault } from './problem.ts'
import type { CellReading } from './read-row.ts'
import { type RecognisedSheet, reasonHeadings } from './recognise.ts'
import { saysGone } from './values/gone-said.ts'
import { isNothing } from './values/nothing.ts'
import { dayOrderOf } from './values/read-value.ts'
import { isEnded } from './values/state.ts'
import { isOver } from './values/tenure.ts'

/** A column that may say that somebody is not to be written to. `number`: of which referent of its row, 0 of all. */
type GoneColumn = {
  index: number
  number: number
  isRefusal: boolean
  isRemark: boolean
  says: (cell: string) => boolean
}

/** A cell that says so. */
export type GoneCell = Pick<GoneColumn, 'number' | 'isRefusal' | 'isRemark'> & { index: number; cell: string }

/** Who a row says is not to be written to (`Désinscrit`, `Mail valide`: no), or may be no longer there (`Fin de mandat`, `Remplacé par`, a remark), is nobody's referent until somebody says so. */
export function refuseGone(entry: Entry, reading: CellReading): void {
  if (reading.referents.length === 0) return
  if (entry.sheet.kind === 'referents' && entry.under) {
    refuseBelow(entry, reading)
    return
  }
  const isSilent = reading.own.state === 'closed' || reading.own.state === 'asleep'
  const cells = goneCells(entry).filter(({ isRemark }) => !(isRemark && isSilent))
  if (cells.length === 0) return
  const names = reading.referents.map(({ given }) => String(given.name ?? given.email ?? ''))
  const refused = reading.referents.map(({ number }, at) =>
    cells.find((cell) => isAbout(cell, number, names[at] ?? '', names)),
  )
  refused.forEach((cell, at) => {
    if (cell) reading.faults.push(faultOf(entry, cell, names[at] ?? ''))
  })
  reading.referents = reading.referents.filter((_, at) => refused[at] === undefined)
}

/** Who stands below a title such as `Anciens`. */
function refuseBelow({ sheet, row }: Entry, reading: CellReading): void {
  const columns = sheet.columns.filter(({ part }) => part === 'referent').map(({ index }) => index)
  for (const { given } of reading.referents) {
    const name = String(given.name ?? given.email ?? '')
    const problem = { code: 'person_past', name } as const
    const value = row.cells[columns[0] ?? 0] ?? ''
    reading.faults.push({ field: 'name', columns, value, problem, loses: 'referent' })
  }
  reading.referents = []
}

/** A remark that names some of the row's people is about them; one that names none may be about each. */
function isAbout(
  { number: of, isRemark, cell }: GoneCell,
  number: number,
  name: string,
  all: readonly string[],
): boolean {
  if (of !== 0) return of === number
  return !isRemark || isNamed(name, cell) || !all.some((one) => isNamed(one, cell))
}

function isNamed(name: string, cell: string): boolean {
  const words = new Set(fold(cell.slice(0, longest)).split(' '))
  return fold(name)
    .split(' ')
    .some((word) => word.length > 2 && words.has(word))
}

function faultOf({ sheet }: Entry, { index, cell, isRefusal }: GoneCell, name: string): SheetFault {
  const heading = sheet.headings[index] ?? ''
  const problem = { code: isRefusal ? 'person_refuses' : 'person_over', name, heading } as const
  const columns = sheet.columns.filter(({ part }) => part === 'referent').map((column) => column.index)
  return { field: 'name', columns: [...new Set([index, ...columns])], value: cell, problem, loses: 'referent' }
}

/** The cells of a row that say so of its people. */
export function goneCells({ sheet, row: { cells } }: Entry): GoneCell[] {
  return goneColumns(sheet).flatMap(({ index, number, isRefusal, isRemark, says }) => {
    const cell = (cells[index] ?? '').trim()
    if (cell === '') return []
    const meant = sheet.meantValue(sheet.headings[index] ?? '', cell) ?? cell
    return says(meant) ? [{ index, number, isRefusal, isRemark, cell }] : []
  })
}

const columnsOf = new WeakMap<RecognisedSheet, GoneColumn[]>()

function goneColumns(sheet: RecognisedSheet): GoneColumn[] {
  const known = columnsOf.get(sheet)
  if (known) return known
  const columns = [...saidColumns(sheet), ...remarkColumns(sheet)]
  columnsOf.set(sheet, columns)
  return columns
}

function saidColumns(sheet: RecognisedSheet): GoneColumn[] {
  const ofPeople = sheet.columns.filter(({ part }) => part === 'key')
  return ofPeople.flatMap(({ field, index, others }) =>
    [index, ...others].flatMap((at): GoneColumn[] => {
      const says = readingOf(sheet, field, at)
      const { number = 0 } = tenureHeading(sheet.headings[at] ?? '') ?? {}
      return says ? [{ index: at, number, isRefusal: field in refusals, isRemark: false, says }] : []
    }),
  )
}

/** A no, or nothing, under `Désinscrit` says nothing; so does a yes under `Mail valide`. */
const refusals: Readonly<Record<string, (cell: string) => boolean>> = {
  gone: (cell) => !isNothing(cell) && isEnded(cell) !== false,
  valid: (cell) => !isNothing(cell) && isEnded(cell) === false,
}

function readingOf(sheet: RecognisedSheet, field: string, index: number): GoneColumn['says'] | undefined {
  const tenure = tenureFields.find((one): one is TenureField => one === field)
  if (tenure === undefined) return refusals[field]
  const { today } = sheet
  return (cell) => isOver(tenure, cell, { today, isMonthFirst: dayOrderOf(sheet, { index }) === 'month_first' })
}

/** Columns of remarks, and of what we do not know, that are looked at. */
const mostRemarks = 50
/** Characters of a remark that are looked at. */
const longest = 500

function remarkColumns({ kind, columns, headings }: RecognisedSheet): GoneColumn[] {
  if (kind !== 'groups' && kind !== 'referents') return []
  const reasons: readonly string[] = Object.values(reasonHeadings)
  const remarks = new Set(columns.flatMap((one) => (one.field === 'note' ? [one.index, ...one.others] : [])))
  const read = new Set(columns.flatMap(({ index, others }) => [index, ...others]))
  return headings
    .flatMap((heading, index) => (remarks.has(index) || !(read.has(index) || reasons.includes(heading)) ? [index] : []))
    .slice(0, mostRemarks)
    .map((index) => ({ index, number: 0, isRefusal: false, isRemark: true, says: saysGone }))
}
