import type { Value } from '#shared/record/row.ts'
import { type Column, networkLabel } from './headings/columns.ts'
import { ofAll } from './headings/person-columns.ts'
import type { Part } from './kinds.ts'
import type { Entry, Note, SheetFault } from './problem.ts'
import { readReferent } from './read-referent.ts'
import { refuseGone } from './read-tenure.ts'
import type { RecognisedSheet } from './recognise.ts'
import { latestDay } from './values/latest-day.ts'
import { isNothing } from './values/nothing.ts'
import { isNamedIn } from './values/people.ts'
import { readValue } from './values/read-value.ts'
import { isEnded, readState, stateInName } from './values/state.ts'
import { isStruck, unstruck } from './values/struck.ts'

/** Values by field. A field that is not there was empty, or its fault is in the list. */
export type Given = Record<string, Value>
export type ReferentGiven = { number: number; given: Given }

/** What a row says, each cell read on its own. */
export type CellReading = {
  own: Given
  referents: ReferentGiven[]
  /** The name of the group, and of the campaign, that the row is about; empty when it has no such column. */
  group: string
  campaign: string
  faults: SheetFault[]
  notes: Note[]
}

/** Reads a row, cell by cell. */
export function readRow({ sheet, row, under }: Entry): CellReading {
  const reading = readOwnColumns({ sheet, row }, sheet.columns)
  for (const number of referentNumbers(sheet)) readReferent({ sheet, row }, number, reading)
  if (sheet.kind === 'groups') {
    readEnding({ sheet, row }, reading)
    readStateOfName({ sheet, row }, reading)
    readStateOfNote({ sheet, row }, reading)
  }
  mergeAddresses(reading)
  refuseGone({ sheet, row, ...(under ? { under } : {}) }, reading)
  // A row of a sheet of referents is nothing without them
  return sheet.kind === 'referents' && reading.referents.length === 0
    ? { ...reading, faults: reading.faults.map(lostWhole) }
    : reading
}

/** Why nothing of a row can be taken, whatever else it says; null when something can. */
export function lostRow({ sheet, row }: Entry): SheetFault | null {
  if (lastFilled(row.cells) >= sheet.headings.length) return rowTooLong(sheet, lastFilled(row.cells) + 1)
  const past = sheet.columns.find(
    ({ part, field, index }) =>
      field === 'name' && (part === 'own' || part === 'group') && isStruck(row.cells[index] ?? ''),
  )
  if (past) return struckOut(past, row.cells[past.index] ?? '')
  const decisive = sheet.columns.filter(({ part, field }) => part !== 'own' || isNeeded(sheet, part, field))
  return readOwnColumns({ sheet, row }, decisive).faults.find((fault) => fault.loses === 'row') ?? null
}

function struckOut({ index }: Column, value: string): SheetFault {
  return { field: 'name', columns: [index], value, problem: { code: 'struck', name: unstruck(value) }, loses: 'row' }
}

function readOwnColumns({ sheet, row }: Entry, columns: readonly Column[]): CellReading {
  const reading: CellReading = { own: {}, referents: [], group: '', campaign: '', faults: [], notes: [] }
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
export function cellOf(cells: readonly string[], column: Column, sheet: RecognisedSheet): string {
  const says = column.field === 'state' ? isStateSaid : isSaid
  if (column.others.length === 0 && column.joining !== 'lines') {
    const text = textAt(cells, column.index)
    return says(text) ? text : ''
  }
  const filled = [column.index, ...column.others].filter((index) => says(textAt(cells, index)))
  if (filled.length === 0) return ''
  if (column.joining === 'first') return textAt(cells, filled[0] ?? column.index)
  if (column.joining === 'words') return filled.map((index) => textAt(cells, index)).join(' ')
  return filled.map((index) => labelled(textAt(cells, index), sheet.headings[index] ?? '')).join('\n')
}

const isSaid = (text: string) => text !== '' && !isNothing(text)
/** A state that nobody knows (`?`, `à vérifier`) is not the one that goes without saying. */
const isStateSaid = (text: string) => text !== '' && !/^[-–—.\s]+$/.test(text)

/** Pasted cells bring characters that nobody sees: zero-width spaces and joiners of words. */
function textAt(cells: readonly string[], index: number): string {
  const cell = cells[index] ?? ''
  return (/[\u200B\u2060\uFEFF]/.test(cell) ? cell.replace(/[\u200B\u2060\uFEFF]/g, '') : cell).trim()
}

/** `Instagram : @pau` where the address does not say which network it is of. */
function labelled(text: string, heading: string): string {
  const label = networkLabel(heading)
  return label === null || text.toLowerCase().includes(label.toLowerCase()) ? text : `${label} : ${text}`
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '')
}

function rowTooLong(sheet: RecognisedSheet, cells: number): SheetFault {
  const problem = { code: 'row_too_long', cells, headings: sheet.headings.length } as const
  return { field: null, columns: [], value: '', problem, loses: 'row' }
}

/** Reads a cell as a value of its field, as sheets write them. */
export function readCell(sheet: RecognisedSheet, column: Column, text: string, loses: SheetFault['loses']): ReadCell {
  const columns = [column.index, ...column.others]
  const { value, problem, note } = readValue(sheet, column, text)
  return problem
    ? { fault: { field: column.field, columns, value: text, problem, loses } }
    : { value: value as Value, ...(note ? { note } : {}) }
}

