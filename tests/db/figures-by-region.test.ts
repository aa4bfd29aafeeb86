import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countActivity } from '#shared/db/activity-counts.ts'
import { ask } from '#shared/db/ask.ts'
import { addedUp, listFiguresByRegion } from '#shared/db/figures-by-region.ts'
import { openDatabase } from '#tests/support/database.ts'
import { makeGroups } from '#tests/support/movement.ts'

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, { Pau: ['Lou'], Brest: ['Noa'], Metz: [] }, new Date('2026-12-10T08:00:00Z'))
  await db.prepare(`UPDATE local_group SET region = 'Bretagne' WHERE town = 'Brest'`).run()
  const days = ['2025-12-31', '2026-01-01', '2026-06-15', '2026-12-31', '2027-01-01']
  await db.batch([
    db.prepare(
      `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-1', 'Fête', 'fete', '2026-05-01', '2026-01-01')`,
    ),
    db.prepare(
      `INSERT INTO participation (group_id, campaign_id, role, people) SELECT id, (SELECT id FROM campaign), iif(town = 'Metz', 'absent', 'joins'), 7 FROM local_group`,
    ),
    ...days.flatMap((day) => [
      db
        .prepare(
          `INSERT INTO training (uid, group_id, theme, held_on, attendees) SELECT 'training-' || town || ?1, id, town, ?1, id FROM local_group`,
        )
        .bind(day),
      db
        .prepare(
          `INSERT INTO activity (uid, group_id, title, held_on, attendees) SELECT 'activity-' || town || ?1, id, 'Bal', ?1, 3 FROM local_group`,
        )
        .bind(day),
    ]),
  ])
})
afterAll(() => close())

test.each([
  [{ from: '2026-01', until: '2026-12' }],
  [{ from: '2026-06', until: '2026-06' }],
  [{ from: '2028-01', until: '2028-12' }],
])('what all regions did in %j is what the network did', async (period) => {
  const everywhere = { region: '', department: '' }
  const { regions, activity } = await ask(db, {
    regions: listFiguresByRegion(db, everywhere, period),
    activity: countActivity(db, everywhere, period),
  })
  expect(addedUp(regions)).toEqual(activity)
})
