import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { settleFeeds } from '#scripts/feeds/settle.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { setGroup } from '#tests/support/feeds.ts'
import { invite } from '#tests/support/invitations.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { suppress } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const token = 'k'.repeat(43)
const acting = () => ({ db: world.db, movement, actor: { kind: 'system' as const }, now: world.now() })
const makeKey = (name: string, of: string, key: string, regions: string[] | null = null) =>
  settleFeeds(acting(), ['key', of, name], { token: key, regions })
const feed = '/feeds/lists/annonces.txt'
const basic = (key: string) => ({ authorization: `Basic ${btoa(`sympa:${key}`)}` })
const get = (path = feed, headers: Record<string, string> = basic(token)) => fetch(world.url + path, { headers })
const lines = async (path?: string, headers?: Record<string, string>) => {
  const response = await get(path, headers)
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.text()).split('\n').slice(0, -1)
}
const subscribe = (name: string, list = 'annonces') =>
  world.db
    .prepare(
      `INSERT INTO subscription (person_id, list, since_at) SELECT id, ?2, '2026-01-01' FROM person WHERE uid = ?1`,
    )
    .bind(personUid(name), list)
    .run()

beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Rennes: ['Lou', 'Noa'], Lyon: ['Max'] }, world.now())
  await setGroup(world, 'Rennes', { region: 'Bretagne' })
  await makeKey('Sympa', 'lists/annonces', token)
  for (const name of ['Lou', 'Noa', 'Max']) await subscribe(name)
})

describe('a mailing list is', () => {
  test('an address and a name a line, for whoever has its key', async () => {
    expect(await lines()).toEqual(['Lou', 'Noa', 'Max'].map((name) => `${addressOf(name)} ${name}`))
    expect(await lines(`${feed}?key=${token}`, {})).toHaveLength(3)
    const refused = await get(feed, {})
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('Basic')])
    expect(await refused.text()).not.toContain('@')
    await makeKey('Map', 'map', 'm'.repeat(43))
    await makeKey('Other', 'lists/entraide', 'o'.repeat(43))
    expect((await get(feed, basic('m'.repeat(43)))).status).toBe(403)
    expect((await get(feed, basic('o'.repeat(43)))).status).toBe(403)
    expect((await get('/feeds/lists/nosuch.txt')).status).toBe(404)
  })

  test('of a key’s regions only', async () => {
    await makeKey('Breton', 'lists/annonces', 'b'.repeat(43), ['Bretagne'])
    expect(await lines(feed, basic('b'.repeat(43)))).toHaveLength(2)
  })

  test('without whoever may not be written to, is called only, left, is only invited, or whose group is closed', async () => {
    await makeGroups(world.db, { Brest: ['Ida', 'Zoé', 'Éva', 'Léa'] }, world.now())
    await makeGroups(world.db, { Metz: ['Ana'] }, world.now(), { state: 'closed' })
    for (const name of ['Ida', 'Zoé', 'Éva', 'Léa', 'Ana']) await subscribe(name)
    expect(await lines()).toHaveLength(7)
    await suppress(world.db, addressOf('Ida'), 'hard_bounce', world.now())
    await world.db.batch([
      world.db.prepare(
        `UPDATE referent SET until_at = '2026-11-01' WHERE person_id = (SELECT id FROM person WHERE name = 'Zoé')`,
      ),
      world.db.prepare(`UPDATE person SET email = NULL, phone = '+33611223344' WHERE name = 'Éva'`),
      world.db.prepare(`DELETE FROM referent WHERE person_id = (SELECT id FROM person WHERE name = 'Léa')`),
    ])
    await invite(world, 'Léa', { town: 'Brest', by: 'Ida' })
    expect(await lines()).toHaveLength(3)
  })

  test('one line a person, whatever their name holds', async () => {
    await world.db
      .prepare(`UPDATE person SET name = ?1 WHERE name = 'Lou'`)
      .bind('Lou\nintrus@example.org Intrus\u2028x\r')
      .run()
    expect((await lines())[0]).toBe(`${addressOf('Lou')} Lou intrus@example.org Intrus x`)
    expect(await lines()).toHaveLength(3)
  })
})

