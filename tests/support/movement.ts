import type { D1Database } from '@cloudflare/workers-types'
import movement from '#sample/movement.ts'
import { upsertMemberships, upsertPeople } from '#shared/db/people.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import { upsertGroups } from '#shared/db/section-writes.ts'
import { fieldNames } from '#shared/record/field.ts'
import { fold } from '#shared/record/fold.ts'
import type { GroupState, GroupValues } from '#shared/record/sections/identity.ts'

/** Groups by town, each with its referents by first name: `{ Pau: ['Lou', 'Sam'], Bayonne: ['Lou'] }` is three memberships, two people. */
export type Towns = Readonly<Record<string, readonly string[]>>

export const groupUid = (town: string) => `group-${fold(town).replaceAll(' ', '-')}`
export const personUid = (name: string) => `person-${fold(name).replaceAll(' ', '-')}`
export const addressOf = (name: string) => `${fold(name).replaceAll(' ', '.')}@example.org`

/** A group of which nobody has told anything, whatever is asked. */
export const untold = Object.fromEntries(
  fieldNames(movement.sections.ours.group.fields).map((name) => [name, null]),
) as unknown as GroupValues

/** Makes groups and their referents, as an import would. */
export async function makeGroups(
  db: D1Database,
  towns: Towns,
  now: Date,
  { state = 'active' }: { state?: GroupState } = {},
): Promise<void> {
  const groups = Object.keys(towns).map((town) => ({
    ...untold,
    uid: groupUid(town),
    name: `Archipel ${town}`,
    town,
    state,
    active_members: 12,
    on_map: false,
  }))
  const names = [...new Set(Object.values(towns).flat())]
  const people = names.map((name) => ({ uid: personUid(name), email: addressOf(name), name, phone: null }))
  const memberships = Object.entries(towns).flatMap(([town, referentsNow]) =>
    referentsNow.map((name) => ({ group: groupUid(town), uid: personUid(name), role: null })),
  )
  const revisions = groups.map((group) => ({
    group: group.uid,
    number: 1,
    author: 'import' as const,
    person: null,
    changes: [],
  }))
  await db.batch([
    upsertGroups(db, movement.sections, groups, now),
    upsertPeople(db, people, now),
    upsertMemberships(db, memberships, now),
    insertRevisions(db, revisions, now),
  ])
}
