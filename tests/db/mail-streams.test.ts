import { expect, test } from 'vitest'
import { objectStatements } from '#shared/db/invitation-answers.ts'
import { insertInvitations } from '#shared/db/invitations.ts'
import { insertNews } from '#shared/db/news.ts'
import { insertNewLink, insertSignIn } from '#shared/db/outbox.ts'
import { type MailKind, mailTable, type Queue } from '#shared/domain/mail.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { makeStep } from '#tests/support/rounds.ts'

const ada = { name: 'Ada', email: 'ada@example.net', phone: null, role: null, mailbox: 'a'.repeat(43) }

test('each mail is put in the outbox in the stream of its kind', async () => {
  const { db, close } = await openDatabase()
  const now = new Date('2026-12-01T09:00:00Z')
  await makeGroups(db, { Pau: ['Lou', 'Sam'] }, now)
  await makeStep(db, '2026-12', 'invitation', now)
  const told = [
    { kind: 'receipt' as const, person: personUid('Lou') },
    { kind: 'news' as const, person: personUid('Sam') },
    { kind: 'farewell' as const, person: personUid('Lou') },
  ]
  await db.batch([
    insertNewLink(db, { address: addressOf('Lou') }, now),
    insertSignIn(
      db,
      { address: 'camille@example.org', isCoordinator: true, isKnown: true, browserHash: 'a'.repeat(64) },
      now,
    ),
    ...insertInvitations(
      db,
      {
        group: groupUid('Pau'),
        by: personUid('Lou'),
        invited: [
          { ...ada, uid: 'row-of-ada' },
          { ...ada, uid: 'new-address', email: 'sam@example.net', person: personUid('Sam') },
        ],
      },
      now,
    ),
    ...insertNews(db, { group: groupUid('Pau'), since: 1, told }, now),
  ])
  await db.batch(objectStatements(db, personUid('Sam'), now))
  const { results } = await db
    .prepare('SELECT DISTINCT kind, stream FROM mail ORDER BY kind')
    .all<{ kind: MailKind; stream: Queue }>()
  expect(results.map(({ kind }) => kind)).toEqual([
    'farewell',
    'invitation',
    'invitation_over',
    'new_address',
    'new_link',
    'news',
    'receipt',
    'sign_in',
    'welcome',
  ])
  expect(results.filter(({ kind, stream }) => mailTable[kind].stream !== stream)).toEqual([])
  await close()
})
