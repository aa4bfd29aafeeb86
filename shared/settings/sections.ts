import * as z from 'zod'
import { areApart, keySchema, wordsSchema } from './said-words.ts'

/** The sections of ours, in the order of the form. A movement cannot be without the first two. */
export const ourSectionNames = ['identity', 'referents', 'activities', 'campaigns', 'trainings', 'lists'] as const
export type OurSectionName = (typeof ourSectionNames)[number]
const always: readonly OurSectionName[] = ['identity', 'referents']

const ownSectionSchema = z.strictObject({
  /** By which its rows are kept: the title may change, the key may not. */
  key: keySchema.refine((key) => !(ourSectionNames as readonly string[]).includes(key), {
    error: 'this is a section of ours: give yours another key',
  }),
  title: wordsSchema,
  /** What one row is called, such as `meeting`; the title unless said. */
  row: wordsSchema.optional(),
  /** Stands above its form: what to do there. */
  lead: wordsSchema.optional(),
  /** The button for one more row. */
  add: wordsSchema.optional(),
  /** Whether it is asked and shown; its rows stay. */
  asked: z.boolean().default(true),
  /** The key of the question that people call a row by, such as its title. */
  name: keySchema.optional(),
  /** The key of the question of type `day` that rows are sorted by, and counted in the year of. */
  day: keySchema.optional(),
})

/** A section of a movement's own; what it asks are questions with its key as their `section`. */
export type OwnSection = z.output<typeof ownSectionSchema>

/** The same as settings have it, where not all need be said. */
export type OwnSectionSaid = z.input<typeof ownSectionSchema>

const keyOf = (section: OurSectionName | OwnSection) => (typeof section === 'string' ? section : section.key)

export const sectionsSchema = z
  .array(
    z.union(
      [z.enum(ourSectionNames), ownSectionSchema],
      `write one of ${ourSectionNames.join(', ')}, or { key: 'meetings', title: { en: 'Meetings' } }`,
    ),
  )
  .max(20)
  .refine((all) => areApart(all.map((section) => ({ key: keyOf(section) }))), { message: 'two sections have one key' })
  .refine((all) => always.every((name) => all.includes(name)), {
    message: `${always.join(' and ')} are in every record: add them too`,
  })
  .default([...ourSectionNames])
