import { askedNames, type Control, type Fields, readMeant, writeField } from '#shared/record/field.ts'
import { optionSeparator } from '#shared/record/own-values.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { AnyRow, Value } from '#shared/record/row.ts'
import type { Section } from '#shared/record/section.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { rowsOf } from './change.ts'
import { doubtAbout } from './doubt.ts'

/** One row as it stands in the form: texts, right or wrong. `meant`: those that were asked about before, by whose field they are. */
export type TypedRow = {
  uid: string
  texts: Readonly<Record<string, string>>
  meant?: Readonly<Record<string, string>>
  removed: boolean
}
export type RowProblem = { uid: string; field: string; problem: FieldProblem }

/** The box that removes a row, beside its questions. */
export const removal = 'remove'
/** Controls of whoever looks: what they are asked about themselves (fields of referents), and which of it everybody may see. */
export const agreementAsked = 'agree_asked'
export const agreementGiven = 'agree'

export function controlName(uid: string, field: string): string {
  return `${uid}.${field}`
}

/** Beside a question: what stood there when the page asked whether it is meant. */
export const meantOf = (control: string) => `${control}.meant`

/** The rows of a list as the form first shows them. */
export function typedFromRecord(fields: Fields, rows: readonly AnyRow[]): TypedRow[] {
  return rows.map((row) => ({
    uid: row.uid,
    removed: false,
    texts: Object.fromEntries(askedNames(fields).map((name) => [name, textOf(fields, name, row[name] ?? null)])),
  }))
}

/** What a row that was never filled shows. */
export function blankRow(uid: string): TypedRow {
  return { uid, texts: {}, removed: false }
}

function textOf(fields: Fields, name: string, value: Value): string {
  const field = fields[name]
  return field ? writeField(field, value) : ''
}

const uidPattern = /^[\w-]{8,40}$/

/** Whether a posted form holds a row that `typedFromForm` leaves out. */
export const hasStrangeRow = (form: FormLike): boolean => form.getAll('row').some((uid) => !uidPattern.test(uid))

/** The rows that a posted form holds, in its order. Each row says its uid in a field named `row`. */
export function typedFromForm(fields: Fields, form: FormLike): TypedRow[] {
  const uids = form.getAll('row').filter((uid) => uidPattern.test(uid))
  return [...new Set(uids)].map((uid) => ({
    uid,
    removed: form.get(controlName(uid, removal)) !== null,
    texts: Object.fromEntries(
      askedNames(fields).flatMap((name) => {
        const text = sent(form, controlName(uid, name), fields[name]?.control.kind) ?? unsent(fields, name)
        return text === undefined ? [] : [[name, text]]
      }),
    ),
    meant: Object.fromEntries(
      askedNames(fields).flatMap((name) => {
        const text = form.get(meantOf(controlName(uid, name)))
        return text === null ? [] : [[name, text]]
      }),
    ),
  }))
}

/** Of boxes each that is ticked is sent, and one without a name before them, so that none ticked is an answer too. */
function sent(form: FormLike, name: string, kind: Control['kind'] | undefined): string | null {
  if (kind !== 'boxes') return form.get(name)
  const all = form.getAll(name)
  return all.length === 0 ? form.get(name) : all.filter((text) => text !== '').join(optionSeparator)
}

/** Browsers send nothing of a box that is not ticked; of any other question, only a page that does not ask it. */
function unsent(fields: Fields, name: string): string | undefined {
  const kind = fields[name]?.control.kind
  return kind === 'checkbox' || kind === 'radios' ? '' : undefined
}

export type FormLike = { get: (name: string) => string | null; getAll: (name: string) => string[] }

export type ReadRows = { rows: AnyRow[]; problems: RowProblem[] }

/**
 * What the typed rows make of a list: removed and blank rows gone, new ones at the end. A row that we know keeps
 * what is not asked; a known row that was emptied is refused, for only its box removes it. `today` is the movement's day.
 */
export function readTyped(
  { list, fields }: Section,
  typed: readonly TypedRow[],
  { shown, today, country }: { shown: GroupRecord; today: string; country: string },
): ReadRows {
  const known = new Map(rowsOf(shown, list).map((row) => [row.uid, row]))
  const mentioned = new Set(typed.map((row) => row.uid))
  const untouched = [...known.values()].filter((row) => !mentioned.has(row.uid))
  const read = typed
    .filter((row) => !row.removed && (known.has(row.uid) || !isBlank(row)))
    .map((row) => readRow(fields, row, { known: known.get(row.uid), today, country }))
  return {
    rows: [...untouched, ...read.map(({ row }) => row)],
    problems: read.flatMap(({ problems }) => problems),
  }
}

export function isBlank(row: TypedRow): boolean {
  return Object.values(row.texts).every((text) => text.trim() === '')
}

/** What others decide is not the form's to change, whatever it sends. */
function isGiven(field: Fields[string] | undefined, value: Value | undefined): boolean {
  const control = field?.control
  return (
    control !== undefined &&
    'given' in control &&
    typeof value === 'string' &&
    Object.hasOwn(control.given ?? {}, value)
  )
}

type ReadBeside = { known: AnyRow | undefined; today: string; country: string }

function readRow(
  fields: Fields,
  typed: TypedRow,
  { known, today, country }: ReadBeside,
): { row: AnyRow; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const touched: string[] = []
  const values = askedNames(fields).map((name): [string, Value] => {
    const field = fields[name]
    const text = typed.texts[name]
    // What nobody touched is not judged: a rule may be younger than the value
    if (
      known &&
      (text === undefined || isGiven(field, known[name]) || (field && text === writeField(field, known[name] ?? null)))
    )
      return [name, known[name] ?? null]
    const read = field && readMeant(field, text ?? '', today)
    if (!read?.problem) {
      touched.push(name)
      return [name, (read?.value ?? null) as Value]
    }
    problems.push({ uid: typed.uid, field: name, problem: read.problem })
    return [name, known?.[name] ?? null]
  })
  const row = { ...known, ...Object.fromEntries(values), uid: typed.uid } as AnyRow
  const isEmptied = problems.length > 0 && isBlank(typed)
  if (isEmptied) return { row, problems: [{ uid: typed.uid, field: removal, problem: { code: 'emptied' } }] }
  const all = [...problems, ...doubtsAbout(fields, typed, { row, touched, known, today, country })]
  const asked = askedNames(fields)
  return { row, problems: all.sort((a, b) => asked.indexOf(a.field) - asked.indexOf(b.field)) }
}

/** What is hardly meant of what was touched, and was not asked about as it stands. */
function doubtsAbout(
  fields: Fields,
  { uid, texts, meant = {} }: TypedRow,
  { row, touched, known, today, country }: ReadBeside & { row: AnyRow; touched: readonly string[] },
): RowProblem[] {
  return touched.flatMap((name) => {
    const field = fields[name]
    if (!field || meant[name] === texts[name]) return []
    const problem = doubtAbout(field, row[name] ?? null, {
      was: known?.[name] ?? null,
      today,
      country,
      typed: texts[name] ?? '',
    })
    return problem ? [{ uid, field: name, problem }] : []
  })
}
