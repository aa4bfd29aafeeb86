import { type Control, readField } from '#shared/record/field.ts'
import type { Value } from '#shared/record/row.ts'
import { showValue } from '#shared/record/show.ts'
import { eachLanguage } from '#shared/text/language.ts'
import { asKnown } from '../as-known.ts'
import type { Column } from '../headings/columns.ts'
import type { Note, SheetProblem } from '../problem.ts'
import type { RecognisedSheet } from '../recognise.ts'
import { type DayOrder, dayOrder, plainDay } from './day.ts'
import { slipOf } from './email.ts'
import { isShortened, roughNumber } from './number.ts'
import { readState } from './state.ts'

type ReadValue = { value?: Value; problem?: SheetProblem; note?: Note }

/** What a spreadsheet shows where a formula failed; LibreOffice has numbers for it. */
const failedFormula =
  /^(?:#(?:N\/A|REF ?!|VALUE ?!|VALEUR ?!|NAME ?\?|NOM ?\?|DIV\/0 ?!|NULL ?!|NUM ?!|NOMBRE ?!|ERROR ?!|SPILL ?!)|Err ?: ?\d{3})$/i

export const isFailedFormula = (cell: string) => failedFormula.test(cell)

/** A cell as a value of its field, or as what is wrong with it; what was understood beyond its own words is noted. */
export function readValue(sheet: RecognisedSheet, column: Column, cell: string): ReadValue {
  const field = sheet.shape.parts[column.part]?.[column.field]
  if (!field) throw new Error(`${sheet.kind} has no ${column.part} ${column.field}`)
  if (isFailedFormula(cell)) return { problem: { code: 'spreadsheet_error' } }
  // A letter that some program could not write: `Orl�ans`
  if (cell.includes('\uFFFD') || isLossyName(column, cell)) return { problem: { code: 'letters_lost' } }
  const text = sheet.meantValue(sheet.headings[column.index] ?? '', cell) ?? cell
  if (field.control.kind !== 'number' && lostDigits.test(text)) return { problem: { code: 'number_shortened' } }
  const special = specials[column.field] ?? specials[field.control.kind]
  const read: Plainly = (plain) => readField(field, plain) as ReadValue
  return special ? special({ text, column, sheet, read }) : readWritten(field.control, text, read)
}

/** A choice called `03`, of which a spreadsheet has made 3. */
function readWritten(control: Control, text: string, read: Plainly): ReadValue {
  const plainly = read(text)
  if (plainly.problem?.code !== 'choice_unknown' || !('options' in control)) return plainly
  const labels = Object.values(control.options).flatMap((words) => Object.values(words))
  const meant = labels.filter((label) => asKnown(text, label) === label)
  return new Set(meant).size === 1 ? read(meant[0] ?? text) : plainly
}

/** A long number as spreadsheets show it. A text such as `3E5` is none. */
const lostDigits = /^\d[.,]\d{1,15}E\+\d{1,3}$/i

/** `Orl?ans`: a question is not asked within a word of a name. */
function isLossyName({ field }: Column, cell: string): boolean {
  return (field === 'name' || field === 'town') && /\p{L}\?\p{L}/u.test(cell)
}

type Plainly = (text: string) => ReadValue
type Cell = { text: string; column: Column; sheet: RecognisedSheet; read: Plainly }

/** Fields, and controls of fields, that sheets write in ways of their own. */
const specials: Readonly<Record<string, (cell: Cell) => ReadValue>> = {
  state: readStateCell,
  language: ({ text, read }) => {
    const language = read(text)
    return language.problem ? { problem: { code: 'language_unknown' } } : language
  },
  number: ({ text, column, read }) => {
    const plainly = read(text)
    const rough = plainly.problem?.code === 'number_unreadable' ? roughNumber(text) : null
    if (rough !== null) return { ...read(String(rough)), note: understood(column, text, rough) }
    // `~20`, `20+`: what people type in a form is read, and here nobody sees it but in the preview
    const isSaid = typeof plainly.value === 'number' && !/^[+-]?[\d\s.,]{1,30}$/.test(text)
    return isSaid ? { ...plainly, note: understood(column, text, plainly.value ?? null) } : plainly
  },
  day: ({ text, column, sheet, read }) => {
    const day = plainDay(text, dayOrderOf(sheet, column))
    return day === null ? { problem: { code: 'day_order_unknown' } } : notToCome(read(day), { text, column, sheet })
  },
  email: readEmail,
  phone: ({ text, read }) =>
    isShortened(text) ? { problem: { code: 'number_shortened' } } : read(text.replace(/^(\d{6,15})[.,]0$/, '$1')),
  postcode: readPostcode,
}

function readPostcode({ text, read }: Cell): ReadValue {
  if (isShortened(text)) return { problem: { code: 'number_shortened' } }
  const bare = text.replace(/^(?:F|FR|B|BE|CH|L)-(?=\d)/i, '').replace(/^(\d{3,6})[.,]0$/, '$1')
  const plainly = read(bare)
  const code = /^(\d{4,5})\s{1,3}\p{L}/u.exec(bare)?.[1]
  return plainly.problem && code ? read(code) : plainly
}

/** States are read by the words that our field offers, then by those that people write. What is not understood is not written to. */
function readStateCell({ text, column, sheet, read }: Cell): ReadValue {
  const plainly = read(text)
  if (sheet.kind !== 'groups' || (!plainly.problem && !text.includes('?'))) return plainly
  const state = readState(text, column.isYesNo === true)
  return state === null
    ? { problem: { code: 'state_unknown', heading: sheet.headings[column.index] ?? '' } }
    : { value: state, note: understood(column, text, state) }
}

/** What is so many years off at most may be meant. */
const mostAhead = 10

/** `févr-59` is of the century before where it tells what has happened; that a group will be founded is asked about, as on the form. */
function notToCome(read: ReadValue, { text, column, sheet }: Omit<Cell, 'read'>): ReadValue {
  const field = sheet.shape.parts[column.part]?.[column.field]
  const isOfPast = field?.control.kind === 'day' && field.control.asked?.isPast
  const { value } = read
  if (!isOfPast || typeof value !== 'string' || sheet.today === null || value <= sheet.today) return read
  const [year, thisYear] = [value, sheet.today].map((day) => Number(day.slice(0, 4))) as [number, number]
  if (!text.includes(String(year)) && year - thisYear > mostAhead) return { ...read, value: `19${value.slice(2)}` }
  if (sheet.kind !== 'groups') return read
  return { problem: { code: 'day_to_come', said: eachLanguage((language) => showValue(field, value, language)) } }
}

function understood({ field }: Column, from: string, to: Value): Note {
  return { code: 'understood', field, from, to }
}

function readEmail({ text, read }: Cell): ReadValue {
  const plainly = read(text)
  const isForeign = text.length < 400 && /@/.test(text) && /[^\p{ASCII}]/u.test(text.slice(0, text.indexOf('@')))
  if (plainly.problem) return isForeign ? { problem: { code: 'email_not_ascii' } } : plainly
  const meant = slipOf(String(plainly.value))
  return meant === null ? plainly : { problem: { code: 'email_slip', meant } }
}

const orders = new WeakMap<RecognisedSheet, Map<number, DayOrder>>()

export function dayOrderOf(sheet: RecognisedSheet, { index }: Pick<Column, 'index'>): DayOrder {
  const known = orders.get(sheet) ?? new Map<number, DayOrder>()
  orders.set(sheet, known)
  const order = known.get(index) ?? dayOrder(sheet.rows, index)
  known.set(index, order)
  return order
}
