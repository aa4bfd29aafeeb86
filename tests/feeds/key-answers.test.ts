import { afterAll, beforeAll, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { settleFeeds } from '#scripts/feeds/settle.ts'
import { readMovement, upsertSettings } from '#shared/db/settings.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { putOnMap } from '#tests/support/feeds.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
const words = (text: string) => ({ fr: text, en: text })
const options = ['food', 'housing'].map((key) => ({ key, label: words(key) }))
const settings = {
  feeds: { map: 'public', calendar: 'public' },
  questions: [
    { key: 'room', type: 'yes_no', label: words('Un local ?'), audience: 'public' },
    { key: 'themes', type: 'choices', label: words('Sujets'), options, audience: 'public' },
    { key: 'calm', type: 'yes_no', label: words('Calme ?') },
    { key: 'view', type: 'yes_no', label: words('Avis'), audience: 'coordinators' },
  ],
} as unknown as SomeSettings
const towns = { Brest: ['Lou'], Lyon: ['Max'], Pau: ['Noa'] }
const answers = {
  Brest: { room: true, themes: 'food,housing', calm: true, view: true },
  Lyon: { room: true, themes: 'food', calm: false },
  Pau: { room: false, themes: 'housing', calm: true },
}

beforeAll(async () => {
  world = await startWorld()
  const { db } = world
  await makeGroups(db, towns, world.now())
  await putOnMap(world, Object.keys(towns))
  for (const time of [1, 2]) await upsertSettings(db, { ...settings, name: `${time}` }, world.now()).run()
  for (const [town, own] of Object.entries(answers))
    await db.prepare('UPDATE local_group SET own = ?2 WHERE uid = ?1').bind(groupUid(town), JSON.stringify(own)).run()
  for (const [name] of Object.values(towns))
    await db
      .prepare(
        `INSERT INTO subscription (person_id, list, since_at) SELECT id, 'annonces', '2026-01-01' FROM person WHERE uid = ?1`,
      )
      .bind(personUid(name ?? ''))
      .run()
  for (const town of Object.keys(towns))
    await db
      .prepare(
        `INSERT INTO activity (uid, group_id, title, held_on) SELECT ?2, id, ?3, '2026-12-20' FROM local_group WHERE uid = ?1`,
      )
      .bind(groupUid(town), `activity-${town}`, `Fête ${town}`)
      .run()
  await world.tick()
})
afterAll(() => world.stop())

let made = 0
async function key(purpose: string, said: string[], regions: string[] | null = null): Promise<string> {
  made += 1
  const token = String(made).padStart(43, 'k')
  const acting = {
    db: world.db,
    movement: await readMovement(world.db, fixed),
    actor: { kind: 'system' as const },
    now: world.now(),
  }
  await settleFeeds(acting, ['key', purpose, `Key ${made}`], { token, regions, answers: said })
  return token
}
const text = async (path: string, token: string) => {
  const response = await fetch(world.url + path, { headers: { authorization: `Bearer ${token}` } })
  return response.status === 200 ? response.text() : String(response.status)
}
const townsIn = (said: string) => Object.keys(towns).filter((town) => said.includes(town))
const addressesIn = (said: string) =>
  Object.entries(towns).flatMap(([town, [name = '']]) => (said.includes(addressOf(name)) ? [town] : []))

test.each([
  [['room.yes'], ['Brest', 'Lyon']],
  [['room.no', 'themes.housing'], ['Pau']],
  [
    ['themes.housing', 'themes.food', 'room.yes'],
    ['Brest', 'Lyon'],
  ],
])('a key of %j shows the groups that answered so, in every feed', async (said, shown) => {
  expect(townsIn(await text('/feeds/groups.geojson', await key('map', said)))).toEqual(shown)
  expect(townsIn(await text('/feeds/activities.ics', await key('calendar', said)))).toEqual(shown)
  expect(addressesIn(await text('/feeds/lists/annonces.txt', await key('lists/annonces', said)))).toEqual(shown)
  const api = await key('api', said)
  for (const resource of ['groups', 'activities'])
    expect(townsIn(await text(`/api/v1/${resource}`, api))).toEqual(shown)
  expect(addressesIn(await text('/api/v1/people', await key('api/people', said)))).toEqual(shown)
})

test('beside its regions, a key keeps to both', async () => {
  const token = await key('api', ['calm.yes'], ['Nowhere'])
  expect(JSON.parse(await text('/api/v1/groups', token)).data).toEqual([])
  expect(townsIn(await text('/api/v1/groups', await key('api', ['calm.yes'], ['Bretagne'])))).toEqual(['Brest', 'Pau'])
})

test('in its address the API is filtered by what is answered by a choice, but for what is the team’s own', async () => {
  const token = await key('api', [])
  const of = async (query: string) => townsIn(await text(`/api/v1/groups?${query}`, token))
  expect(await of('calm=yes')).toEqual(['Brest', 'Pau'])
  expect(await of('calm=yes&themes=food')).toEqual(['Brest'])
  expect(await of('themes=food&themes=housing&limit=1000')).toEqual(['Brest', 'Lyon', 'Pau'])
  expect(await of('view=yes')).toEqual(['Brest', 'Lyon', 'Pau'])
  expect(await of(`themes=${encodeURIComponent("x') OR 1=1 --")}`)).toEqual([])
  expect(townsIn(await text('/api/v1/groups?themes=food', await key('api', ['room.no'])))).toEqual([])
})

test('no key of the map tells answers that everybody does not read, and none is made of what is no answer', async () => {
  await expect(key('map', ['calm.yes'])).rejects.toThrow(/calm\.yes/)
  await expect(key('api', ['themes.nothing'])).rejects.toThrow(/themes\.nothing/)
})
