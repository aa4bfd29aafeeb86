import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { settleFeeds } from '#scripts/feeds/settle.ts'
import { apiResources } from '#shared/db/api-selections.ts'
import { upsertSettings } from '#shared/db/settings.ts'
import type { Section } from '#shared/record/section.ts'
import { putOnMap } from '#tests/support/feeds.ts'
import { addressOf, groupUid, personUid } from '#tests/support/movement.ts'
import { answer } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'
import { apiSchema } from '#workers/feeds/api/schemas.ts'

let world: World
const [api, people, breton] = ['a', 'p', 'b'].map((message) => message.repeat(43)) as [string, string, string]
beforeAll(async () => {
  world = await startWorld({ towns: { Rennes: ['Lou', 'Noa'], Lyon: ['Max'], Pau: [] }, round: '2026-12' })
  await putOnMap(world, ['Rennes'])
  await answer(world.db, { round: '2026-12', town: 'Rennes', by: 'Lou' }, world.now())
  await world.db.batch([
    world.db.prepare(
      `INSERT INTO activity (uid, group_id, title, held_on, attendees) SELECT 'activity-1', id, 'Fête', '2026-12-12', 30 FROM local_group WHERE town = 'Rennes'`,
    ),
    world.db.prepare(
      `INSERT INTO training (uid, group_id, theme, held_on) SELECT 'training-1', id, 'Écoute', '2026-11-12' FROM local_group WHERE town = 'Lyon'`,
    ),
    world.db.prepare(
      `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-1', 'Marche', 'marche', '2026-10-01', '2026-09-01')`,
    ),
    world.db.prepare(
      `INSERT INTO participation (group_id, campaign_id, role, people) SELECT g.id, campaign.id, 'organises', 12 FROM local_group g, campaign`,
    ),
  ])
  const acting = { db: world.db, movement, actor: { kind: 'system' as const }, now: world.now() }
  await settleFeeds(acting, ['key', 'api', 'n8n'], { token: api, regions: null })
  await settleFeeds(acting, ['key', 'api/people', 'CRM'], { token: people, regions: null })
  await settleFeeds(acting, ['key', 'api', 'Breton'], { token: breton, regions: ['Bretagne'] })
})
afterAll(() => world.stop())

/** The sample has no section of its own. */
const resources = apiResources.filter((name) => name !== 'rows')
const get = (path: string, key: string | null = api) =>
  fetch(`${world.url}/api/v1/${path}`, key ? { headers: { authorization: `Bearer ${key}` } } : {})
type Page = { data: Record<string, unknown>[]; next: string | null }
const page = async (path: string, key = api): Promise<Page> => {
  const response = await get(path, key)
  expect(response.status, path).toBe(200)
  return (await response.json()) as Page
}

test('a program reads each thing as it is described, and people only with a key for them', async () => {
  for (const resource of resources) {
    const key = resource === 'people' ? people : api
    const { data } = await page(resource, key)
    expect(data.length, resource).toBeGreaterThan(0)
    for (const row of data)
      expect(apiSchema(resource, movement.sections).strict().safeParse(row).error, resource).toBeUndefined()
    expect((await get(resource, null)).status).toBe(401)
    expect((await get(resource, 'x'.repeat(43))).status).toBe(401)
    expect((await get(resource, resource === 'people' ? api : people)).status).toBe(403)
    if (resource !== 'people') expect(JSON.stringify(data)).not.toMatch(/Lou|Noa|Max|@/)
  }
  const { data } = await page(`people?group=${groupUid('Lyon')}`, people)
  expect(data).toMatchObject([{ id: personUid('Max'), email: addressOf('Max'), group: groupUid('Lyon') }])
})

test('a field that somebody adds to a section is read by programs, and the team’s own is not', async () => {
  const { group, referents, campaigns, ...others } = movement.sections.ours
  const resourceOf = { groups: group, people: referents, participations: campaigns, ...others } as Record<
    string,
    Section
  >
  for (const resource of resources.filter((name) => name !== 'answers')) {
    const { data } = await page(resource, resource === 'people' ? people : api)
    const told = Object.keys(data[0] ?? {})
    for (const [name, { audience }] of Object.entries(resourceOf[resource]?.fields ?? {}))
      expect(told.includes(name), `${resource}: ${name}`).toBe(audience !== 'coordinators')
  }
})

