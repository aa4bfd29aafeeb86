import * as z from 'zod'
import { areaName } from '#shared/text/area-name.ts'
import type { FieldProblem, FieldProblemCode } from '#shared/text/field-problem.ts'
import type { Language, Words } from '#shared/text/language.ts'
import { composed } from '#shared/text/normal-form.ts'
import { firstDayOf, readDay } from './day.ts'
import { withoutEnding } from './ending.ts'
import { fold } from './fold.ts'
import { isMisleading } from './misleading.ts'
import { numberNear, saysMore } from './number-words.ts'
import { otherCount } from './other-count.ts'

export type Codec<Value> = z.ZodCodec<z.ZodString, z.ZodType<Value>>

class Refusal {
  readonly problem: FieldProblem
  constructor(problem: FieldProblem) {
    this.problem = problem
  }
}
export const refuse = (code: FieldProblemCode, limit?: number, options?: readonly Words[]) =>
  new Refusal({ code, ...(limit === undefined ? {} : { limit }), ...(options ? { options } : {}) })

/** The same, with how it is written in the movement's country. */
export const refuseLike = (code: FieldProblemCode, examples: readonly string[]) =>
  new Refusal({ code, ...(examples.length > 0 ? { examples } : {}) })

/** What nobody means to type: controls, and marks that turn the direction of all that follows (Unicode TR 36 §3.1). */
const unmeant = /(?!\s)[\p{Cc}\u200b\u2060\u202a-\u202e\u2066-\u2069]/gu

/** Characters of anything that is typed, with whatever is copied around it. Nothing reads, compares or matches more. */
const mostTyped = 10_000

/** In NFC, without controls, without space around. */
const cleaned = (text: string) =>
  /^[\x20-\x7e]*$/.test(text) ? text.trim() : composed(text).replace(unmeant, '').trim()

/** How a text is read as a value, or refused, and written back. It is read cleaned; who typed far too much is told of `limit`. */
export function codec<Value>(
  schema: z.ZodType<Value>,
  decode: (text: string) => Value | Refusal,
  encode: (value: Value) => string,
  limit = mostTyped,
): Codec<Value> {
  return reading(
    schema,
    (text) => (text.length > mostTyped ? refuse('too_long', limit) : decode(cleaned(text))),
    encode,
  )
}

function reading<Value>(
  schema: z.ZodType<Value>,
  read: (text: string) => Value | Refusal,
  encode: (value: Value) => string,
): Codec<Value> {
  return z.codec(z.string(), schema, {
    decode: (text, context) => {
      const result = read(text)
      if (!(result instanceof Refusal)) return result
      context.issues.push({ code: 'custom', input: text, message: result.problem.code, params: result.problem })
      return z.NEVER
    },
    encode: (value) => encode(value as Value),
  }) as Codec<Value>
}

/** The first thing that a codec had against a text. */
export function fieldProblem(error: z.core.$ZodError): FieldProblem {
  const issue = error.issues[0]
  if (issue?.code !== 'custom' || !issue.params) throw new Error(`not a field's problem: ${issue?.code}`)
  return issue.params as FieldProblem
}

/** The same codec where nothing typed means null. */
export function optional<Value>(inner: Codec<Value>): Codec<Value | null> {
  return reading<Value | null>(
    z.nullable(inner.out),
    (text) => {
      if (text.length <= mostTyped && cleaned(text) === '') return null
      const result = z.safeDecode(inner, text)
      return result.success ? (result.data as Value) : new Refusal(fieldProblem(result.error))
    },
    (value) => (value === null ? '' : z.encode(inner, value as never)),
  )
}

/** The same codec for a value that may be missing in what we know: nothing typed is refused all the same. */
export function unlessGone<Value>(inner: Codec<Value>): Codec<Value | null> {
  return codec<Value | null>(
    z.nullable(inner.out),
    (text) => {
      const result = z.safeDecode(inner, text)
      return result.success ? (result.data as Value) : new Refusal(fieldProblem(result.error))
    },
    (value) => (value === null ? '' : z.encode(inner, value as never)),
  )
}

/** One line of text: runs of white space become one space. */
export function line(limit: number): Codec<string> {
  return codec(z.string(), (text) => within(limit, text.replace(/\s+/g, ' ')), String, limit)
}

/** A region or department on one line, whose apostrophe is the same whoever types it. */
export function area(limit: number): Codec<string> {
  return codec(z.string(), (text) => within(limit, areaName(text.replace(/\s+/g, ' '))), String, limit)
}

/** What somebody or something is called, on one line: mails to others repeat it, so that it holds no address and no order to click. */
export function properName(limit: number): Codec<string> {
  return codec(
    z.string(),
    (text) => {
      const name = within(limit, text.replace(/\s+/g, ' '))
      return typeof name === 'string' && isMisleading(name) ? refuse('name_misleading') : name
    },
    String,
    limit,
  )
}

