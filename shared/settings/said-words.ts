import * as z from 'zod'
import { eachLanguage, languages, type Words } from '#shared/text/language.ts'

/** Braces stand for values in sentences. */
const saidSchema = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^[^{}]*$/, 'write it without { and }')

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
