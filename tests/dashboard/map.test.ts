import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { upsertAnswer, upsertChecks } from '#shared/db/answers.ts'
import { upsertSettings } from '#shared/db/settings.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { inspect, openAxePage, openBrowser } from '#tests/support/axe.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-03T10:00:00+01:00' })
  await makeGroups(
    world.db,
    { Brest: ['Lou'], Rennes: ['Noa'], Ajaccio: ['Zoé'], Nulle: ['Max'] },
    new Date('2026-01-01T00:00:00Z'),
  )
  await world.db.batch([
    placed('Brest', 'Bretagne', '29', 48.39, -4.49),
    placed('Rennes', 'Bretagne', '35', 48.11, -1.68),
    placed('Ajaccio', 'Corse', '2A', 41.93, 8.74),
  ])
  await makeStep(world.db, '2026-12', 'invitation', new Date('2026-12-01T08:00:00Z'))
  const answer = {
    round: '2026-12',
    group: groupUid('Brest'),
    person: personUid('Lou'),
    kind: 'confirmed' as const,
  }
  await world.db.batch([
    upsertAnswer(world.db, answer, world.now()),
    upsertChecks(world.db, answer.group, answer.person, movement.sections.names, world.now()),
  ])
  session = await signIn(world)
})
afterAll(() => world.stop())

function placed(town: string, region: string, department: string, latitude: number, longitude: number) {
  return world.db
    .prepare('UPDATE local_group SET region = ?2, department = ?3, latitude = ?4, longitude = ?5 WHERE uid = ?1')
    .bind(groupUid(town), region, department, latitude, longitude)
}

const map = async (query = '') => look(world, session, `/dashboard/map${query}`)
const points = (html: string) => [...html.matchAll(/<title>(Archipel [^<]+)<\/title>/g)].map(([, name]) => name)

describe('the map', () => {
  test('shows how old each record is, region by region and group by group', async () => {
    const page = await map()
    expect(points(page.html)).toEqual(['Archipel Brest', 'Archipel Rennes', 'Archipel Ajaccio'])
    expect(textOf(page)).toContain('25 % des fiches ont été vérifiées depuis moins de trois mois.')
    expect(textOf(page)).toMatch(/30 jours ou moins 1 .* jamais vérifiée en entier 3/)
    expect(textOf(page)).toMatch(/inconnu 1 0 % Bretagne 2 50 % Corse 1 0 %/)
    expect(textOf(page)).toContain('1 groupe n’est pas sur la carte')
    expect(textOf(page)).toMatch(/Archipel Ajaccio Corse-du-Sud \(2A\) jamais vérifiée en entier/)
  })

  test('shows who answered, too', async () => {
    expect(textOf(await map('?by=answers'))).toMatch(/a répondu à la dernière mise à jour 1 pas encore de réponse 3/)
  })

  test('counts as asked whom the round asked: neither who came since, nor who has nobody to answer', async () => {
    const { db } = world
    await makeGroups(db, { Orpheline: [], Nouvelle: ['Ida'] }, new Date('2026-12-02T08:00:00Z'))
    const page = await map('?by=answers')
    expect(textOf(page)).toContain('25 % des groupes ont répondu à la dernière mise à jour.')
    expect(textOf(page)).toMatch(
      /a répondu à la dernière mise à jour 1 pas encore de réponse 3 .* pas interrogé[^0-9]* 2/,
    )
    expect(page.html).toContain('<a href="/dashboard/groups?answered=unasked">2</a>')
    expect(textOf(await look(world, session, '/dashboard/groups?answered=unasked'))).toContain('2 groupes')
    await db
      .prepare(`DELETE FROM local_group WHERE uid IN (?1, ?2)`)
      .bind(groupUid('Orpheline'), groupUid('Nouvelle'))
      .run()
  })

  test('zooms to a region, then to a department', async () => {
    const region = await map('?region=Bretagne')
    expect(points(region.html)).toEqual(['Archipel Brest', 'Archipel Rennes'])
    expect(textOf(region)).toMatch(/Finistère \(29\) 1 100 % Ille-et-Vilaine \(35\) 1 0 %/)
    expect([...region.html.matchAll(/<text class="town"[^>]*>([^<]+)/g)].map(([, town]) => town)).toEqual([
      'Brest',
      'Rennes',
    ])
    expect(region.html).toContain('href="/dashboard/map?region=Bretagne&amp;department=29"')
    const department = await map('?region=Bretagne&department=29')
    expect(points(department.html)).toEqual(['Archipel Brest'])
    expect(textOf(department)).toContain('Finistère (29)')
    expect(department.html).toContain('<a href="/dashboard/map?region=Bretagne">Bretagne</a>')
  })

  test('shows nothing of a department that is not in the region', async () => {
    const page = await map('?region=Corse&department=29')
    expect(points(page.html)).toEqual([])
    expect(textOf(page)).toContain('Il n’y a pas encore de groupe ici.')
  })

  test('says so where there is no group, whatever place is asked for', async () => {
    const page = await map('?region=%3Cscript%3E&by=nothing')
    expect(page.status).toBe(200)
    expect(textOf(page)).toContain('Il n’y a pas encore de groupe ici.')
  })
})

