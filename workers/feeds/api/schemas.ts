import * as z from 'zod'
import type { ApiResource } from '#shared/db/api-rows.ts'

const text = z.string().nullable()
const count = z.int().nullable()
const id = z.string().describe('Never changes, and is given to nothing else')
const group = z.string().describe('The id of the group')
const day = z.iso.date()
const own = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .describe('Answers to the movement’s own questions, by their keys')
const instant = z.string().describe('UTC, such as 2026-12-01T09:00:00.000Z')

/** What each row of a resource is. */
export const apiSchemas: Readonly<Record<ApiResource, z.ZodObject>> = {
  groups: z.object({
    id,
    name: z.string(),
    town: text,
    postcode: text,
    department: text,
    region: text,
    country: text.describe('In two letters; null where it is the movement’s first'),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    state: z.enum(['active', 'starting', 'asleep', 'closed']),
    founded_on: day.nullable(),
    active_members: count,
    website: text,
    networks: text,
    public_email: text,
    on_map: z.boolean(),
    parent: text.describe('The id of the group above it'),
    created_at: instant,
    last_round: text.describe('The latest round in which it answered, such as 2026-12'),
    last_answer_at: instant.nullable(),
    checked_at: instant.nullable().describe('When the least recently checked section was checked'),
    own,
  }),
  people: z.object({
    id: id.describe('Of the person: somebody is there once for each of their groups'),
    name: z.string(),
    email: text,
    phone: text.describe('E.164'),
    language: text,
    group,
    role: text,
    since: instant,
    own,
  }),
  activities: z.object({ id, group, title: z.string(), kind: text, held_on: day, attendees: count, own }),
  trainings: z.object({ id, group, theme: z.string(), held_on: day, attendees: count, own }),
  participations: z.object({ id, group, campaign: z.string(), held_on: day, role: z.string(), people: count, own }),
  answers: z.object({ id, round: z.string(), group, kind: z.string(), first_at: instant, last_at: instant }),
  rows: z.object({ id, group, section: z.string().describe('A section of the movement’s own, by its key'), own }),
}
