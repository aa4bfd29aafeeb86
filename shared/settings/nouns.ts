import * as z from 'zod'
import { languages } from '#shared/text/language.ts'

/** As it stands within a sentence: `antenne`. A short form in capitals stays one. */
const word = z
  .string()
  .trim()
  .min(1, 'write the noun for one and for several')
  .max(40)
  .regex(/^\p{L}[\p{L}\p{M}·’' -]*$/u, 'write a noun: letters, spaces, hyphens')
  .transform((text) => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text))

const genders = ['masculine', 'feminine', 'epicene'] as const

const nounSchema = z.strictObject({
  one: word,
  many: word,
  /** In French, what stands around a noun follows it. `epicene`: of anybody, as in « un·e bénévole ». */
  gender: z.enum(genders, "write one of 'masculine', 'feminine', 'epicene'").optional(),
})

/** The noun in each language; ours where there is none. */
const saidSchema = z
  .partialRecord(z.enum(languages), nounSchema)
  .refine(({ fr }) => fr === undefined || fr.gender !== undefined, {
    message: 'a French noun has a gender',
    path: ['fr', 'gender'],
  })

/** Of a thing nobody says « un·e antenne ». */
const thingSchema = saidSchema.refine(({ fr }) => fr?.gender !== 'epicene', {
  message: "write one of 'masculine', 'feminine'",
  path: ['fr', 'gender'],
})

export const nounsSchema = z.strictObject({
  group: thingSchema.optional(),
  referent: saidSchema.optional(),
  area: thingSchema.optional(),
  department: thingSchema.optional(),
})