describe('a list is never lost by what it loses:', () => {
  test('it is not empty, nor shorter by more than a fifth at once, until the team says that it is right', async () => {
    await makeGroups(world.db, { Pau: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] }, world.now())
    for (const name of 'ABCDEFG') await subscribe(name)
    await world.tick()
    expect(await lines()).toHaveLength(10)
    await world.db
      .prepare(`DELETE FROM subscription WHERE person_id IN (SELECT id FROM person WHERE name IN ('A', 'B'))`)
      .run()
    await world.tick()
    expect(await lines()).toHaveLength(8)
    await world.db
      .prepare(`DELETE FROM subscription WHERE person_id IN (SELECT id FROM person WHERE name IN ('C', 'D'))`)
      .run()
    // At once, before any cron
    expect((await get()).status).toBe(503)
    await world.tick()
    expect((await get()).status).toBe(503)
    expect(textOf(await look(world, await signIn(world), '/dashboard'))).toMatch(
      /Une liste de diffusion ne se met plus à jour .* Sympa : 8 avant, 6 maintenant/,
    )
    await settleFeeds(acting(), ['accept'], { token: '', regions: null })
    expect(await lines()).toHaveLength(6)
    await world.db.prepare('DELETE FROM subscription').run()
    await settleFeeds(acting(), ['accept'], { token: '', regions: null })
    expect((await get()).status).toBe(503)
  })
})

describe('who leaves a list where it is kept', () => {
  const tell = (body: string, type = 'application/json') =>
    fetch(`${world.url}/hooks/lists/annonces`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
    })

  test('is off it here, and nobody else puts them back', async () => {
    expect((await tell(JSON.stringify({ email: addressOf('Noa').toUpperCase(), event: 'unsubscribe' }))).status).toBe(
      200,
    )
    expect(
      (await tell(`email=${encodeURIComponent(addressOf('Max'))}`, 'application/x-www-form-urlencoded')).status,
    ).toBe(200)
    expect(await lines()).toEqual([`${addressOf('Lou')} Lou`])
    expect(await world.db.prepare('SELECT count(*) AS rows FROM subscription').first('rows')).toBe(1)
    // Another referent of the group ticks their box
    const page = await open(`${await world.linkOf('Lou')}/${groupUid('Rennes')}/lists`)
    await submit(page, { [`${personUid('Noa')}.annonces`]: 'oui' })
    expect(await world.db.prepare('SELECT count(*) AS rows FROM subscription').first('rows')).toBe(2)
    expect(await lines()).toHaveLength(1)
    // A sync of an old sheet
    await subscribe('Max')
    expect(await lines()).toHaveLength(1)
  })

  test('comes back by themselves', async () => {
    await tell(JSON.stringify({ email: addressOf('Noa'), event: 'unsubscribe' }))
    const page = await open(`${await world.linkOf('Noa')}/${groupUid('Rennes')}/lists`)
    await submit(page, { [`${personUid('Noa')}.annonces`]: 'oui' })
    expect(await lines()).toHaveLength(3)
  })

  test('is told by a key of some regions of their people alone, and it hears the same of everybody', async () => {
    await makeKey('Breton', 'lists/annonces', 'b'.repeat(43), ['Bretagne'])
    const breton = async (name: string) => {
      const body = JSON.stringify({ email: addressOf(name), event: 'unsubscribe' })
      const headers = { authorization: `Bearer ${'b'.repeat(43)}` }
      const response = await fetch(`${world.url}/hooks/lists/annonces`, { method: 'POST', body, headers })
      return [response.status, await response.text()]
    }
    expect(await breton('Max')).toEqual(await breton('Nobody'))
    expect(await lines()).toHaveLength(3)
    expect(await breton('Noa')).toEqual(await breton('Max'))
    expect(await lines()).toEqual(['Lou', 'Max'].map((name) => `${addressOf(name)} ${name}`))
  })

  test('is told by whoever has the list’s key, and by nobody else', async () => {
    const body = JSON.stringify({ email: addressOf('Noa'), event: 'unsubscribe' })
    expect((await fetch(`${world.url}/hooks/lists/annonces`, { method: 'POST', body })).status).toBe(401)
    expect((await tell('{')).status).toBe(400)
    expect((await tell('{"email":"x"}')).status).toBe(400)
    expect((await tell(`{"email":"${'x'.repeat(30_000)}@example.org"}`)).status).toBe(413)
    expect(await (await tell(JSON.stringify({ email: addressOf('Noa'), event: 'opened' }))).json()).toEqual({
      taken: false,
    })
    expect((await tell(JSON.stringify({ email: 'nobody@example.org' }))).status).toBe(200)
    expect(await lines()).toHaveLength(3)
  })
})
