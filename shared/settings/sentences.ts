import * as z from 'zod'
import { areApart } from './said-words.ts'

const sentence = z.string().min(1).max(1000)
/** By plural categories (CLDR), where a sentence depends on a number. */
const counted = z.strictObject({
  zero: sentence.optional(),
  one: sentence.optional(),
  two: sentence.optional(),
  few: sentence.optional(),
  many: sentence.optional(),
  other: sentence,
})
const sentenceSchema = z.union([sentence, counted])

/** A sentence of ours in a movement's own words. Which values it may name, the mails know (`shared/mail/replaced.ts`). */
const replacedSchema = z.strictObject({
  /** Which sentence, in which language: `invitation.lead.fr`, of the mail's folder in `shared/mail`; `pages.form.allRight.fr`, of pages, by its place in `shared/text`. */
  key: z
    .string()
    .max(200)
    .regex(/^[a-z_]{1,40}(\.[a-zA-Z_0-9]{1,40}){1,6}\.[a-z]{2}$/, 'write it as invitation.lead.fr'),
  says: sentenceSchema,
  /** Our sentence when it was replaced: when ours changes, the page of settings says so. */
  instead: sentenceSchema.optional(),
})

export type ReplacedSentence = z.output<typeof replacedSchema>

export const sentencesSchema = z
  .array(replacedSchema)
  .max(500)
  .refine(areApart, { message: 'one sentence is replaced twice' })
  .default([])
