import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { insertFeedFault } from '#shared/db/feed-faults.ts'
import { readSheet, textOf } from '#tests/support/browser.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { createDesk } from '#workers/desk/index.tsx'

const secret = 'a secret of at least thirty-two characters'
const now = new Date('2026-12-03T09:00:00Z')
let db: D1Database
let close: () => Promise<void>
let cookie: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  cookie = await sessionCookie(db, { secret }, now)
})
afterAll(() => close())

async function said(feeds: (typeof sample)['feeds']): Promise<string> {
  const env = { DB: db, PUBLIC_URL: 'http://localhost', LINK_SECRET: secret, CLOCK: now.toISOString() }
  const request = new Request('http://localhost/desk/feeds', { headers: { cookie } })
  return textOf(await readSheet(await createDesk({ ...sample, feeds }).fetch(request, env)))
}

test('of each thing that others may read the team sees what it sends, to whom, and when it last worked', async () => {
  const before = await said({ map: 'key', calendar: 'public', find: 'off', join: 'off' })
  expect(before).toContain('rendre public. Ouvert aux programmes qui ont une clé. /feeds/groups.geojson Pas encore')
  expect(before).toContain('Ouvert à tout le monde. /feeds/activities.ics')
  expect(before).toContain('leur arrive par mail. Fermé.')
  await db.batch(insertFeedFault(db, 'calendar', new Date('2026-12-02T07:30:00Z')))
  await db.prepare('UPDATE publication SET looked_at = ?1').bind('2026-12-03T08:59:00.000Z').run()
  const after = await said({ map: 'key', calendar: 'public', find: 'off', join: 'off' })
  expect(after).toMatch(/groups\.geojson Mis à jour le 3 décembre 2026/)
  expect(after).toMatch(/activities\.ics N’est plus mis à jour depuis le 2 décembre 2026/)
  expect(after).not.toContain('/find')
})
