import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { settleFeeds } from '#scripts/feeds/settle.ts'
import { publishCalendar } from '#shared/actions/publish-calendar.ts'
import { upsertSettings } from '#shared/db/settings.ts'
import { putOnMap } from '#tests/support/feeds.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Rennes: [], Lyon: [], Pau: [] }, world.now())
  await putOnMap(world, ['Rennes'])
  await putOnMap(world, ['Lyon'], 'Rhône')
  for (const [uid, town, title, day] of [
    ['act-1', 'Rennes', 'Fête; du quartier, à l’école', '2026-12-12'],
    ['act-2', 'Lyon', 'Marche', '2026-12-20'],
    ['act-3', 'Pau', 'Réunion privée', '2026-12-21'],
    ['act-4', 'Rennes', 'Il y a longtemps', '2026-01-01'],
  ] as const)
    await world.db
      .prepare(
        `INSERT INTO activity (uid, group_id, title, held_on) SELECT ?1, id, ?3, ?4 FROM local_group WHERE uid = ?2`,
      )
      .bind(`activity-${uid}`, groupUid(town), title, day)
      .run()
  await world.db
    .prepare(
      `INSERT INTO training (uid, group_id, theme, held_on) SELECT 'training-1', id, 'Écoute', '2026-12-13' FROM local_group WHERE uid = ?1`,
    )
    .bind(groupUid('Rennes'))
    .run()
})

const feed = '/feeds/activities.ics'
type Event = Record<string, string>

/** What a calendar program reads. */
async function events(path = feed, headers: Record<string, string> = {}): Promise<Event[]> {
  await world.tick()
  const response = await fetch(world.url + path, { headers })
  expect(response.status).toBe(200)
  const text = await response.text()
  const lines = text.split('\r\n')
  expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  return text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        event
          .split('\r\n')
          .flatMap((line) =>
            line.includes(':') ? [[line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]] : [],
          ),
      ),
    )
}
const summaries = async (path?: string) => (await events(path)).map(({ SUMMARY }) => SUMMARY)

