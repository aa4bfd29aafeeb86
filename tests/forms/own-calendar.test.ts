import { afterAll, beforeAll, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { revokeLinks } from '#shared/actions/revoke-links.ts'
import { movementOf } from '#shared/movement.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'
import { feedsOf } from '#workers/feeds/index.tsx'

let world: World
beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou', 'Sam'], Dax: ['Lou'], Lyon: ['Noa'] } })
  for (const [town, title] of [
    ['Pau', 'Réunion, 18h30'],
    ['Dax', 'Marche'],
    ['Lyon', 'Repas'],
  ] as const)
    await world.db
      .prepare(
        `INSERT INTO activity (uid, group_id, title, held_on) SELECT ?1, id, ?2, '2026-12-12' FROM local_group WHERE uid = ?3`,
      )
      .bind(`activity-${town}`, title, groupUid(town))
      .run()
  await world.tick()
})
afterAll(() => world.stop())

const page = async (name: string) => open(`${await world.linkOf(name)}/calendar`)
const addressIn = (html: string) => /<code>(http[^<]+\/feeds\/own\/[\w-]{43}\.ics)<\/code>/.exec(html)?.[1] ?? ''
const calendarAt = async (address: string) => {
  const response = await fetch(new URL(address).pathname.replace(/^/, world.url))
  return { status: response.status, text: await response.text() }
}
const summaries = (text: string) =>
  [...text.replaceAll('\r\n ', '').matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, one]) => one)

test('somebody follows what their own groups plan, and nothing else, at the time that they typed', async () => {
  const made = await submit(await page('Lou'), { do: 'make' })
  const { status, text } = await calendarAt(addressIn(made.html))
  expect([status, summaries(text).sort()]).toEqual([200, ['Marche (Archipel Dax)', 'Réunion\\, 18h30 (Archipel Pau)']])
  expect(text).toContain('DTSTART:20261212T173000Z\r\n')
  expect(text).toContain('DTSTART;VALUE=DATE:20261212\r\n')
  expect(addressIn((await page('Lou')).html)).toBe(addressIn(made.html))
  const kept = await world.db
    .prepare('SELECT json_group_array(hash || uid) AS value FROM calendar_link')
    .first<string>('value')
  expect(kept).not.toContain(addressIn(made.html).slice(-47, -4))
})

test('what somebody made by a link ends when the link is said not to be theirs: a calendar, and another address for its owner', async () => {
  const link = await world.linkOf('Noa')
  const calendar = addressIn((await submit(await open(`${link}/calendar`), { do: 'make' })).html)
  expect((await calendarAt(calendar)).status).toBe(200)
  const form = await open(`${link}/${groupUid('Lyon')}/referents`)
  await submit(form, { [`${personUid('Noa')}.email`]: 'thief@example.net' })
  const asked = () =>
    world.db.prepare("SELECT count(*) AS n FROM invitation WHERE email = 'thief@example.net'").first('n')
  expect(await asked()).toBe(1)
  expect((await submit(await open(`${link}/not-me`))).status).toBe(200)
  expect((await calendarAt(calendar)).status).toBe(404)
  expect(await asked()).toBe(0)
  const { results } = await world.db.prepare("SELECT state FROM mail WHERE kind = 'welcome'").all()
  expect(results.map(({ state }) => state)).not.toContain('pending')
})

test('a look writes nothing, and a page that is too old makes no address', async () => {
  const count = () => world.db.prepare('SELECT count(*) AS n FROM calendar_link').first<number>('n')
  const before = await count()
  await page('Sam')
  expect((await submit(await page('Sam'), { do: 'make', page: 'old' })).status).toBe(400)
  expect(await count()).toBe(before)
})

test('with another address the old one shows nothing any more, and it can be deleted', async () => {
  const first = addressIn((await page('Lou')).html)
  const second = addressIn((await submit(await page('Lou'), { do: 'make' })).html)
  expect(second).not.toBe(first)
  expect((await calendarAt(first)).status).toBe(404)
  expect((await calendarAt(second)).status).toBe(200)
  const ended = await submit(await page('Lou'), { do: 'end' })
  expect(textOf(ended)).toContain('Créer l’adresse')
  expect((await calendarAt(second)).status).toBe(404)
})

test('who leaves a group follows it no longer; who is erased, or whose links are all ended, has no calendar', async () => {
  const lou = addressIn((await submit(await page('Lou'), { do: 'make' })).html)
  await world.db
    .prepare('UPDATE referent SET until_at = ?1 WHERE group_id = (SELECT id FROM local_group WHERE uid = ?2)')
    .bind(world.now().toISOString(), groupUid('Dax'))
    .run()
  expect(summaries((await calendarAt(lou)).text)).toEqual(['Réunion\\, 18h30 (Archipel Pau)'])
  const sam = addressIn((await submit(await page('Sam'), { do: 'make' })).html)
  await world.db.prepare(`DELETE FROM person WHERE name = 'Sam'`).run()
  expect((await calendarAt(sam)).status).toBe(404)
  await revokeLinks({ db: world.db, actor: { kind: 'system' }, now: world.now() })
  expect((await calendarAt(lou)).status).toBe(404)
})

test('where the movement has no calendars, no address shows one', () => {
  const paths = (calendar: 'off' | 'key') =>
    feedsOf(movementOf({ ...fixed, feeds: { ...fixed.feeds, calendar } })).routes.map(({ path }) => path)
  expect(paths('key')).toContain('/feeds/own/:file')
  expect(paths('off')).not.toContain('/feeds/own/:file')
})
