import type { D1Database } from '@cloudflare/workers-types'
import { upsertCampaigns } from '#shared/db/campaigns.ts'
import { conflictOf } from '#shared/db/conflict.ts'
import { listNumbersOfGroupsOf } from '#shared/db/known-groups.ts'
import { inParts } from '#shared/db/parts.ts'
import { updateLanguages, upsertPeople } from '#shared/db/people.ts'
import { upsertPlaces } from '#shared/db/places.ts'
import { insertPropagatedChanges } from '#shared/db/revisions.ts'
import { reopenAddresses } from '#shared/db/suppressions.ts'
import type { ListName } from '#shared/record/record.ts'
import type { Target } from '#shared/sheet/group-index.ts'
import type { GroupPlan } from '#shared/sheet/group-plan.ts'
import { changesOfPeople, type PeopleBook, peopleBook } from '#shared/sheet/world.ts'
import { type Acting, commit } from '../acting.ts'
import { townsEvent } from '../change-towns.ts'
import { groupStatements } from '../write-record/record-statements.ts'
import { type ImportActor, importAddresses } from './import-addresses.ts'
import type { ImportContext } from './import-context.ts'
import { planChunk } from './plan-chunk.ts'

export type Applied = {
  /** How many of each were made or changed. */
  places: number
  campaigns: number
  /** People whose language was noted, and addresses that are on lists now. */
  languages: number
  members: number
  groups: { made: number; changed: number }
  /** Rows of groups' records. */
  rows: Record<ListName, number>
  /** Names of groups that somebody saved after the preview: they are as that person left them. */
  leftOut: string[]
}

/** How often some groups are planned again because somebody else's save landed first. */
const attempts = 5

/**
 * Does what the preview showed, a transaction for some groups at a time: whatever ends it in between, what was written is
 * whole, and the same import again does the rest. `numbers` are those of the groups' last revisions as they were seen; `actor`: who may take
 * back what is no group's; `hear`: what becomes of each group, as it is decided.
 */
export async function importRows(
  importContext: ImportContext,
  numbers: ReadonlyMap<string, number>,
  now: Date,
  actor: ImportActor = { kind: 'import' },
  hear: (plan: GroupPlan) => void = () => undefined,
): Promise<Applied> {
  const { db, movement, places, campaigns, addresses, towns } = importContext
  const first = [
    ...upsertPlaces(db, movement.country, [...towns, ...places.writes]),
    ...townsEvent({ db, actor, now }, places.moved),
    ...upsertCampaigns(db, campaigns.writes, now),
  ]
  if (first.length > 0) await db.batch(first)
  await importAddresses(importContext, actor, now)
  const applied: Applied = {
    places: places.writes.length,
    campaigns: campaigns.writes.length,
    languages: addresses.languages.length,
    members: addresses.members.length,
    groups: { made: 0, changed: 0 },
    rows: { group: 0, referents: 0, activities: 0, campaigns: 0, trainings: 0, lists: 0 },
    leftOut: [],
  }
  const agreed = new Map(numbers)
  const people = peopleBook()
  const { chunks } = importContext
  for (const [index, chunk] of chunks.entries()) {
    await applyChunk({ importContext, agreed, people, now, hear }, chunk, applied)
    // What is written is let go: 100,000 groups fit 512 MB
    chunks[index] = []
  }
  return applied
}

type Applying = {
  importContext: ImportContext
  agreed: Map<string, number>
  people: PeopleBook
  now: Date
  hear: (plan: GroupPlan) => void
}

async function applyChunk(applying: Applying, chunk: readonly Target[], applied: Applied): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { plans, addresses } = await planChunk(applying.importContext, chunk, applying.people)
    const changing = plans.filter(({ changes, languages }) => changes.length > 0 || languages.length > 0)
    const { agreed = [], other = [] } = Object.groupBy(changing, (plan) =>
      plan.number === (applying.agreed.get(plan.uid) ?? 0) ? 'agreed' : 'other',
    )
    try {
      await write(applying, agreed)
      await reopen(applying.importContext.db, addresses)
      count(agreed, applied)
      applied.leftOut.push(...other.map(({ after }) => after.group[0]?.name ?? ''))
      for (const plan of plans) applying.hear(plan)
      return
    } catch (error) {
      if (conflictOf(error) === null || attempt === attempts) throw error
    }
  }
}

/** Who is in a sheet again is written to again: whoever keeps it knows the address. Who unsubscribed, or complained, stays so. */
async function reopen(db: D1Database, addresses: readonly string[]): Promise<void> {
  if (addresses.length > 0) await reopenAddresses(db, addresses).run()
}

/**
 * One transaction. Groups that share a person whom it changes, and are not among these, hear of it in their history. It writes to nobody: what
 * comes by a sheet is the team's word, not a group's.
 */
async function write({ importContext, agreed, people, now }: Applying, plans: readonly GroupPlan[]): Promise<void> {
  if (plans.length === 0) return
  const { db, movement } = importContext
  const acting: Acting = { db, movement, actor: { kind: 'import' }, now }
  const named = new Set(plans.flatMap(({ after }) => after.referents.map((membership) => membership.uid)))
  const ofPeople = changesOfPeople(people).filter((change) => named.has(change.row))
  const uids = [...new Set(ofPeople.map(({ row }) => row))]
  const besides = plans.map(({ uid }) => uid)
  const changed = plans.filter(({ changes }) => changes.length > 0)
  const writes = changed.map(({ uid, number, after, changes }) => ({ group: uid, number, record: after, changes }))
  await commit(
    acting,
    [
      ...inParts(uids.flatMap((uid) => people.changed.get(uid) ?? [])).map((part) => upsertPeople(db, part, now)),
      ...groupStatements(acting, writes),
      ...inParts(plans.flatMap(({ languages }) => languages)).map((part) => updateLanguages(db, part)),
      ...inParts(ofPeople).map((changes) =>
        insertPropagatedChanges(db, { author: 'import', person: null, besides, changes }, now),
      ),
    ],
    { action: 'import_rows', details: { groups: plans.length } },
  )
  if (uids.length === 0) return
  for (const [uid, number] of await listNumbersOfGroupsOf(db, uids)) if (agreed.has(uid)) agreed.set(uid, number)
}

function count(plans: readonly GroupPlan[], applied: Applied): void {
  for (const { number, changes } of plans) {
    applied.groups[number === 0 ? 'made' : 'changed'] += 1
    for (const [list, touched] of Map.groupBy(changes, (change) => change.list))
      applied.rows[list] = (applied.rows[list] ?? 0) + new Set(touched.map(({ row }) => row)).size
  }
}
