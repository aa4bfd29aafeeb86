import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { upsertPlaces } from '#shared/db/places.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { putOnMap } from '#tests/support/feeds.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
beforeAll(async () => {
  const feeds = { map: 'public', find: 'public', join: 'public' } as const
  world = await startWorld({ fixed: { ...sample, otherCountries: ['BE', 'GB'], feeds } })
  await makeGroups(world.db, { Lille: ['Lou'], Mons: ['Sam'], Leeds: ['Tom'] }, world.now())
  await putOnMap(world, ['Lille', 'Mons', 'Leeds'])
  await world.db.batch([
    placed('Lille', null, 'Hauts-de-France', '59', 50.6, 3),
    placed('Mons', 'BE', 'Wallonie', 'Hainaut', 50.4, 3.9),
    placed('Leeds', 'GB', 'England', 'West Yorkshire', 53.8, -1.5),
  ])
  await makeStep(world.db, '2026-12', 'invitation', world.now())
  session = await signIn(world)
})
afterAll(() => world.stop())

function placed(
  town: string,
  country: string | null,
  region: string,
  department: string,
  latitude: number,
  longitude: number,
) {
  return world.db
    .prepare(
      `UPDATE local_group SET country = ?2, region = ?3, department = ?4, latitude = ?5, longitude = ?6 WHERE uid = ?1`,
    )
    .bind(groupUid(town), country, region, department, latitude, longitude)
}

const points = (html: string) => [...html.matchAll(/<title>(Archipel [^<]+)<\/title>/g)].map(([, name]) => name)

describe('coordinators of a movement in several countries', () => {
  test('choose the country whose map they look at, with its own areas', async () => {
    const first = await look(world, session, '/dashboard/map')
    expect(points(first.html)).toEqual(['Archipel Lille'])
    expect(textOf(first)).toContain('France Belgique Royaume-Uni')
    const belgium = await look(world, session, '/dashboard/map?country=BE')
    expect(points(belgium.html)).toEqual(['Archipel Mons'])
    expect(textOf(belgium)).toMatch(/Wallonie 1 0 %/)
    expect(textOf(belgium)).not.toContain('Hauts-de-France')
    const within = await look(world, session, '/dashboard/map?country=BE&region=Wallonie')
    expect(textOf(within)).toMatch(/Par province.*Hainaut 1/)
    const kingdom = await look(world, session, '/dashboard/map?country=GB')
    expect(points(kingdom.html)).toEqual(['Archipel Leeds'])
    expect(kingdom.html).toContain('/dashboard/groups?country=GB&amp;region=England')
  })

  test('filter groups by country, a group that never said its own being in the first', async () => {
    const listed = async (country: string) => {
      const page = await look(world, session, `/dashboard/groups?country=${country}`)
      return ['Lille', 'Mons', 'Leeds'].filter((town) => page.html.includes(groupUid(town)))
    }
    expect(await listed('FR')).toEqual(['Lille'])
    expect(await listed('BE')).toEqual(['Mons'])
    expect(await listed('XX')).toEqual(['Lille', 'Mons', 'Leeds'])
    expect(textOf(await look(world, session, '/dashboard/groups?country=GB'))).toContain('Pays : Royaume-Uni')
  })

  test('see the figures and curves of one country, and its regions alone to choose from', async () => {
    const asked = async (query: string) => textOf(await look(world, session, `/dashboard/network${query}`))
    expect(await asked('')).toContain('3 groupes')
    const belgium = await look(world, session, '/dashboard/network?country=BE')
    expect(textOf(belgium)).toMatch(/Belgique .{0,40}1 groupe(?!s)/)
    expect(textOf(belgium)).toContain('Wallonie')
    expect(textOf(belgium)).not.toContain('Hauts-de-France')
    expect(belgium.html).toMatch(/href="\/dashboard\/network\?country=BE&amp;from=/)
    expect(await asked('?country=GB&region=Wallonie')).toMatch(/Royaume-Uni .{0,40}1 groupe(?!s)/)
    expect(await asked('?country=GB&region=Wallonie')).not.toContain('Wallonie')
    expect(await asked('?country=XX')).toContain('3 groupes')
  })

  test('read where a group is, with its country and its department by name', async () => {
    const lille = await look(world, session, `/dashboard/groups/${groupUid('Lille')}`)
    expect(textOf(lille)).toContain('Lille · Nord (59) · Hauts-de-France · France')
    expect(textOf(lille)).toContain('Département Nord (59)')
    const mons = await look(world, session, `/desk/groups/${groupUid('Mons')}`)
    expect(textOf(mons)).toContain('Mons · Hainaut · Wallonie · Belgique')
  })
})

test('maps of other programs get each group’s country, and may ask for one', async () => {
  await world.tick()
  const features = async (query: string) => {
    const page = await open(`${world.url}/feeds/groups.geojson${query}`)
    const { features } = JSON.parse(page.html) as { features: { properties: Record<string, unknown> }[] }
    return features.map(({ properties }) => `${properties.addressLocality} ${properties.addressCountry}`)
  }
  expect((await features('')).sort()).toEqual(['Leeds GB', 'Lille FR', 'Mons BE'])
  expect(await features('?country=BE')).toEqual(['Mons BE'])
  expect(await features('?country=FR')).toEqual(['Lille FR'])
})

test('somebody who registers a group says its country, and is read as there', async () => {
  const mons = { name: 'Mons', department: 'Hainaut', region: 'Wallonie', latitude: 50.4, longitude: 3.9 }
  await world.db.batch(upsertPlaces(world.db, 'BE', [mons]))
  const page = await open(`${world.url}/join?lang=fr`)
  const typed = { groupName: 'Mons sud', town: 'Mons', postcode: '7000', name: 'Alix', email: 'alix@example.org' }
  const given = { ...typed, phone: '0470 12 34 56', consent: 'yes', proof: '' }
  const refused = await submit(page, { ...given, country: 'FR' })
  expect([refused.status, textOf(refused).includes('64000')]).toEqual([422, true])
  expect((await submit(refused, { country: 'BE', proof: '' })).status).toBe(200)
  expect(await world.db.prepare('SELECT country, postcode, region, phone FROM registration').first()).toEqual({
    country: 'BE',
    postcode: '7000',
    region: 'Wallonie',
    phone: '+32470123456',
  })
})
