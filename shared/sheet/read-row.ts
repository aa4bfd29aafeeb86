import { readField } from '#shared/record/field.ts'
import type { Value } from '#shared/record/row.ts'
import { type Column, networkLabel } from './headings/columns.ts'
import { ofAll } from './headings/person-columns.ts'
import type { Part } from './kinds.ts'
import type { Entry, Fault } from './problem.ts'
import type { Sheet } from './recognise.ts'

/** Values by field. A field that is not there was empty, or its fault is in the list. */
export type Given = Record<string, Value>
export type ReferentGiven = { number: number; given: Given }

/** What a row says, each cell read on its own. */
export type Reading = {
  own: Given
  referents: ReferentGiven[]
  /** The name of the group, and of the campaign, that the row is about; empty when it has no such column. */
  group: string
  campaign: string
  faults: Fault[]
}

/** Reads a row, cell by cell. */
export function readRow({ sheet, row }: Entry): Reading {
  const reading = readOwnColumns({ sheet, row }, sheet.columns)
  for (const number of referentNumbers(sheet)) readReferent(sheet, number, row.cells, reading)
  // A row of a sheet of referents is nothing without them
  return sheet.kind === 'referents' && reading.referents.length === 0
    ? { ...reading, faults: reading.faults.map(lostWhole) }
    : reading
}

/** Why nothing of a row can be taken, whatever else it says; null when something can. */
export function lostRow({ sheet, row }: Entry): Fault | null {
  if (lastFilled(row.cells) >= sheet.headings.length) return rowTooLong(sheet, lastFilled(row.cells) + 1)
  const decisive = sheet.columns.filter(({ part, field }) => part !== 'own' || isNeeded(sheet, part, field))
  return readOwnColumns({ sheet, row }, decisive).faults.find((fault) => fault.loses === 'row') ?? null
}

function readOwnColumns({ sheet, row }: Entry, columns: readonly Column[]): Reading {
  const reading: Reading = { own: {}, referents: [], group: '', campaign: '', faults: [] }
  for (const column of columns) {
    const text = cellOf(row.cells, column, sheet)
    if (column.part === 'own') readOwn(sheet, column, text, reading)
    else if (column.part === 'group' || column.part === 'campaign') readReference(column, column.part, text, reading)
  }
  return reading
}

/** The trimmed text of a row's cell; empty when the sheet has no such column. */
export function textOf({ sheet, row }: Entry, part: Part, field: string): string {
  const column = sheet.columns.find((candidate) => candidate.part === part && candidate.field === field)
  return column ? cellOf(row.cells, column, sheet) : ''
}

/** What a column says, with those of the same meaning. */
function cellOf(cells: readonly string[], column: Column, sheet: Sheet): string {
  const all = [column.index, ...column.others]
  if (column.joining === 'first') return textAt(cells, all.find((index) => textAt(cells, index) !== '') ?? column.index)
  const filled = all.filter((index) => textAt(cells, index) !== '')
  if (column.joining === 'words') return filled.map((index) => textAt(cells, index)).join(' ')
  return filled.map((index) => labelled(textAt(cells, index), sheet.headings[index] ?? '')).join('\n')
}

/** Pasted cells bring characters that nobody sees: zero-width spaces and joiners of words. */
function textAt(cells: readonly string[], index: number): string {
  return (cells[index] ?? '').replace(/[\u200B\u2060\uFEFF]/g, '').trim()
}

/** `Instagram : @pau` where the address does not say which network it is of. */
function labelled(text: string, heading: string): string {
  const label = networkLabel(heading)
  return label === null || text.toLowerCase().includes(label.toLowerCase()) ? text : `${label} : ${text}`
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '')
}

function rowTooLong(sheet: Sheet, cells: number): Fault {
  const problem = { code: 'row_too_long', cells, headings: sheet.headings.length } as const
  return { field: null, columns: [], value: '', problem, loses: 'row' }
}

type ReadCell = { value?: Value; fault?: Fault }

/** What a spreadsheet shows where a formula failed. */
const failedFormula = /^#(N\/A|REF!|VALUE!|VALEUR!|NAME\?|NOM\?|DIV\/0!|NULL!|NUM!|ERROR!|NOMBRE!|SPILL!)$/i

