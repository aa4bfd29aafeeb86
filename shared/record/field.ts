import * as z from 'zod'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import type { Language, Words } from '#shared/text/language.ts'
import type { Patterns } from '#shared/text/pattern.ts'
import { type Codec, fieldProblem } from './codecs.ts'
import { type DayAsked, dayMeant, isFar } from './day-meant.ts'
import { saysNothing } from './nothing-said.ts'

/**
 * Who may read a field: anybody; the group's referents and the coordinators; coordinators only.
 * `consent` is public once the person has agreed to it, and the group's otherwise.
 */
export type Audience = 'public' | 'consent' | 'group' | 'coordinators'

/** How a field is asked. `derived` is never asked: we work it out from the other answers. */
export type Control =
  | {
      kind: 'email' | 'tel' | 'url' | 'long_text'
      width?: 'short' | 'full'
      suggestions?: readonly string[]
    }
  | { kind: 'text'; width?: 'short' | 'full'; suggestions?: readonly string[]; holds?: 'postcode' }
  /** A first number above `usual` is asked about. */
  | { kind: 'number'; width?: 'short' | 'full'; usual?: number }
  | { kind: 'day'; width?: 'short' | 'full'; asked?: DayAsked }
  | {
      kind: 'radios' | 'select'
      options: Readonly<Record<string, Words>>
      /** Values that others decide: shown, and not offered. */
      given?: Readonly<Record<string, Words>>
      /** Options that are looked up by their labels, in the reader's alphabet. */
      isSorted?: true
    }
  | { kind: 'checkbox' }
  /** Several of the options. */
  | { kind: 'boxes'; options: Readonly<Record<string, Words>> }
  | { kind: 'derived' }

/** Everything Relance knows about one thing it asks. */
export type Field<Value> = {
  label: Words
  hint?: Words
  control: Control
  /** What people type or a sheet holds ↔ the value we keep. */
  codec: Codec<Value>
  /** Headings of sheets, the first of each language being the one we write. `{n}` stands for the number of a repeated column. */
  headings: Readonly<Record<Language, readonly [string, ...string[]]>>
  audience: Audience
  /** Of a movement's own question: its key in settings, by which answers are kept. */
  own?: string
  /** Of what is public by consent: the field of the same row whose yes is the consent. */
  agreedBy?: string
  /** Token of the HTML standard, for where people type what is theirs; of others, browsers fill in nothing. */
  autocomplete?: string
  /** The field of the same row whose yes it asks more about: it is not asked before. */
  follows?: string
  /** What a number counts, wherever it is shown: `40 people`. */
  unit?: Patterns
  /** How a value stands among the others of its row, where it does not explain itself: `founded on 27 March 2019`. */
  brief?: Patterns
  /** The name of the figure that groups' values add up to on the dashboard. */
  sum?: Words
  /** The value where nothing is kept. */
  unsaid?: Value
  /** True of what every group is expected to tell: the month's mail shows it, or says that it is missing. */
  isExpected?: boolean
  /** Its text names something: « aucun » typed there names nothing, and is not kept as a name. */
  isNamed?: boolean
}

// biome-ignore lint/suspicious/noExplicitAny: a set holds fields of every value
export type Fields = Readonly<Record<string, Field<any>>>
export type ValueOf<F> = F extends Field<infer Value> ? Value : never
export type ValuesOf<FS extends Fields> = { [Name in keyof FS]: ValueOf<FS[Name]> }

/** One line of a list: its values and the id that outlives every edit. */
export type Row<FS extends Fields = Fields> = ValuesOf<FS> & { uid: string }

export function fieldNames<FS extends Fields>(fields: FS): (keyof FS & string)[] {
  return Object.keys(fields)
}

/** The names of what a referent is asked, in the order of the form: not what we work out, nor what is the coordinators' own. */
export function askedNames<FS extends Fields>(fields: FS): (keyof FS & string)[] {
  return fieldNames(fields).filter(
    (name) => fields[name]?.control.kind !== 'derived' && fields[name]?.audience !== 'coordinators',
  )
}

/** The same fields as the team is asked them: what is the coordinators’ own too. */
export function fieldsForTeam<FS extends Fields>(fields: FS): FS {
  const entries = Object.entries(fields).map(([name, field]) => [
    name,
    field.audience === 'coordinators' ? { ...field, audience: 'group' } : field,
  ])
  return Object.fromEntries(entries) as FS
}

/** The names of what every group is expected to tell. */
export function expectedNames<FS extends Fields>(fields: FS): (keyof FS & string)[] {
  return fieldNames(fields).filter((name) => fields[name]?.isExpected === true)
}

export type Read<Value> = { value: Value; problem?: never } | { value?: never; problem: FieldProblem }

/**
 * What somebody typed, as a value or as what is wrong with it. With `today`, the movement's day, a day may leave out what goes without
 * saying: `hier`, `3 mai`. A sheet says its days whole.
 */
export function readField<Value>(field: Field<Value>, text: string, today?: string): Read<Value> {
  const read = readMeant(field, text, today)
  if (today !== undefined && field.control.kind === 'day' && typeof read.value === 'string' && isFar(read.value, today))
    return { problem: { code: 'day_far' } }
  return read
}

/** The same, of which whoever asks doubts by themselves (`doubtAbout`). */
export function readMeant<Value>(field: Field<Value>, text: string, today?: string): Read<Value> {
  const { control } = field
  const meant = today !== undefined && control.kind === 'day' ? dayMeant(text, today, control.asked ?? {}) : null
  if (meant !== null && typeof meant !== 'string') return { problem: meant }
  const result = z.safeDecode(field.codec, meant ?? text)
  if (result.success) {
    const isNothing = today !== undefined && field.isNamed === true && saysNothing(text)
    return isNothing ? { problem: { code: 'left_empty' } } : { value: result.data as Value }
  }
  const problem = fieldProblem(result.error)
  const isNone = today !== undefined && problem.suggestion === undefined && saysNothing(text) && !isNeeded(field)
  return { problem: isNone ? { code: 'left_empty' } : problem }
}

/** Whether a value is one that somebody could have typed. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export function isSound(field: Field<any>, value: unknown): boolean {
  return z.safeEncode(field.codec, value as never).success
}

// biome-ignore lint/suspicious/noExplicitAny: as above
const needed = new WeakMap<Field<any>, boolean>()

/** Whether a row cannot be without it. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export function isNeeded(field: Field<any>): boolean {
  const known = needed.get(field) ?? readField(field, '').problem !== undefined
  needed.set(field, known)
  return known
}

/** A value as the form's control holds it. One that its own rule refuses, from before the rule or from another program, stands as it is kept. */
export function writeField<Value>(field: Field<Value>, value: Value): string {
  const written = z.safeEncode(field.codec, value as never)
  return written.success ? written.data : String(value ?? '')
}
