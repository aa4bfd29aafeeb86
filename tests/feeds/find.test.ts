import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import movement from '#sample/movement.ts'
import { importSample } from '#scripts/demo/fill.ts'
import { open, textOf } from '#tests/support/browser.ts'
import { agree, putOnMap, setGroup } from '#tests/support/feeds.ts'
import { addressOf, groupUid, makeGroups } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const page = async (path: string, headers: Record<string, string> = {}) => open(world.url + path, { headers })
const textAt = async (path: string) => textOf(await page(path))

describe('a visitor finds a group', () => {
  beforeEach(async () => {
    await world.clear()
    await makeGroups(world.db, { Rennes: ['Lou', 'Noa'], Brest: [], Pau: [], Dax: [] }, world.now())
    await putOnMap(world, ['Rennes', 'Brest'])
    await setGroup(world, 'Rennes', { latitude: 48.11, longitude: -1.68, postcode: '35000' })
    await setGroup(world, 'Brest', { latitude: 48.39, longitude: -4.49, postcode: '29200', department: '29' })
    await setGroup(world, 'Pau', { on_map: 1, region: 'Béarn & Co' })
    await world.db.batch(
      [
        ['Vannes', 'vannes', '56', 47.66, -2.76],
        ['Vitré', 'vitre', '35', 48.12, -1.21],
        ['Saint-Malo', 'saint malo', '35', 48.65, -2.0],
      ].map((row) =>
        world.db
          .prepare(
            `INSERT INTO town (country, name, name_key, department, latitude, longitude) VALUES ('FR', ?1, ?2, ?3, ?4, ?5)`,
          )
          .bind(...row),
      ),
    )
    await world.tick()
  })

  test('by region, by the map, by name, and never one that does not want to be shown', async () => {
    const home = await page('/find')
    // In the order of the alphabet, in which é is an e
    expect(textOf(home)).toMatch(/Béarn & Co 1 groupe Bretagne 2 groupes/)
    expect(home.html.match(/<path d/g)).toHaveLength(2)
    // The country around them
    expect(home.html).toMatch(/<path class="land" d="M[^"]{300,}z"/)
    expect(home.html).toContain('<title>Archipel Brest</title>')
    expect(await textAt('/find?region=Bretagne')).toMatch(/Archipel Brest Brest 29200 Archipel Rennes Rennes 35000/)
    expect(await textAt('/find?q=rennes')).toContain('Archipel Rennes')
    for (const path of ['/find', '/find?q=Dax', '/find?region=', `/find/${groupUid('Dax')}`])
      expect(await textAt(path)).not.toContain('Archipel Dax')
    expect((await page(`/find/${groupUid('Dax')}`)).status).toBe(404)
    expect((await page('/find/nosuch')).status).toBe(404)
  })

  test('by a town that has none, or by a postal code, the nearest first', async () => {
    expect(await textAt('/find?q=vannes')).toMatch(
      /les plus proches de Vannes .*Archipel Rennes .*à 9\d km .*Archipel Brest .*à 15\d km/,
    )
    expect(await textAt('/find?q=29200')).toMatch(/Archipel Brest Brest 29200 · à moins d’un kilomètre Archipel Rennes/)
    expect(await textAt('/find?q=35500')).toMatch(/Archipel Rennes .*Archipel Brest/)
    expect(await textAt('/find?q=St-Malo')).toContain('les plus proches de Saint-Malo')
    expect(await textAt('/find?q=Nowhere')).toContain('Nous ne trouvons pas « Nowhere »')
    expect((await page(`/find?q=${encodeURIComponent('<script>"')}`)).html).not.toContain('<script>"')
  })

  test('with what its people agreed to, and nothing else of them', async () => {
    await world.db.prepare(`UPDATE person SET phone = '+33612345678'`).run()
    await agree(world, 'Lou', ['name', 'phone'])
    await world.tick()
    const card = await page(`/find/${groupUid('Rennes')}`)
    expect(textOf(card)).toContain('Qui joindre Lou · 06 12 34 56 78')
    expect(card.html).not.toContain(addressOf('Lou'))
    expect(card.html).not.toContain('Noa')
    expect(card.html).not.toContain(addressOf('Noa'))
  })

  test('in their language', async () => {
    expect(textOf(await page('/find', { 'accept-language': 'de, en-GB;q=0.8' }))).toContain('Find a group')
    expect(textOf(await page('/find', { 'accept-language': 'de' }))).toContain('Trouver un groupe')
    const english = await page('/find?lang=en')
    expect(textOf(english)).toContain('Find a group')
    expect(english.html).toContain('href="/find?region=Bretagne&amp;lang=en"')
    // What was searched for stays
    const searched = await page('/find?q=Saint-Malo&lang=en')
    expect(searched.html).toContain('href="/find?q=Saint-Malo&amp;lang=fr"')
  })
})

test('the page of the sample movement is light: what a first round trip carries, without a script, a cookie or anything from elsewhere', async () => {
  await world.clear()
  await importSample(world.db, movement, world.now())
  await world.tick()
  const response = await fetch(`${world.url}/find`, { headers: { 'accept-encoding': 'identity' } })
  const html = await response.text()
  console.log(`/find: ${Buffer.byteLength(html)} bytes, ${gzipSync(html).length} compressed`)
  // Not even compressed (RFC 6928: ten segments)
  expect(Buffer.byteLength(html)).toBeLessThan(14_600)
  expect(html.match(/<path /g)?.length).toBeGreaterThan(50)
  expect(html).not.toMatch(/<script|src=|<iframe/)
  expect(response.headers.get('set-cookie')).toBeNull()
})

test('the movement’s sites may show it in a frame, in the movement’s colour; nobody else may', async () => {
  expect((await fetch(`${world.url}/find`)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  const framed = await startWorld({
    fixed: { ...sample, feeds: { find: 'public', sites: ['https://example.org'], colour: '#00695c' } },
  })
  try {
    const response = await fetch(`${framed.url}/find`)
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://example.org")
    expect(await response.text()).toContain(':root{--accent:#00695c}')
    // The feeds that it does not name are off
    expect((await fetch(`${framed.url}/feeds/groups.geojson`)).status).toBe(404)
  } finally {
    await framed.stop()
  }
})