function readCell(sheet: Sheet, column: Column, text: string, loses: Fault['loses']): ReadCell {
  const fault = (problem: Fault['problem']): ReadCell => ({
    fault: { field: column.field, columns: [column.index, ...column.others], value: text, problem, loses },
  })
  const field = sheet.shape.parts[column.part]?.[column.field]
  if (!field) throw new Error(`${sheet.kind} has no ${column.part} ${column.field}`)
  if (failedFormula.test(text)) return fault({ code: 'spreadsheet_error' })
  const { value, problem } = readField(field, text)
  return problem ? fault(problem) : { value: value as Value }
}

function readOwn(sheet: Sheet, column: Column, text: string, reading: Reading): void {
  const needed = isNeeded(sheet, 'own', column.field)
  if (text === '' && !(needed && readCell(sheet, column, text, 'row').fault)) return
  const { value, fault } = readCell(sheet, column, text, needed ? 'row' : 'cell')
  if (fault) reading.faults.push(fault)
  else if (value !== undefined && value !== null) reading.own[column.field] = value
}

/** A part in a campaign without its role has no place to go, as a training without its day. */
function isNeeded(sheet: Sheet, part: Part, field: string): boolean {
  const named = sheet.shape.needs.some(([needed, name]) => needed === part && name === field)
  return named || (sheet.kind === 'participations' && field === 'role')
}

function readReference(column: Column, part: 'group' | 'campaign', text: string, reading: Reading): void {
  reading[part] = text.replace(/\s+/g, ' ')
  if (text !== '') return
  const problem = { code: 'required' } as const
  reading.faults.push({ field: part, columns: [column.index], value: '', problem, loses: 'row' })
}

const numbersOfSheets = new WeakMap<Sheet, number[]>()

function referentNumbers(sheet: Sheet): number[] {
  const known = numbersOfSheets.get(sheet)
  if (known) return known
  const referents = sheet.columns.filter((column) => column.part === 'referent')
  const numbers = [...new Set(referents.map((column) => column.number))]
    .filter((number) => number !== ofAll)
    .sort((a, b) => a - b)
  numbersOfSheets.set(sheet, numbers)
  return numbers
}

/** A referent is who has an address: without a sound one there is nobody to write to. */
function readReferent(sheet: Sheet, number: number, cells: readonly string[], reading: Reading): void {
  const columns = sheet.columns.filter((column) => column.part === 'referent' && column.number === number)
  if (columns.every((column) => cellOf(cells, column, sheet) === '')) return
  const address = columns.find((column) => column.field === 'email')
  const all = columns.flatMap((column) => [column.index, ...column.others])
  const from = (index: number) => [index, ...all.filter((other) => other !== index)]
  if (!address || cellOf(cells, address, sheet) === '') {
    const name = columns.map((column) => cellOf(cells, column, sheet)).find((text) => text !== '') ?? ''
    const problem = { code: 'referent_without_email', name } as const
    const first = address?.index ?? all[0] ?? 0
    reading.faults.push({ field: 'email', columns: from(first), value: '', problem, loses: 'referent' })
    return
  }
  const email = readCell(sheet, address, cellOf(cells, address, sheet), 'referent')
  if (email.fault) {
    reading.faults.push({ ...email.fault, columns: from(address.index) })
    return
  }
  const given: Given = { email: email.value ?? null }
  for (const column of [...columns, ...sheet.columns.filter(isOfAll)]) {
    const text = cellOf(cells, column, sheet)
    if (column === address || text === '') continue
    const { value, fault } = readCell(sheet, column, text, 'cell')
    if (fault) reading.faults.push({ ...fault, columns: [column.index, address.index] })
    else if (value !== undefined && given[column.field] === undefined) given[column.field] = value
  }
  reading.referents.push({ number, given })
}

function isOfAll({ part, number }: Column): boolean {
  return part === 'referent' && number === ofAll
}

function lostWhole(fault: Fault): Fault {
  return { ...fault, loses: 'row' }
}
