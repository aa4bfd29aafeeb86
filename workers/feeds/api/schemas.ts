import * as z from 'zod'
import { resourceFields } from '#shared/db/api-selections.ts'
import type { Sections } from '#shared/record/sections.ts'

const text = z.string().nullable()
const id = z.string().describe('Never changes, and is given to nothing else')
const group = z.string().describe('The id of the group')
const instant = z.string().describe('UTC, such as 2026-12-01T09:00:00.000Z')
const own = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .describe('Answers to the movement’s own questions, by their keys')

/** What a row says beside its fields: of a section's rows, where nothing else is said here, `ofRows`. */
const beside: Readonly<Record<string, z.ZodRawShape>> = {
  groups: {
    id,
    country: text.describe('In two letters; null where it is the movement’s first'),
    parent: text.describe('The id of the group above it'),
    created_at: instant,
    last_round: text.describe('The latest round in which it answered, such as 2026-12'),
    last_answer_at: instant.nullable(),
    checked_at: instant.nullable().describe('When the least recently checked section was checked'),
    own,
  },
  people: {
    id: id.describe('Of the person: somebody is there once for each of their groups'),
    email: text,
    language: text,
    group,
    since: instant,
    own,
  },
  participations: { id, group, campaign: z.string(), held_on: z.iso.date(), own },
  answers: { id, round: z.string(), group, kind: z.string(), first_at: instant, last_at: instant },
  rows: { id, group, section: z.string().describe('A section of the movement’s own, by its key'), own },
}
const ofRows: z.ZodRawShape = { id, group, own }

/** What each row of a resource is: its fields, as they are declared, and what stands beside them. */
export function apiSchema(resource: string, sections: Pick<Sections, 'ours'>): z.ZodObject {
  const fields = Object.entries(resourceFields(resource, sections)).map(([name, { codec, label }]) => [
    name,
    codec.out.describe(label.en),
  ])
  return z.object({ ...Object.fromEntries(fields), ...(beside[resource] ?? ofRows) })
}