/** Text that may have several lines, kept as typed but for the ends of lines. */
export function paragraphs(limit: number): Codec<string> {
  return codec(z.string(), (text) => within(limit, text.replace(/\r\n?/g, '\n')), String, limit)
}

function within(limit: number, text: string): string | Refusal {
  // Joiners and marks alone cannot be seen
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return refuse('required')
  return text.length > limit ? refuse('too_long', limit) : text
}

/** A day as `YYYY-MM-DD`, typed in any usual way: `31/12/2026`, `31.12.26`, `31 décembre 2026`, `2026-12-31`. */
export const day: Codec<string> = codec(
  z.iso.date(),
  (text) => {
    if (text === '') return refuse('required')
    const read = readDay(text)
    return typeof read === 'string' ? read : refuse(read.impossible ? 'day_impossible' : 'day_unreadable')
  },
  (value) => value.split('-').reverse().join('/'),
)

/** The same, where the month or the year is enough, as of a founding long ago: its first day. Who types is asked for the month (`dayMeant`). */
export const dayOrMonth: Codec<string> = codec(
  z.iso.date(),
  (text) => {
    const read = z.safeDecode(day, firstDayOf(text) ?? text)
    return read.success ? read.data : new Refusal(fieldProblem(read.error))
  },
  (value) => z.encode(day, value),
)

/** A number with what people say around it: `environ 30`, `~30`, `30 personnes`. Not two of them, nor a part of a whole. */
const spokenNumber = /^(?:[\p{L}\s’'.~≈±]*[\s~≈±])?(\d+)(?:\s[\p{L}\p{M}\s’'·.]*)?$/u

/** A whole number of people or things, from 0. */
export function count(limit = 1_000_000): Codec<number> {
  return codec(
    z.int().min(0).max(limit),
    (text) => {
      if (text === '') return refuse('required')
      const said = withoutEnding(text.replace(/^[\s«“"(>≥<≤+]+/, ''), ' )»”"!?;.+').replace(
        /(?<=\d)\s(?=\d{3}(?!\d))/g,
        '',
      )
      const digits = saysMore(said) ? '' : (spokenNumber.exec(said)?.[1] ?? '')
      const other = otherCount(text)
      if (other !== null || !/^\d{1,15}$/.test(digits)) {
        const near = other === 'bound' && digits !== '' ? digits : other === 'other' ? null : numberNear(text)
        return near === null
          ? refuse('number_unreadable')
          : new Refusal({ code: 'number_unreadable', suggestion: String(near) })
      }
      return Number(digits) > limit ? refuse('number_too_large', limit) : Number(digits)
    },
    String,
  )
}

/** A number of degrees or the like, with a point or a comma. */
export function decimal(min: number, max: number): Codec<number> {
  return codec(
    z.number().min(min).max(max),
    (text) => {
      if (text === '') return refuse('required')
      const value = /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
      return value >= min && value <= max ? value : refuse('number_unreadable')
    },
    String,
  )
}

const yes = new Set(['oui', 'o', 'yes', 'y', 'true', 'vrai', 'on', '1', 'x'])
const no = new Set(['', 'non', 'n', 'no', 'false', 'faux', 'off', '0'])

/** Yes or no, in any notation of forms and sheets. Nothing is no. */
export const yesNo: Codec<boolean> = codec(
  z.boolean(),
  (text) => {
    const word = text.toLowerCase()
    if (yes.has(word)) return true
    return no.has(word) ? false : refuse('yes_no_unreadable')
  },
  (value) => (value ? 'oui' : 'non'),
)

/** Yes or no, where nothing said is neither. */
export const yesNoOrUnsaid: Codec<boolean> = codec(
  z.boolean(),
  (text) => {
    if (text === '') return refuse('required')
    const read = z.safeDecode(yesNo, text)
    return read.success ? read.data : new Refusal(fieldProblem(read.error))
  },
  (value) => z.encode(yesNo, value),
)

/** One of a closed list, by its value or by its label in any language, whatever the case and the accents; what is `given` is written, and never read. */
export function choice<Value extends string, Given extends string = never>(
  options: Readonly<Record<Value, Words>>,
  aliases: Readonly<Record<string, Value>> = {},
  given: readonly Given[] = [],
): Codec<Value | Given> {
  const values = Object.keys(options) as [Value, ...Value[]]
  const known = new Map<string, Value>(Object.entries(aliases).map(([alias, value]) => [fold(alias), value]))
  for (const value of values) {
    known.set(fold(value), value)
    for (const language of Object.keys(options[value]) as Language[]) known.set(fold(options[value][language]), value)
  }
  const unknown = new Refusal({ code: 'choice_unknown', options: Object.values(options) })
  return codec<Value | Given>(
    z.enum([...values, ...given]) as unknown as z.ZodType<Value | Given>,
    (text) => (text === '' ? refuse('required') : (known.get(fold(text)) ?? unknown)),
    String,
  )
}
