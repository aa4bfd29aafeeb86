import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import config from '#sample/movement.config.ts'
import { textOf } from '#tests/support/browser.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { suppress } from '#tests/support/outbox.ts'

const now = new Date('2026-12-03T09:00:00Z')
const coordinators = [
  { name: 'Camille', email: 'camille@archipel.example.org' },
  { name: 'Sacha', email: 'sacha@archipel.example.org', regions: ['Bretagne'] },
]

let db: D1Database
let close: () => Promise<void>
let desk: DeskPages
let camille: string
let sacha: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  const towns = { Pau: ['Lou Martin', 'Sam N’Diaye'], Brest: ['Noa Le Gall', 'Lou Petit'], 'Saint-Étienne': ['Max'] }
  await makeGroups(db, towns, now)
  await db.prepare("UPDATE local_group SET region = 'Bretagne' WHERE town = 'Brest'").run()
  desk = new DeskPages(db, now, { ...config, coordinators })
  camille = await desk.signIn()
  sacha = await desk.signIn('sacha@archipel.example.org')
})

const find = (text: string, cookie = camille) => desk.look(`/desk/find?${new URLSearchParams({ text })}`, cookie)
const person = (name: string) => `/desk/people/${personUid(name)}`

describe('a search from Act', () => {
  test.each([
    ['le gall', person('Noa Le Gall')],
    ['Gall brest', person('Noa Le Gall')],
    ['lou pau', person('Lou Martin')],
    ['n’diaye', person('Sam N’Diaye')],
    ['max@example.org', person('Max')],
    ['st etienne', `/desk/groups/${groupUid('Saint-Étienne')}`],
    [groupUid('Saint-Étienne'), `/desk/groups/${groupUid('Saint-Étienne')}`],
    [personUid('Max'), person('Max')],
  ])('for « %s » opens the one page that it is about, in two trips', async (text, path) => {
    desk.trips = 0
    const { status, to } = await find(text)
    expect([status, to]).toEqual([303, path])
    expect(desk.trips).toBeLessThanOrEqual(2)
  })

  test('shows people and groups where several are meant, each with what tells them apart', async () => {
    const { status, page } = await find('lou')
    expect([status, textOf(page)]).toEqual([
      200,
      expect.stringMatching(/Lou Martin Archipel Pau .*Lou Petit Archipel Brest/s),
    ])
    const groups = textOf((await find('archipel')).page)
    expect(groups).toMatch(/Les groupes.*Archipel Brest.*Archipel Pau/s)
    expect(groups).not.toContain('Lou Martin')
  })

  test('finds a phone number however it is written, and whoever has left every group', async () => {
    await db.batch([
      db.prepare("UPDATE person SET phone = '+33612345678' WHERE name = 'Max'"),
      db.prepare(
        "UPDATE referent SET until_at = '2026-12-01T00:00:00.000Z' WHERE person_id = (SELECT id FROM person WHERE name = 'Max')",
      ),
    ])
    expect((await find('06 12 34 56 78')).to).toBe(person('Max'))
    expect((await find('max')).to).toBe(person('Max'))
  })

  test('shows the one near match of a slip, and says of what was typed', async () => {
    const { to } = await find('marton')
    expect(to).toBe('/desk/find?text=Martin&typed=marton')
    const shown = await desk.look(to ?? '', camille)
    expect(textOf(shown.page)).toMatch(/« marton ».*« Martin ».*Lou Martin/s)
  })

  test('finds nobody of other regions, and says so of what nobody has', async () => {
    for (const text of ['lou martin', 'Archipel Pau', addressOf('Max'), 'zzzz', '%%%', ''])
      expect([text, (await find(text, sacha)).status]).toEqual([text, 200])
    expect(textOf((await find('Archipel', camille)).page)).toContain('Archipel Pau')
    expect(textOf((await find(addressOf('Max'), sacha)).page)).toContain('Personne ni aucun groupe')
    expect((await find('archipel', sacha)).to).toBe(`/desk/groups/${groupUid('Brest')}`)
  })
})

