import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { insertInvitations } from '#shared/db/invitations.ts'
import { findPreview } from '#shared/db/preview.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import type { MailKind } from '#shared/domain/mail.ts'
import { insertCheck } from '#tests/support/checks.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'

const now = new Date('2026-12-01T09:00:00Z')
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(() => clearDatabase(db))

async function told(kind: MailKind, town: string) {
  const mail = await findPreview(db, { kind, group: groupUid(town), address: null, movement, now })
  return mail?.content ?? null
}

const run = (sql: string) => db.prepare(sql).run()
const activity = (n: number, town: string, title: string, on: string) =>
  run(
    `INSERT INTO activity (uid, group_id, title, held_on)
     SELECT 'activity-${n}', id, '${title}', '${on}' FROM local_group WHERE town = '${town}'`,
  )

describe('what the month’s mail knows of a group', () => {
  test('is the record itself: people, members, the latest of each list, and what is missing', async () => {
    await makeGroups(db, { Pau: ['Lou Martin', 'Sam Bonnet'] }, now)
    await run(`UPDATE person SET phone = '+33612345678' WHERE name = 'Sam Bonnet'`)
    await activity(1, 'Pau', 'Stand', '2026-11-14')
    await activity(2, 'Pau', 'Réunion', '2026-03-02')
    await insertCheck(db, { groups: [groupUid('Pau')], section: 'identity', at: '2026-11-01T08:00:00.000Z' }).run()
    expect(await told('invitation', 'Pau')).toEqual({
      round: null,
      announcement: null,
      count: 1,
      network: { asked: 0, answered: 0 },
      groups: [
        {
          name: 'Archipel Pau',
          referents: [
            { name: 'Lou Martin', isReader: true, isInvited: false, lacks: ['phone'] },
            { name: 'Sam Bonnet', isReader: false, isInvited: false, lacks: [] },
          ],
          values: { town: 'Pau', active_members: 12 },
          latest: [{ list: 'activities', name: 'Stand', on: '2026-11-14', rows: 2 }],
          checked: {
            sections: 1,
            oldest: new Date('2026-11-01T08:00:00Z'),
            latest: new Date('2026-11-01T08:00:00Z'),
          },
        },
      ],
    })
  })

  test('carries nobody’s address or number', async () => {
    await makeGroups(db, { Pau: ['Lou', 'Sam'] }, now)
    await run(`UPDATE person SET phone = '+33612345678'`)
    expect(JSON.stringify(await told('invitation', 'Pau'))).not.toMatch(/@|33612/)
  })

  test('names whom the group invited as it typed them, and is told to nobody who is only invited', async () => {
    await makeGroups(db, { Pau: ['Noa'], Dax: ['Lou'] }, now)
    const noa = { uid: 'row-of-noa', name: 'N.', email: addressOf('Noa'), phone: null, role: null }
    const invited = [{ ...noa, mailbox: 'a'.repeat(43) }]
    await db.batch(insertInvitations(db, { group: groupUid('Dax'), by: personUid('Lou'), invited }, now))
    await activity(1, 'Dax', 'Stand', '2026-11-14')
    const content = await told('invitation', 'Pau')
    expect(content).toMatchObject({ count: 1, groups: [{ name: 'Archipel Pau' }] })
    expect(JSON.stringify(content)).not.toMatch(/Lou|Stand|Dax/)
    expect(await told('invitation', 'Dax')).toMatchObject({
      groups: [{ referents: [{ name: 'Lou' }, { name: 'N.', isInvited: true }] }],
    })
  })

  test('is of five groups at most, however many are somebody’s', async () => {
    const towns = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`Ville ${n + 10}`, ['Lou']]))
    await makeGroups(db, towns, now)
    const content = await told('invitation', 'Ville 10')
    expect(content).toMatchObject({ count: 40 })
    expect((content as { groups: object[] }).groups).toHaveLength(5)
    const link = await told('new_link', 'Ville 10')
    expect(link).toMatchObject({ count: 40, groups: [{ name: 'Archipel Ville 10' }, {}, {}, {}, {}] })
  })
})

test('word of having been taken off is told as long as it is so', async () => {
  await makeGroups(db, { Pau: ['Lou'] }, now)
  const revision = {
    group: groupUid('Pau'),
    number: 2,
    author: 'referent' as const,
    person: personUid('Lou'),
    changes: [],
  }
  await insertRevisions(db, [revision], now).run()
  expect(await told('farewell', 'Pau')).toBeNull()
})

describe('where the movement’s mails say what is near', () => {
  const nearby = { ...movement, feeds: { ...movement.feeds, inMail: 'nearby' as const } }
  const place = (town: string, latitude: number, longitude: number, shown = 1) =>
    run(
      `UPDATE local_group SET latitude = ${latitude}, longitude = ${longitude}, on_map = ${shown} WHERE town = '${town}'`,
    )
  const near = async (by = nearby) => {
    const mail = await findPreview(db, { kind: 'invitation', group: groupUid('Pau'), address: null, movement: by, now })
    return mail?.content && 'nearby' in mail.content ? mail.content.nearby : undefined
  }
  beforeEach(async () => {
    await makeGroups(db, { Pau: ['Lou'], Tarbes: [], Dax: [], Oloron: [], Lille: [], Orthez: [] }, now)
    await run(`INSERT INTO round (key, opened_at) VALUES ('2026-12', '2026-12-01T08:00:00.000Z')`)
    await place('Pau', 43.3, -0.37)
    await place('Tarbes', 43.23, 0.08)
    await place('Oloron', 43.19, -0.61)
    await place('Orthez', 43.49, -0.77)
    await place('Dax', 43.29, -0.36, 0)
    await place('Lille', 50.63, 3.06)
    await activity(1, 'Tarbes', 'Repas, 19h30', '2026-12-05')
    await activity(2, 'Dax', 'Réunion privée', '2026-12-06')
    await activity(3, 'Lille', 'Trop loin', '2026-12-07')
    await activity(4, 'Orthez', 'Marche', '2026-12-12')
    await activity(5, 'Oloron', 'Passé', '2026-11-12')
  })

  test('the two nearest groups of the map are named with how far they are, and what those around plan', async () => {
    expect(await near()).toEqual({
      groups: [
        { name: 'Archipel Oloron', kilometres: 23 },
        { name: 'Archipel Tarbes', kilometres: 37 },
      ],
      planned: [
        { on: '2026-12-05', title: 'Repas, 19h30', group: 'Archipel Tarbes' },
        { on: '2026-12-12', title: 'Marche', group: 'Archipel Orthez' },
      ],
    })
  })

  test('nothing is said of a group whose place nobody knows, nor where the movement does not ask for it', async () => {
    expect(await near(movement as typeof nearby)).toBeUndefined()
    await run(`UPDATE local_group SET latitude = NULL WHERE town = 'Pau'`)
    expect(await near()).toBeUndefined()
  })
})
