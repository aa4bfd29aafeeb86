import type { D1Database } from '@cloudflare/workers-types'
import { upsertPeople, upsertSeats } from '#shared/db/people.ts'
import { upsertGroups } from '#shared/db/records.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import type { GroupState } from '#shared/fields/group.ts'
import { plain } from '#shared/fields/plain.ts'

/** Groups by town, each with its referents by first name: `{ Pau: ['Lou', 'Sam'], Bayonne: ['Lou'] }` is three seats, two people. */
export type Towns = Readonly<Record<string, readonly string[]>>

export const groupUid = (town: string) => `group-${plain(town).replaceAll(' ', '-')}`
export const personUid = (name: string) => `person-${plain(name).replaceAll(' ', '-')}`
export const addressOf = (name: string) => `${plain(name).replaceAll(' ', '.')}@example.org`

/** Makes groups and their referents, as an import would. */
export async function makeGroups(
  db: D1Database,
  towns: Towns,
  now: Date,
  { state = 'active' }: { state?: GroupState } = {},
): Promise<void> {
  const groups = Object.keys(towns).map((town) => ({
    uid: groupUid(town),
    name: `Archipel ${town}`,
    town,
    postcode: null,
    department: null,
    region: null,
    latitude: null,
    longitude: null,
    state,
    founded_on: null,
    active_members: 12,
    website: null,
    networks: null,
    public_email: null,
    on_map: false,
    note: null,
  }))
  const names = [...new Set(Object.values(towns).flat())]
  const people = names.map((name) => ({ uid: personUid(name), email: addressOf(name), name, phone: null }))
  const seats = Object.entries(towns).flatMap(([town, seated]) =>
    seated.map((name) => ({ group: groupUid(town), uid: personUid(name), role: null })),
  )
  const revisions = groups.map((group) => ({
    group: group.uid,
    number: 1,
    author: 'import' as const,
    person: null,
    changes: [],
  }))
  await db.batch([
    upsertGroups(db, groups, now),
    upsertPeople(db, people, now),
    upsertSeats(db, seats, now),
    insertRevisions(db, revisions, now),
  ])
}