describe('whom we no longer write to', () => {
  beforeEach(async () => {
    await suppress(db, addressOf('Lou Martin'), 'unsubscribed', new Date('2025-02-01T09:00:00Z'))
    await suppress(db, addressOf('Noa Le Gall'), 'complaint', new Date('2026-11-02T09:00:00Z'))
    await suppress(db, addressOf('Max'), 'hard_bounce', new Date('2026-11-30T09:00:00Z'))
    await suppress(db, 'nobody@example.org', 'unsubscribed', now)
  })

  test('is a list of all, however long ago, the latest first, each leading to the person', async () => {
    desk.trips = 0
    const { page } = await desk.look('/desk/unreached', camille)
    expect(desk.trips).toBeLessThanOrEqual(2)
    expect(textOf(page)).toMatch(/Max.*30 novembre 2026.*Noa Le Gall.*Lou Martin.*désabonnement.*1er février 2025/s)
    expect(page.html).toContain(`href="${person('Lou Martin')}"`)
    expect(textOf(page)).not.toContain('nobody')
  })

  test('can be of one reason, or of one’s regions, and taken along as a sheet', async () => {
    const some = textOf((await desk.look('/desk/unreached?why=unsubscribed', camille)).page)
    expect(some).toContain('Lou Martin')
    expect(some).not.toContain('Noa Le Gall')
    const own = textOf((await desk.look('/desk/unreached', sacha)).page)
    expect(own).toContain('Noa Le Gall')
    expect(own).not.toContain('Max')
    const sheet = (await desk.look('/desk/unreached.csv?why=complaint', camille)).page.html
    expect(sheet).toContain('Noa Le Gall;a signalé nos mails comme indésirables;2026-11-02;Archipel Brest')
    expect(sheet.trim().split('\r\n')).toHaveLength(2)
  })

  test('goes on behind a hundred, and names each once', async () => {
    const names = Array.from({ length: 130 }, (_, at) => `Une ${at}`)
    await makeGroups(db, { Metz: names }, now)
    for (const name of names) await suppress(db, addressOf(name), 'unsubscribed', now)
    const seen: string[] = []
    for (let path: string | undefined = '/desk/unreached?why=unsubscribed'; path; ) {
      const { page } = await desk.look(path, camille)
      expect(page.html.length).toBeLessThan(100_000)
      seen.push(...Array.from(page.html.matchAll(/href="\/desk\/people\/([^"]+)"/g), ([, uid]) => uid ?? ''))
      path = /href="([^"]+)">La suite/.exec(page.html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect([seen.length, new Set(seen).size]).toEqual([131, 131])
  })
})

describe('a group that registered and waits', () => {
  const register = (region: string | null) =>
    db
      .prepare(
        `INSERT INTO registration (uid, group_name, name_key, town, town_key, region, name, email, phone, language, consent, is_proven, asked_at, confirmed_at)
         VALUES ('${'a'.repeat(32)}', 'Les Tilleuls de N’Gor', 'les tilleuls de n gor', 'Saint-Malo', 'saint malo', ?1, 'Alix Bédier', 'alix@example.org', '+33612345678', 'fr', 'Oui', 0, '2026-12-01', '2026-12-01')`,
      )
      .bind(region)
      .run()

  test.each(['tilleul', 'ngor', 'st malo', 'bedier', 'alix@example', '06 12 34 56 78', 'alix malo'])(
    'is found by %s',
    async (text) => {
      await register(null)
      const page = textOf((await find(text)).page)
      expect(page).toContain('Groupes qui s’inscrivent Les Tilleuls de N’Gor Saint-Malo, inscrit par Alix Bédier')
      expect(page).not.toContain('Personne ni aucun groupe')
    },
  )

  test('is found by nobody who does not look after its region, and not by other words', async () => {
    await register(null)
    expect(textOf((await find('tilleul', sacha)).page)).not.toContain('Tilleuls de')
    expect(textOf((await find('tilleul marseille')).page)).not.toContain('Tilleuls de')
    await db.prepare("UPDATE registration SET region = 'Bretagne'").run()
    expect(textOf((await find('tilleul', sacha)).page)).toContain('Tilleuls de')
  })
})
