import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { deletePerson } from '#shared/db/erasure.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { addressOf, makeGroups, personUid } from '#tests/support/movement.ts'
import { suppress } from '#tests/support/outbox.ts'

const now = new Date('2026-12-01T08:00:00Z')

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou', 'Sam'] }, now)
})

const write = (details: string) =>
  db
    .prepare(
      `INSERT INTO event (happened_at, action, actor, actor_id, group_id, person_id, details)
       SELECT ?1, 'consent', 'referent', person.id, g.id, person.id, ?2
       FROM person, local_group g
       WHERE person.uid = ?3`,
    )
    .bind(now.toISOString(), details, personUid('Lou'))
    .run()

test('that something was done outlives whoever did it and whom it was done to, without saying who', async () => {
  await write('{"field":"phone"}')
  await db.batch(deletePerson(db, personUid('Lou'), { emails: [], phones: [] }))
  await db.prepare('DELETE FROM local_group').run()
  const { results } = await db.prepare('SELECT action, actor, actor_id, group_id, person_id, details FROM event').all()
  expect(results).toEqual([
    {
      action: 'consent',
      actor: 'referent',
      actor_id: null,
      group_id: null,
      person_id: null,
      details: '{"field":"phone"}',
    },
  ])
})

test('what an erasure could not find is refused: an address in the details of an event', async () => {
  for (const details of [`{"to":"${addressOf('Lou')}"}`, '["list"]', 'words', `{"x":"${'x'.repeat(2000)}"}`])
    await expect(write(details), details).rejects.toThrow(/CHECK|malformed/)
})

test('an address of which mails came back may be opened by anyone who finds that it is read, the others by whose they are', async () => {
  await suppress(db, addressOf('Lou'), 'hard_bounce', now)
  await suppress(db, addressOf('Sam'), 'unsubscribed', now)
  await suppress(db, 'noa@example.org', 'complaint', now)
  const { results } = await db.prepare('SELECT reason, ends_by FROM suppression ORDER BY reason').all()
  expect(results).toEqual([
    { reason: 'complaint', ends_by: 'owner' },
    { reason: 'hard_bounce', ends_by: 'anyone' },
    { reason: 'unsubscribed', ends_by: 'owner' },
  ])
})