type ReadCell = { value?: Value; fault?: SheetFault; note?: Note }

function readOwn(sheet: RecognisedSheet, column: Column, text: string, reading: CellReading): void {
  const needed = isNeeded(sheet, 'own', column.field)
  if (text === '' && !(needed && readCell(sheet, column, text, 'row').fault)) return
  const { value, fault, note } = readCell(sheet, column, text, needed ? 'row' : 'cell')
  if (note) reading.notes.push(note)
  if (fault) reading.faults.push(fault)
  else if (value !== undefined && value !== null) reading.own[column.field] = value
}

/** A part in a campaign without its role has no place to go, as a training without its day. */
function isNeeded(sheet: RecognisedSheet, part: Part, field: string): boolean {
  const named = sheet.shape.needs.some(([needed, name]) => needed === part && name === field)
  return named || (sheet.kind === 'participations' && field === 'role')
}

function readReference(column: Column, part: 'group' | 'campaign', text: string, reading: CellReading): void {
  reading[part] = text.replace(/\s+/g, ' ')
  if (text !== '') return
  const problem = { code: 'required' } as const
  reading.faults.push({ field: part, columns: [column.index], value: '', problem, loses: 'row' })
}

const numbersOfSheets = new WeakMap<RecognisedSheet, number[]>()

function referentNumbers(sheet: RecognisedSheet): number[] {
  const known = numbersOfSheets.get(sheet)
  if (known) return known
  const referents = sheet.columns.filter((column) => column.part === 'referent')
  const numbers = [...new Set(referents.map((column) => column.number))]
    .filter((number) => number !== ofAll)
    .sort((a, b) => a - b)
  numbersOfSheets.set(sheet, numbers)
  return numbers
}

export function isOfAll({ part, number }: Column): boolean {
  return part === 'referent' && number === ofAll
}

/** A column `Fermé le` or `En sommeil`: what it says counts, also where the state says that the group is active: then either may be old. */
function readEnding({ sheet, row }: Entry, reading: CellReading): void {
  for (const state of ['closed', 'asleep'] as const) {
    const column = sheet.columns.find(({ part, field }) => part === 'key' && field === state)
    const cell = column ? cellOf(row.cells, column, sheet) : ''
    const isSo = column && cell !== '' && !isLater(cell, sheet.today) ? isEnded(cell) : false
    if (!column || isSo === false || reading.own.state === 'closed') continue
    if (isSo && reading.own.state !== 'active') {
      reading.own.state = state
      reading.notes.push({ code: 'understood', field: 'state', from: cell, to: state })
      continue
    }
    delete reading.own.state
    const problem = { code: 'state_unknown', heading: sheet.headings[column.index] ?? '' } as const
    reading.faults.push({ field: 'state', columns: [column.index], value: cell, problem, loses: 'cell' })
  }
}

/** A day that is yet to come: until then nothing has ended. */
function isLater(cell: string, today: string | null): boolean {
  const day = latestDay(cell, false)
  return day !== null && today !== null && day >= today && !/\p{L}{2}/u.test(cell)
}

/** `groupe dissous en 2022` among the remarks, where nothing else says how the group does: it is not written to until somebody says. */
function readStateOfNote({ sheet }: Entry, reading: CellReading): void {
  const { own } = reading
  const column = sheet.columns.find(({ part, field }) => part === 'own' && field === 'note')
  if (!column || own.state !== undefined || typeof own.note !== 'string') return
  const state = readState(own.note, false)
  if (state !== 'closed' && state !== 'asleep') return
  own.state = state
  reading.notes.push({ code: 'understood', field: 'state', from: own.note, to: state })
}

/** `Pau (fermé)`, `Pau - OLD`, `† Pau`: a state that stands beside a name. Where another cell says that the group is active, either may be old. */
function readStateOfName({ sheet }: Entry, { own, notes, faults }: CellReading): void {
  if (typeof own.name !== 'string') return
  const { said, state } = stateInName(own.name)
  if (state === null) return
  if (own.state === undefined) {
    own.state = state
    notes.push({ code: 'understood', field: 'state', from: said, to: state })
    return
  }
  if (isWrittenTo(state) || !isWrittenTo(own.state)) return
  delete own.state
  const index = sheet.columns.find(({ part, field }) => part === 'own' && field === 'name')?.index ?? 0
  const problem = { code: 'state_unknown', heading: sheet.headings[index] ?? '' } as const
  faults.push({ field: 'state', columns: [index], value: own.name, problem, loses: 'cell' })
}

/** Whether a group in this state is written to, unless a movement says otherwise. */
const isWrittenTo = (state: Value) => state === 'active' || state === 'starting'

/** An address without a name in which somebody of the same row is named (`lea.roy@…` beside Léa Roy) is another one of theirs. */
function mergeAddresses(reading: CellReading): void {
  if (reading.referents.length < 2) return
  const named = reading.referents.filter(({ given }) => given.name !== undefined)
  reading.referents = reading.referents.filter(({ given }) => {
    if (given.name !== undefined || typeof given.email !== 'string') return true
    const owner = named.find(({ given: { name } }) => isNamedIn(String(name), String(given.email)))
    if (owner) reading.notes.push({ code: 'beyond', name: String(owner.given.name), said: given.email })
    return owner === undefined
  })
}

function lostWhole(fault: SheetFault): SheetFault {
  return { ...fault, loses: 'row' }
}
