import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startRelance } from '#hosts/node/relance.ts'
import sample from '#sample/movement.config.ts'
import { checkBeforeStart } from '#scripts/local/check-data.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { makeFeedKey } from '#shared/actions/feed-keys.ts'
import { makeCalendarLink } from '#shared/actions/own-calendar.ts'
import { passLink } from '#shared/actions/pass-link.ts'
import { revokeLinks, settleSecret } from '#shared/actions/revoke-links.ts'
import { calendarPath, calendarToken, linkKey, linkPath, sign } from '#shared/domain/link.ts'
import { movementOf } from '#shared/movement.ts'
import { open, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { putOnMap } from '#tests/support/feeds.ts'
import { makeLink } from '#tests/support/links.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { copyDatabase } from '#tests/support/template.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const another = 'b'.repeat(64)
const feed = { token: 'k'.repeat(43), purpose: 'map', name: 'Our site', regions: null }
let world: World
beforeAll(async () => {
  world = await startWorld({ fixed: { ...sample, feeds: { map: 'key' } } })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou'] }, world.now())
  await settleSecret(world.db, await world.secret(), world.now())
})

const system = { kind: 'system' } as const
const acting = () => ({ db: world.db, movement: movementOf(sample), actor: system, now: world.now() })
const readFeed = () =>
  fetch(`${world.url}/feeds/groups.geojson`, { headers: { authorization: `Bearer ${feed.token}` } })
const actions = async () =>
  (await world.db.prepare('SELECT action FROM event').all<{ action: string }>()).results.map(({ action }) => action)

describe('every link, session and feed key from before', () => {
  test.each([
    { title: 'opens nothing once the secret is another one', end: () => settleSecret(world.db, another, world.now()) },
    { title: 'opens nothing once all are ended', end: () => revokeLinks(acting()) },
  ])('$title, and mails are not unsubscribed from by it', async ({ end }) => {
    const link = await world.linkOf('Lou')
    const old = await world.linkOf('Lou', { expiresAt: new Date('2020-01-01') })
    const session = await signIn(world)
    await putOnMap(world, ['Pau'])
    await makeFeedKey(acting(), feed)
    await world.tick()
    expect([(await open(link)).status, (await look(world, session, '/dashboard')).status]).toEqual([200, 200])
    expect((await readFeed()).status).toBe(200)
    await end()
    const closed = await open(link)
    expect([closed.status, textOf(closed)]).toEqual([410, expect.stringContaining('Ce lien a été arrêté')])
    expect((await look(world, session, '/dashboard')).status).toBe(401)
    expect((await readFeed()).status).toBe(401)
    for (const each of [link, old]) {
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
      const pressed = await fetch(each.replace('/u/', '/unsubscribe/'), { method: 'POST', body })
      expect(pressed.status).toBe(410)
    }
    expect(await world.db.prepare('SELECT 1 FROM suppression').first()).toBeNull()
    expect(await actions()).toContain('revoke_links')
  })

  test('goes on opening when Relance starts again with the same secret, or has none noted yet', async () => {
    const link = await world.linkOf('Lou')
    expect(await settleSecret(world.db, await world.secret(), world.now())).toBe(false)
    await world.db.prepare('DELETE FROM secret_mark').run()
    expect(await settleSecret(world.db, await world.secret(), world.now())).toBe(false)
    expect((await open(link)).status).toBe(200)
    expect(await actions()).not.toContain('revoke_links')
  })
})

test('a mail that is tried again after that carries a link that opens', async () => {
  const mailed = await startWorld({ sends: true, round: '2026-12', towns: { Pau: ['Lou'] } })
  try {
    mailed.mailbox.faults.add({ at: 'rcpt', does: { answer: '451 4.2.0 Later' }, to: addressOf('Lou'), times: 1 })
    await mailed.tick()
    expect(await mailed.db.prepare('SELECT count(*) FROM link').first('count(*)')).toBe(1)
    await revokeLinks({ db: mailed.db, actor: system, now: mailed.now() })
    await mailed.tick(new Date(mailed.now().getTime() + 3_600_000))
    const { results } = await mailed.db.prepare('SELECT revoked_at FROM link').all()
    expect(results).toEqual([{ revoked_at: null }])
  } finally {
    await mailed.stop()
  }
})

describe('a start with another LINK_SECRET', () => {
  const one = 'a'.repeat(64)
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
    await copyDatabase(folder)
  })
  afterEach(() => rm(folder, { recursive: true }))

  const start = (linkSecret: string) => startRelance({ fixed: sample, folder, port: 0, linkSecret, isQuiet: true })
  const began = async (linkSecret: string) => (await start(linkSecret)).stop()
  const checked = (linkSecret: string | null) =>
    withDatabase(folder, (db) => checkBeforeStart(db, { folder, linkSecret, now: new Date(), isClockRight: true }))
  /** What each way in answers. */
  const statuses = async (url: string, paths: readonly string[]) => {
    const answers = await Promise.all(paths.map((path) => fetch(url + path, { redirect: 'manual' })))
    return answers.map(({ status }) => status)
  }

  test('ends what the former one opens, before the first page: links, those passed on, calendars, news of a feed reader', async () => {
    const { db, url, stop } = await start(one)
    const now = new Date()
    await makeGroups(db, { Pau: ['Lou'] }, now)
    const coordinator = { db, movement: movementOf(sample), actor: system, now }
    const key = await linkKey(one)
    await makeCalendarLink(coordinator, personUid('Lou'), 'c'.repeat(32), key)
    const passing = { uid: 'p'.repeat(32), group: groupUid('Pau'), person: null, by: 'camille@archipel.example.org' }
    await passLink(coordinator, { token: 'p'.repeat(43), ...passing })
    const token = await makeLink(db, 'Lou', { secret: one, expiresAt: new Date(now.getTime() + 86_400_000) }, now)
    const ways = [
      linkPath.update(token),
      linkPath.passed('p'.repeat(43)),
      calendarPath(await calendarToken(key, 'c'.repeat(32))),
      `/dashboard/feed/${await sign(key, 'feed:camille@archipel.example.org')}`,
    ]
    expect(await statuses(url, ways)).toEqual([200, 200, 200, 200])
    await stop()
    for (const secret of [another, 'c'.repeat(64)]) {
      const after = await start(secret)
      expect(await statuses(after.url, ways)).toEqual([410, 410, 404, 404])
      await after.stop()
    }
  })

  test('is refused with one that was ended, which would open to whoever knows it', async () => {
    await began(one)
    await checked(one)
    await began(another)
    await expect(checked(one)).rejects.toThrow('LINK_SECRET is one that')
    await checked(another)
    await withDatabase(folder, (db) => revokeLinks({ db, actor: system, now: new Date() }))
    await expect(checked(another)).rejects.toThrow('LINK_SECRET is one that')
    await writeFile(join(folder, 'secret'), `${one}\n`)
    await expect(checked(null)).rejects.toThrow('npm run revoke-links -- --yes')
    await checked('c'.repeat(64))
  })
})
