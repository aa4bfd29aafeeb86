import type { Fields } from '#shared/record/field.ts'
import type { Column } from './headings/columns.ts'
import type { Entry, SheetFault } from './problem.ts'
import { type CellReading, cellOf, type Given, isOfAll, readCell } from './read-row.ts'
import type { RecognisedSheet } from './recognise.ts'
import { isNobody } from './values/nothing.ts'
import { type PersonCells, peopleIn, type SaidPeople, type SaidPerson } from './values/people.ts'
import { isFailedFormula } from './values/read-value.ts'
import { isStruck, unstruck } from './values/struck.ts'
import { isPast } from './values/tenure.ts'

type Cells = { sheet: RecognisedSheet; cells: readonly string[]; columns: readonly Column[] }

/** Reads whom the columns of one referent name: one person, or several who share a cell. */
export function readReferent({ sheet, row: { cells } }: Entry, number: number, reading: CellReading): void {
  const columns = sheet.columns.filter((column) => column.part === 'referent' && column.number === number)
  const at: Cells = { sheet, cells, columns }
  const said = { name: saidIn(at, 'name'), email: saidIn(at, 'email'), phone: saidIn(at, 'phone') }
  const past = struckIn(at)
  if (past !== '') {
    const problem = { code: 'person_struck', name: unstruck(past).trim() } as const
    reading.faults.push({ field: 'name', columns: mendedBy(at, 'name'), value: past, problem, loses: 'referent' })
    return
  }
  if (said.name === '' && said.email === '' && said.phone === '') return
  if (isFailedFormula(said.name)) {
    const problem = { code: 'spreadsheet_error' } as const
    const columns = mendedBy(at, 'name')
    return void reading.faults.push({ field: 'name', columns, value: said.name, problem, loses: 'referent' })
  }
  const nobody = said.name === '' ? nobodyIn(at) : ''
  const { people, beyond, problem }: SaidPeople =
    nobody === '' ? peopleIn(said) : { problem: { code: 'person_doubtful', name: nobody } }
  if (problem) {
    const value = said.name || nobody
    reading.faults.push({ field: 'name', columns: mendedBy(at, 'name'), value, problem, loses: 'referent' })
    return
  }
  for (const person of people) readPerson(at, person, number, reading)
  const name = people[0]?.name || said.email
  for (const one of beyond) reading.notes.push({ code: 'beyond', name, said: one })
}

function saidIn({ sheet, cells, columns }: Cells, field: keyof PersonCells): string {
  const column = columns.find((one) => one.field === field)
  return column ? cellOf(cells, column, sheet) : ''
}

/** A name or an address that is struck through; '' where none is. */
function struckIn({ cells, columns }: Cells): string {
  // Read for each referent of each row: nearly all have none, and nothing is made for them
  if (!cells.some(isStruck)) return ''
  const own = columns.filter(({ field }) => field === 'name' || field === 'email')
  const said = own.flatMap(({ index, others }) => [index, ...others]).map((index) => cells[index] ?? '')
  return said.find((cell) => isStruck(cell) && unstruck(cell).trim() !== '') ?? ''
}

/** What stands where the name would, and says that there is none any more; '' where nothing does. */
function nobodyIn({ cells, columns }: Cells): string {
  const names = columns.filter(({ field }) => field === 'name').flatMap(({ index, others }) => [index, ...others])
  return names.map((index) => cells[index] ?? '').find(isNobody) ?? ''
}

/** The columns that it takes to mend a referent, the one that is wrong first. */
function mendedBy({ columns }: Cells, field: string): number[] {
  const indexes = (column: Column) => [column.index, ...column.others]
  const first = columns.filter((column) => column.field === field).flatMap(indexes)
  const others = columns.filter((column) => column.field !== field).flatMap(indexes)
  return [...first, ...others]
}

/** A referent is who has a sound address or, without one, a name and a number: they are called. */
function readPerson(at: Cells, said: SaidPerson, number: number, reading: CellReading): void {
  const given: Given = { email: null }
  if (said.email !== '') {
    const { value, fault } = readIn(at, 'email', said.email, 'referent')
    if (fault) return void reading.faults.push({ ...fault, columns: mendedBy(at, 'email') })
    given.email = value ?? null
  }
  if (said.phone !== '') readInto(at, 'phone', said.phone, given, reading)
  if (said.name !== '') readInto(at, 'name', said.name, given, reading)
  if (given.email === null && (typeof given.phone !== 'string' || given.name === undefined)) {
    const problem = { code: 'referent_without_email', name: said.name || said.phone } as const
    reading.faults.push({ field: 'email', columns: mendedBy(at, 'email'), value: '', problem, loses: 'referent' })
    return
  }
  readOthers(at, said, given, reading)
  readOwn(at, given, reading)
  const past = pastRole(at) ?? (isPast(said.role ?? '') ? said.role : null)
  if (past !== null) {
    const problem = { code: 'person_past', name: `${said.name || said.email} (${past})` } as const
    reading.faults.push({ field: 'role', columns: mendedBy(at, 'role'), value: past, problem, loses: 'referent' })
    return
  }
  if (given.email === null) reading.notes.push({ code: 'called', name: String(given.name) })
  reading.referents.push({ number, given })
}

/** A role that somebody had (`ancienne présidente`, `ex-trésorier`). */
function pastRole({ cells, columns }: Cells): string | null {
  if (!columns.some(({ field }) => field === 'role')) return null
  const roles = columns.filter(({ field }) => field === 'role').flatMap(({ index, others }) => [index, ...others])
  return roles.map((index) => (cells[index] ?? '').trim()).find(isPast) ?? null
}

/** What they do, and the language that they read, which a row may say of all its referents. */
function readOthers(at: Cells, said: SaidPerson, given: Given, reading: CellReading): void {
  const { sheet, cells, columns } = at
  for (const field of ['role', 'language']) {
    const own = columns.find((column) => column.field === field)
    const column = own ?? sheet.columns.find((one) => isOfAll(one) && one.field === field)
    const text = column ? cellOf(cells, column, sheet) : ''
    if (column && text !== '') readInto({ ...at, columns: [column, ...columns] }, field, text, given, reading)
  }
  if (given.role === undefined && said.role !== null) readInto(at, 'role', said.role, given, reading)
}

/** Of a referent's fields those that a sheet may say: that everybody may see an answer is said by themselves. */
export function saidBySheets(fields: Fields): Fields {
  const agreements = new Set(Object.values(fields).map(({ agreedBy }) => agreedBy))
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !agreements.has(name)))
}

/** Answers to the movement's own questions about a referent. */
function readOwn(at: Cells, given: Given, reading: CellReading): void {
  const { sheet, cells, columns } = at
  const fields = saidBySheets(sheet.shape.parts.referent ?? {})
  for (const column of columns) {
    if (!fields[column.field]?.own) continue
    const text = cellOf(cells, column, sheet)
    if (text !== '') readInto(at, column.field, text, given, reading)
  }
}

function readInto(at: Cells, field: string, text: string, given: Given, reading: CellReading): void {
  const { value, fault } = readIn(at, field, text, 'cell')
  if (fault) {
    const address = at.columns.filter((column) => column.field === 'email').map(({ index }) => index)
    reading.faults.push({ ...fault, columns: [...new Set([...fault.columns, ...address])] })
  } else if (value !== undefined) given[field] = value
}

function readIn({ sheet, columns }: Cells, field: string, text: string, loses: SheetFault['loses']) {
  const column = columns.find((one) => one.field === field) ?? columns[0]
  if (!column) throw new Error('a referent has a column')
  return readCell(sheet, { ...column, field }, text, loses)
}
