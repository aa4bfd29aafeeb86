import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countCounterFaults } from '#shared/db/counters.ts'
import { insertCheck } from '#tests/support/checks.ts'
import { openDatabase } from '#tests/support/database.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'

// Two groups, or two people, that turn out to be one: what is counted by place follows its rows.

const now = new Date('2026-12-01T10:00:00+01:00')
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Ajaccio: ['Lou'], Bastia: ['Ada'] }, now)
  const [pau, ajaccio] = [groupUid('Pau'), groupUid('Ajaccio')]
  await db.batch([
    db.prepare("UPDATE local_group SET region = 'Corse', department = '2A' WHERE uid = ?1").bind(ajaccio),
    db.prepare("UPDATE local_group SET region = 'Aquitaine', department = '64' WHERE uid = ?1").bind(pau),
    db.prepare(
      `INSERT INTO activity (uid, group_id, title, held_on, attendees) SELECT 'activity-' || uid, id, 'Stand', '2026-11-02', 12 FROM local_group`,
    ),
    db.prepare(
      `INSERT INTO training (uid, group_id, theme, held_on, attendees) SELECT 'training-' || uid, id, 'Parole', '2026-11-02', 7 FROM local_group`,
    ),
    db.prepare(
      `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-1', 'Une', 'une', '2026-11-01', '2026-11-01'), ('campaign-2', 'Deux', 'deux', '2026-11-02', '2026-11-01')`,
    ),
    db
      .prepare(
        `INSERT INTO participation (group_id, campaign_id, role, people) SELECT g.id, campaign.id, 'joins', 5 FROM local_group g JOIN campaign ON campaign.uid = 'campaign-1' WHERE g.uid = ?1`,
      )
      .bind(pau),
    insertCheck(db, { groups: [pau], section: 'identity', at: '2026-11-03T10:00:00.000Z' }),
    db.prepare("INSERT INTO round (key, opened_at) VALUES ('2026-11', '2026-11-03T09:00:00.000Z')"),
    db
      .prepare(
        `INSERT INTO answer (round_key, group_id, person_id, kind, first_at, last_at) SELECT '2026-11', g.id, person.id, 'confirmed', '2026-11-03T10:00:00.000Z', '2026-11-03T10:00:00.000Z' FROM local_group g JOIN person ON person.uid = ?2 WHERE g.uid = ?1`,
      )
      .bind(pau, personUid('Sam')),
  ])
})
afterAll(() => close())

const toAjaccio = `(SELECT id FROM local_group WHERE uid = '${groupUid('Ajaccio')}')`
const ofPau = `(SELECT id FROM local_group WHERE uid = '${groupUid('Pau')}')`

test.each([
  ['nothing', 'SELECT 1'],
  ['activities', `UPDATE activity SET group_id = ${toAjaccio} WHERE group_id = ${ofPau}`],
  ['trainings', `UPDATE training SET group_id = ${toAjaccio} WHERE group_id = ${ofPau}`],
  ['a part in a campaign', `UPDATE participation SET group_id = ${toAjaccio} WHERE group_id = ${ofPau}`],
  [
    'a part in another campaign',
    `UPDATE participation SET campaign_id = (SELECT id FROM campaign WHERE uid = 'campaign-2')`,
  ],
  [
    'what was checked',
    `UPDATE group_check SET checks = (SELECT checks FROM group_check WHERE group_id = ${ofPau}) WHERE group_id = ${toAjaccio}`,
  ],
  ['answers', `UPDATE answer SET group_id = ${toAjaccio} WHERE group_id = ${ofPau}`],
  [
    'a referent',
    `UPDATE referent SET group_id = ${toAjaccio} WHERE group_id = ${ofPau} AND person_id = (SELECT id FROM person WHERE uid = '${personUid('Sam')}')`,
  ],
  [
    'somebody who was two',
    `UPDATE referent SET person_id = (SELECT id FROM person WHERE uid = '${personUid('Ada')}') WHERE person_id = (SELECT id FROM person WHERE uid = '${personUid('Sam')}')`,
  ],
  [
    'somebody with two groups',
    `UPDATE referent SET person_id = (SELECT id FROM person WHERE uid = '${personUid('Sam')}') WHERE person_id = (SELECT id FROM person WHERE uid = '${personUid('Lou')}') AND group_id = ${ofPau}`,
  ],
])('counters are what counting finds when this moves: %s', async (_, move) => {
  await db.prepare(move).run()
  expect((await countCounterFaults(db)).filter(({ faults }) => faults > 0)).toEqual([])
})