describe('by a question of the movement’s own the map shows', () => {
  const words = (text: string) => ({ fr: text, en: text })
  const options = Array.from({ length: 9 }, (_, index) => ({ key: `o${index}`, label: words(`Choix ${index} <i>`) }))
  const questions = [
    { key: 'room', type: 'yes_no', label: words('Un local ?') },
    { key: 'bikes', type: 'number', label: words('Vélos') },
    { key: 'way', type: 'choice', label: words('Accès'), options },
    { key: 'motto', type: 'text', label: words('Devise') },
    { key: 'view', type: 'yes_no', label: words('Avis'), audience: 'coordinators' },
  ] as const
  const answered = (town: string, own: object) =>
    world.db.prepare('UPDATE local_group SET own = ?2 WHERE uid = ?1').bind(groupUid(town), JSON.stringify(own)).run()
  beforeAll(async () => {
    await upsertSettings(world.db, { questions: [...questions] } as SomeSettings, world.now()).run()
    await answered('Brest', { room: true, bikes: 12, way: 'o8' })
    await answered('Rennes', { room: false, bikes: 3, way: 'gone' })
    await answered('Ajaccio', { room: null, bikes: 1200 })
  })
  afterAll(() => world.db.prepare('DELETE FROM setting').run())
  const spots = (html: string) =>
    [...html.matchAll(/class="spot ([a-z0-9-]+)"[^>]*><title>Archipel ([^<]+)/g)].map(([, mark, name]) => [name, mark])

  test('each answer by a shape and a colour, with a key that leads to the groups, and who has not said', async () => {
    const page = await map('?by=own.room')
    expect(spots(page.html)).toEqual([
      ['Brest', 'own-1'],
      ['Rennes', 'own-2'],
      ['Ajaccio', 'unsaid'],
    ])
    expect(textOf(page)).toMatch(/50 % des groupes ont répondu à « Un local \? »\./)
    expect(textOf(page)).toMatch(/Légende oui 1 non 1 pas dit 2/)
    expect(page.html).toContain('<a href="/dashboard/groups?answer=room.oui">1</a>')
    expect(textOf(await look(world, session, '/dashboard/groups?answer=room.-'))).toContain('2 groupes')
    expect(textOf(page)).toMatch(/Corse 1 0 %/)
    expect(page.html).toContain('href="/dashboard/map?by=own.room&amp;region=Bretagne"')
  })

  test('of many options those that are chosen most, and what is none any more as another answer', async () => {
    const page = await map('?by=own.way&region=Bretagne')
    expect(new Set(spots(page.html).map(([, mark]) => mark)).size).toBe(2)
    expect(spots(page.html)[1]).toEqual(['Rennes', 'own-more'])
    expect(textOf(page)).toContain('Choix 8 <i> 1')
    expect(textOf(page)).toContain('autre réponse 1')
    expect(page.html).not.toContain('Choix 8 <i>')
  })

  test('numbers from small to large', async () => {
    const page = await map('?by=own.bikes')
    expect(spots(page.html).map(([, mark]) => mark)).toEqual(['size-2', 'size-1', 'size-3'])
    expect(textOf(page)).toMatch(/Légende 3 1 12 1 1.200 1 pas dit 1/)
  })

  test('the same in what is taken along of it', async () => {
    const take = (file: string) => look(world, session, `/dashboard/map/${file}?by=own.way`)
    const svg = (await take('map.svg')).html
    expect(svg).toMatch(/class="spot own-\d"/)
    expect(svg).toContain('Choix 8 &lt;i&gt;')
    expect((await take('groups.csv')).html).toContain('Archipel Brest;Finistère (29);Choix 8 <i>;')
  })

  test('only what is asked so: a text, or a question that is none, is the map as it always is', async () => {
    for (const by of ['own.motto', 'own.nothing', 'own.', 'own.__proto__'])
      expect(textOf(await map(`?by=${by}`))).toContain('des fiches ont été vérifiées')
    expect(textOf(await map('?by=own.view'))).toContain('Avis')
  })

  test.each([1280, 320])('accessibly, at %d pixels', (width) => expectClean(width, '?by=own.bikes'))
})

