import { expect, test } from 'vitest'
import { insertNews } from '#shared/db/news.ts'
import { insertNewLink, insertSignIn } from '#shared/db/outbox.ts'
import { type MailKind, mailTable, type Queue } from '#shared/domain/mail.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { makeRung } from '#tests/support/rounds.ts'

test('each mail is put in the outbox in the stream of its kind', async () => {
  const { db, close } = await openDatabase()
  const now = new Date('2026-12-01T09:00:00Z')
  await makeGroups(db, { Pau: ['Lou', 'Sam'] }, now)
  await makeRung(db, '2026-12', 'invitation', now)
  const told = [
    { kind: 'receipt' as const, person: personUid('Lou') },
    { kind: 'news' as const, person: personUid('Sam') },
    { kind: 'welcome' as const, person: personUid('Sam') },
    { kind: 'farewell' as const, person: personUid('Lou') },
  ]
  await db.batch([
    insertNewLink(db, { address: addressOf('Lou') }, now),
    insertSignIn(
      db,
      { address: 'camille@example.org', isCoordinator: true, isKnown: true, browserHash: 'a'.repeat(64) },
      now,
    ),
    ...insertNews(db, { group: groupUid('Pau'), since: 1, told }, now),
  ])
  const { results } = await db
    .prepare('SELECT DISTINCT kind, stream FROM mail ORDER BY kind')
    .all<{ kind: MailKind; stream: Queue }>()
  expect(results.map(({ kind }) => kind)).toEqual([
    'farewell',
    'invitation',
    'new_link',
    'news',
    'receipt',
    'sign_in',
    'welcome',
  ])
  expect(results.filter(({ kind, stream }) => mailTable[kind].stream !== stream)).toEqual([])
  await close()
})