describe('a calendar has', () => {
  test('what the groups that want to be shown plan, and did lately', async () => {
    const [first, training, ...others] = await events()
    expect(first).toEqual({
      UID: 'activity-activity-act-1@archipel.example.org',
      DTSTAMP: '20261201T090000Z',
      'LAST-MODIFIED': '20261201T090000Z',
      SEQUENCE: '0',
      'DTSTART;VALUE=DATE': '20261212',
      'DTEND;VALUE=DATE': '20261213',
      SUMMARY: 'Fête\\; du quartier\\, à l’école (Archipel Rennes)',
      LOCATION: 'Rennes',
      URL: `${world.url}/find/${groupUid('Rennes')}`,
      STATUS: 'CONFIRMED',
      TRANSP: 'TRANSPARENT',
      END: 'VEVENT',
    })
    expect(training?.SUMMARY).toBe('Écoute (Archipel Rennes)')
    expect(others.map(({ SUMMARY }) => SUMMARY)).toEqual(['Marche (Archipel Lyon)'])
  })

  test('those of a group or a region', async () => {
    expect(await summaries(`${feed}?group=${groupUid('Lyon')}`)).toEqual(['Marche (Archipel Lyon)'])
    expect(await summaries(`${feed}?region=Bretagne`)).toHaveLength(2)
    expect(await summaries(`${feed}?group=${groupUid('Pau')}`)).toEqual([])
  })

  test('those of groups that answered a question of the movement’s own so, where everybody may read the answer', async () => {
    const label = { fr: 'Quoi', en: 'What' }
    const options = ['food', 'housing'].map((key) => ({ key, label: { fr: key, en: key } }))
    const questions = [
      { key: 'room', type: 'yes_no', label, audience: 'public' },
      { key: 'themes', type: 'choices', label, options, audience: 'public' },
      { key: 'secret', type: 'yes_no', label },
      { key: 'agreed', type: 'yes_no', label, audience: 'consent' },
    ]
    await upsertSettings(world.db, { questions }, world.now()).run()
    const answer = (town: string, own: object) =>
      world.db.prepare('UPDATE local_group SET own = ?2 WHERE uid = ?1').bind(groupUid(town), JSON.stringify(own)).run()
    await answer('Rennes', { room: true, themes: 'food,housing', secret: true, agreed: true, agreed_shown: true })
    await answer('Lyon', { room: false, themes: 'food', agreed: true })
    expect(await summaries(`${feed}?themes=housing`)).toHaveLength(2)
    expect(await summaries(`${feed}?themes=housing&themes=food`)).toHaveLength(3)
    expect(await summaries(`${feed}?room=no&themes=food`)).toEqual(['Marche (Archipel Lyon)'])
    expect(await summaries(`${feed}?room=yes&themes=none`)).toEqual([])
    expect(await summaries(`${feed}?secret=no`)).toHaveLength(3)
    // Lyon says yes, and has not agreed that everybody knows
    expect(await summaries(`${feed}?agreed=yes`)).toHaveLength(2)
  })

  test('also those of other groups, for whoever has a key, within its regions', async () => {
    const acting = { db: world.db, movement, actor: { kind: 'system' as const }, now: world.now() }
    await settleFeeds(acting, ['key', 'calendar', 'Team'], { token: 'k'.repeat(43), regions: null })
    await settleFeeds(acting, ['key', 'calendar', 'Rhône'], { token: 'r'.repeat(43), regions: ['Rhône'] })
    expect(await summaries(`${feed}?key=${'k'.repeat(43)}`)).toContain('Réunion privée (Archipel Pau)')
    expect(await summaries(`${feed}?key=${'r'.repeat(43)}`)).toEqual(['Marche (Archipel Lyon)'])
    expect((await fetch(`${world.url}${feed}?key=x`)).status).toBe(401)
  })

  test('the same event when it moves, and one that is taken back as cancelled', async () => {
    const [before] = await events()
    await world.db.prepare(`UPDATE activity SET held_on = '2026-12-14' WHERE uid = 'activity-act-1'`).run()
    const moved = (await events()).find(({ UID }) => UID === before?.UID)
    expect([moved?.['DTSTART;VALUE=DATE'], moved?.SEQUENCE, moved?.STATUS]).toEqual(['20261214', '1', 'CONFIRMED'])
    await world.db.prepare(`DELETE FROM activity WHERE uid = 'activity-act-1'`).run()
    const gone = (await events()).find(({ UID }) => UID === before?.UID)
    expect([gone?.SEQUENCE, gone?.STATUS]).toEqual(['2', 'CANCELLED'])
    await world.tick()
    expect((await events()).find(({ UID }) => UID === before?.UID)?.SEQUENCE).toBe('2')
  })

  test('and says when nothing has changed', async () => {
    await world.tick()
    const first = await fetch(world.url + feed)
    const again = await fetch(world.url + feed, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })
})

test('a run publishes what changed alone, in as many runs as it takes, and comes out the same', async () => {
  const { db } = world
  const publish = (now: Date, most = 100) => publishCalendar({ db, movement, now, most, isMetered: true })
  const shown = async () =>
    (await db.prepare('SELECT uid, group_id, held_on, sequence, cancelled_at FROM published_event ORDER BY uid').all())
      .results
  expect(await publish(world.now())).toEqual({ groups: 3 })
  const atOnce = await shown()
  expect(atOnce).toHaveLength(4)
  expect(await publish(world.now())).toEqual({ groups: 0 })
  // Each by itself
  await db.batch([db.prepare('DELETE FROM published_event'), db.prepare('UPDATE activity SET title = title')])
  for (const groups of [1, 1, 1, 0]) expect(await publish(world.now(), 1)).toEqual({ groups })
  expect(await shown()).toEqual(atOnce)
  // One activity goes to another group, in either direction; one is taken back; a group is gone with what it planned
  const move = 'UPDATE activity SET group_id = (SELECT id FROM local_group WHERE uid = ?2) WHERE uid = ?1'
  await db.batch([
    db.prepare(move).bind('activity-act-1', groupUid('Lyon')),
    db.prepare(move).bind('activity-act-2', groupUid('Rennes')),
    db.prepare("DELETE FROM training WHERE uid = 'training-1'"),
    db.prepare('DELETE FROM local_group WHERE uid = ?1').bind(groupUid('Pau')),
  ])
  const later = new Date(world.now().getTime() + 60_000)
  for (const groups of [1, 1, 1, 0]) expect(await publish(later, 1)).toEqual({ groups })
  expect((await shown()).map(({ uid, sequence, cancelled_at }) => [uid, sequence, cancelled_at])).toEqual([
    ['activity-activity-act-1', 1, null],
    ['activity-activity-act-2', 1, null],
    ['activity-activity-act-3', 1, later.toISOString()],
    ['training-training-1', 1, later.toISOString()],
  ])
})

test('what a group plans is cancelled when it closes, and there again when it opens', async () => {
  const { db } = world
  const setState = (state: string) =>
    db
      .prepare(`UPDATE local_group SET state = ?1, closed_at = iif(?1 = 'closed', ?3, NULL) WHERE uid = ?2`)
      .bind(state, groupUid('Lyon'), world.now().toISOString())
      .run()
  const marche = async () => {
    await publishCalendar({ db, movement, now: world.now(), most: 100, isMetered: true })
    const sql =
      "SELECT sequence, cancelled_at IS NULL AS is_on FROM published_event WHERE uid = 'activity-activity-act-2'"
    return db.prepare(sql).first()
  }
  expect(await marche()).toEqual({ sequence: 0, is_on: 1 })
  await setState('closed')
  expect(await marche()).toEqual({ sequence: 1, is_on: 0 })
  await setState('active')
  expect(await marche()).toEqual({ sequence: 2, is_on: 1 })
})