test('it reads page after page, each row once, and a part of it', async () => {
  for (const [resource, rows] of [
    ['groups', 3],
    ['participations', 3],
    ['people', 3],
  ] as const) {
    const seen: unknown[] = []
    let cursor = ''
    for (let pages = 0; pages < 5; pages++) {
      const { data, next } = await page(`${resource}?limit=1${cursor}`, resource === 'people' ? people : api)
      seen.push(...data.map(({ id, group }) => `${id} ${group}`))
      if (next === null) break
      cursor = `&cursor=${next}`
    }
    expect(new Set(seen).size, resource).toBe(rows)
    expect(seen).toHaveLength(rows)
  }
  expect((await page('groups?region=Bretagne')).data).toMatchObject([{ id: groupUid('Rennes'), on_map: true }])
  for (const wrong of ['groups?limit=0', 'groups?limit=9999', 'groups?cursor=x', `groups?group=${'x'.repeat(200)}`])
    expect((await get(wrong)).status).toBe(400)
  expect((await get('nothing')).status).toBe(404)
})

test('it reads what was written since an instant', async () => {
  const at = (instant: string) => encodeURIComponent(instant)
  const later = new Date(world.now().getTime() + 3_600_000)
  expect((await page(`groups?since=${at(later.toISOString())}`)).data).toEqual([])
  await world.db
    .prepare(
      `INSERT INTO revision (group_id, number, made_at, author, changes) SELECT id, 9, ?1, 'import', '[]' FROM local_group WHERE town = 'Lyon'`,
    )
    .bind(later.toISOString())
    .run()
  const local = `${later.toISOString().slice(0, 11)}${String(later.getUTCHours() + 1).padStart(2, '0')}${later.toISOString().slice(13, 19)}+01:00`
  for (const since of [later.toISOString(), local]) {
    expect((await page(`groups?since=${at(since)}`)).data.map(({ id }) => id)).toEqual([groupUid('Lyon')])
    expect((await page(`trainings?since=${at(since)}`)).data).toHaveLength(1)
    expect((await page(`activities?since=${at(since)}`)).data).toEqual([])
  }
  expect((await page(`answers?since=${at('2026-01-01T00:00:00Z')}`)).data).toHaveLength(1)
  for (const wrong of ['yesterday', '2026-12-01', '2026-13-01T00:00:00Z', 'x'.repeat(60)])
    expect((await get(`groups?since=${wrong}`)).status).toBe(400)
})

test('it reads answers to the movement’s own questions by their keys: no phone, no address, nothing of the team’s own', async () => {
  const label = { fr: 'Question', en: 'Question' }
  const questions = [
    { key: 'bikes', type: 'number', label },
    { key: 'room', type: 'yes_no', label, audience: 'consent' },
    { key: 'press', type: 'mail', label },
    { key: 'opinion', type: 'text', label, audience: 'coordinators' },
    { key: 'size', section: 'referents', type: 'text', label },
  ]
  await upsertSettings(world.db, { questions }, world.now()).run()
  const own = { bikes: 12, room: true, press: 'press@example.org', opinion: 'sleepy', gone: 'asked no more' }
  await world.db.prepare(`UPDATE local_group SET own = ?1 WHERE town = 'Rennes'`).bind(JSON.stringify(own)).run()
  await world.db.prepare(`UPDATE referent SET own = '{"size":"M"}'`).run()
  const [rennes] = (await page('groups?region=Bretagne')).data
  expect(rennes?.own).toEqual({ bikes: 12, room: true })
  expect((await page(`people?group=${groupUid('Lyon')}`, people)).data).toMatchObject([{ own: { size: 'M' } }])
})

test('a key of some regions sees nothing of others', async () => {
  for (const resource of ['groups', 'activities', 'trainings', 'participations', 'answers']) {
    const { data } = await page(resource, breton)
    expect(JSON.stringify(data), resource).not.toMatch(/lyon|pau|Lyon|Pau/)
  }
  expect((await page('groups', breton)).data).toHaveLength(1)
  expect((await page('trainings', breton)).data).toHaveLength(0)
})

test('the description is OpenAPI 3.1 of every resource', async () => {
  const description = (await (await get('openapi.json', null)).json()) as { openapi: string; paths: object }
  expect(description.openapi).toBe('3.1.0')
  expect(Object.keys(description.paths)).toEqual(resources.map((name) => `/${name}`))
})

test('the recipe for n8n asks for what a program may read, page by page', async () => {
  const { nodes } = JSON.parse(await readFile('docs/n8n/groups-to-nocodb.json', 'utf8')) as { nodes: Node[] }
  const code = nodes.map(({ parameters }) => parameters.jsCode ?? '').join('')
  const fields = JSON.parse((/const fields = (\[.*\])/.exec(code)?.[1] ?? '').replaceAll("'", '"')) as string[]
  expect(fields.length).toBeGreaterThan(3)
  for (const field of fields) expect(Object.keys(apiSchema('groups', movement.sections).shape)).toContain(field)
  const asked = nodes.find(({ name }) => name === 'Relance')?.parameters
  expect([asked?.url, JSON.stringify(asked)]).toEqual([
    'https://maj.example.org/api/v1/groups',
    expect.stringContaining('$response.body.next'),
  ])
})

type Node = { name: string; parameters: { url?: string; jsCode?: string } }