const shadesIn = (html: string) => [
  ...new Set(
    [...html.slice(0, html.indexOf('class="shades"')).matchAll(/class="land (shade-\d)"/g)].map(([, shade]) => shade),
  ),
]

test.each([1280, 320])('the map is accessible and fits %d pixels', (width) => expectClean(width))

async function expectClean(width: number, query = ''): Promise<void> {
  const browser: Browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const [name = '', value = ''] = session.split('=')
  await context.addCookies([{ name, value, url: `${world.url}/dashboard` }])
  const { faults, overflow, status } = await inspect(await openAxePage(context), `${world.url}/dashboard/map${query}`)
  await browser.close()
  expect({ faults, overflow, status }).toEqual({ faults: [], overflow: 0, status: 200 })
}

test('where there are more groups than points could tell apart, the departments are shaded by their share that is well', async () => {
  const { db } = world
  await db
    .prepare(
      `WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 1201)
       INSERT INTO local_group (uid, name, name_key, region, department, latitude, longitude, state, created_at)
       SELECT 'group-many-' || i, 'Many ' || i, 'many ' || i, 'Occitanie', '31', 43.6, 1.44, 'active', '2026-01-01' FROM number`,
    )
    .run()
  expect(textOf(await map())).toContain('L’âge des fiches n’est pas encore connu par département')
  await makeStep(db, '2026-12', 'silent_groups', world.now())
  const page = await map()
  expect(points(page.html)).toEqual([])
  expect(textOf(page)).toMatch(/Bretagne 2 50 % Corse 1 0 % Occitanie 1\s201 0 %/)
  expect(shadesIn(page.html)).toEqual(['shade-1', 'shade-5'])
  const answers = await map('?by=answers')
  expect(textOf(answers)).toContain('25 % des groupes ont répondu à la dernière mise à jour.')
  expect(textOf(answers)).toMatch(/Occitanie 1\s201 –/)
  expect(shadesIn(answers.html)).toEqual(['shade-1', 'shade-5'])
  await expectClean(320)
  expect(points((await map('?region=Bretagne')).html)).toEqual(['Archipel Brest', 'Archipel Rennes'])
})

test('the map of a thousand groups is light: each leads to its own, and those of a region are a table again', async () => {
  const large = await startWorld({ clock: '2026-12-03T10:00:00+01:00' })
  try {
    await large.db
      .prepare(
        `INSERT INTO local_group (uid, name, name_key, region, department, state, latitude, longitude, created_at)
         WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 1000)
         SELECT
           printf('00000000-0000-4000-8000-%012d', i), printf('Archipel Ville %d', i), printf('archipel ville %d', i),
           iif(i % 5, 'Occitanie', 'Bretagne'), iif(i % 5, '31', '35'), 'active', 43 + i % 50 / 10.0, i % 60 / 10.0 - 1, '2026-01-01T00:00:00.000Z'
         FROM number`,
      )
      .run()
    const signedIn = await signIn(large)
    const all = await look(large, signedIn, '/dashboard/map')
    expect(Buffer.byteLength(all.html)).toBeLessThan(240_000)
    const ids = [...all.html.matchAll(/<a href="groups\/(0{8}-[0-9-]+)" tabindex="-1"><use href="#m-never"/g)].map(
      ([, id]) => id,
    )
    expect(new Set(ids).size).toBe(1000)
    expect(all.html).toContain('<g id="m-never"><circle class="spot never"')
    expect(textOf(all)).toContain('1 000 groupes, c’est trop pour une page.')
    const some = await look(large, signedIn, '/dashboard/map?region=Bretagne')
    expect(some.html.match(/<th scope="row"><a href="\/dashboard\/groups\//g)).toHaveLength(200)
  } finally {
    await large.stop()
  }
})
