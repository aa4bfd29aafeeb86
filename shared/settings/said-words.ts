import * as z from 'zod'
import { eachLanguage, languages, type Words } from '#shared/text/language.ts'
import { composed } from '#shared/text/normal-form.ts'

/** What nobody means to say: controls, and marks that turn the direction of all that follows (Unicode TR 36 §3.1). */
const unmeant = /(?!\s)[\p{Cc}\u200b\u2060\u202a-\u202e\u2066-\u2069]/gu

/** A label is one line, in a page as in the heading of a column. Braces stand for values in sentences. */
const saidSchema = z
  .string()
  .max(1000)
  .transform((text) =>
    composed(text)
      .replace(unmeant, '')
      .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ')
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(1)
      .regex(/^[^{}]*$/, 'write it without { and }'),
  )

/** The same words in the movement's languages; a language that lacks them has those of the first. */
export const wordsSchema = z
  .partialRecord(z.enum(languages), saidSchema)
  .refine((given) => Object.keys(given).length > 0, 'write it in one language at least')
  .transform((given): Words => {
    const [first = ''] = Object.values(given)
    return eachLanguage((language) => given[language] ?? first)
  })

/** A name that never changes once something is kept by it; none that every object of JavaScript has already. */
export const keySchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'letters, digits and _, beginning with a letter')
  .refine((key) => !(key in {}), { error: 'this name has a meaning of its own: choose another' })

/** Whether no two have one key. */
export function areApart(items: readonly { key: string }[]): boolean {
  return new Set(items.map(({ key }) => key)).size === items.length
}
