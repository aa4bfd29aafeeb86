import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import config from '#sample/movement.config.ts'
import { upsertSettings } from '#shared/db/settings.ts'
import { hashToken } from '#shared/domain/link.ts'
import { movementOf } from '#shared/movement.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { makeLink } from '#tests/support/links.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { createDesk, deskOf } from '#workers/desk/index.tsx'

const secret = 'a secret of at least thirty-two characters'
const now = new Date('2026-12-03T09:00:00Z')
const region = 'Bretagne'
const coordinators = [
  { name: 'Camille', email: 'camille@archipel.example.org' },
  { name: 'Sacha', email: 'sacha@archipel.example.org', regions: [region] },
  { name: 'Robin', email: 'robin@archipel.example.org', role: 'reads' as const },
  { name: 'Maël', email: 'mael@archipel.example.org', role: 'acts' as const },
  { name: 'Noé', email: 'noe@archipel.example.org', role: 'administers' as const, regions: [region] },
]
const fixed = { ...config, coordinators }
const desk = createDesk(fixed)

/** A group that registered, by region. */
const registered = { Bretagne: 'a'.repeat(32), 'Nouvelle-Aquitaine': 'b'.repeat(32) }

let db: D1Database
let close: () => Promise<void>
const cookies = new Map<string, string>()
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, { Brest: ['Lou'], Dax: ['Noa'], Quimper: ['Max'], Rennes: [] }, now)
  await db.batch([
    db.prepare(`UPDATE local_group SET region = 'Bretagne' WHERE town <> 'Dax'`),
    db.prepare(`UPDATE local_group SET region = 'Nouvelle-Aquitaine' WHERE town = 'Dax'`),
    db.prepare(
      `INSERT INTO group_merge (group_id, from_id, merged_at, number_before, number_after, from_number_before, from_number_after, moved)
       VALUES (1, 4, '2026-12-01', 1, 1, 1, 1, '{}')`,
    ),
    db.prepare(
      `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-one', 'Une', 'une', '2026-12-01', '2026-12-01')`,
    ),
    ...Object.entries(registered).map(([region, uid]) =>
      db
        .prepare(
          `INSERT INTO registration (
             uid, group_name, name_key, town, town_key, region, name, email, language, consent, is_proven, asked_at, confirmed_at
           )
           VALUES (?1, 'Brest sud', 'brest sud', 'Brest', 'brest', ?2, 'Alix', 'alix@example.org', 'fr', 'oui', 0, '2026-12-01', '2026-12-01')`,
        )
        .bind(uid, region),
    ),
    db.prepare(
      `INSERT INTO webhook (uid, name, url, format, made_at) VALUES ('webhook-one', 'n8n', 'https://n8n.example.org/', 'standard', '2026-12-01')`,
    ),
  ])
  const asked = { key: 'room', type: 'yes_no', label: { fr: 'Un local ?' } }
  const sections = ['identity', 'referents', 'campaigns', { key: 'meetings', title: { fr: 'Réunions' } }]
  await upsertSettings(db, { questions: [asked], sections }, now).run()
  for (const { email } of coordinators) cookies.set(email, await sessionCookie(db, { secret, email }, now))
})
afterAll(() => close())

const env = () => ({ DB: db, PUBLIC_URL: 'http://localhost', LINK_SECRET: secret, CLOCK: now.toISOString() })

async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; text: string }> {
  const response = await desk.fetch(new Request(`http://localhost${path}`, { redirect: 'manual', ...init }), env())
  return { status: response.status, text: await response.text() }
}

/** Every page and act of the desk, about something that is there, of the region that is given. */
function routes(town: string, person: string): { method: string; path: string }[] {
  const own: Record<string, string> = {
    group: groupUid(town),
    section: 'identity',
    person: personUid(person),
    campaign: 'campaign-one',
    webhook: 'webhook-one',
  }
  const all = deskOf(movementOf(fixed), fixed).routes.filter(
    ({ path, method }) => !path.endsWith('*') && method !== 'ALL' && !/sign-(in|out)|second-factor/.test(path),
  )
  const paths = all.map(({ method, path }) => ({
    method,
    path: path
      .replace(
        '/registrations/:uid',
        `/registrations/${registered[town === 'Dax' ? 'Nouvelle-Aquitaine' : 'Bretagne']}`,
      )
      .replace('/people/:uid/move/:group', `/people/${own.person}/move/${own.group}`)
      .replace('/people/:uid/merge/:other', `/people/${own.person}/merge/${personUid('Max')}`)
      .replace('/people/:uid', `/people/${own.person}`)
      .replace('/campaigns/:uid', `/campaigns/${own.campaign}`)
      .replace(':round', '2027-01')
      .replace('/webhooks/:uid', `/webhooks/${own.webhook}`)
      .replace('merged/:other', `merged/${groupUid('Rennes')}`)
      .replace(':other', groupUid('Quimper'))
      .replace(':uid', own.group ?? '')
      .replace(':section', own.section ?? '')
      .replace('/settings/:page', '/settings/calendar')
      .replace(':question', 'identity.room')
      .replace(':part', 'meetings')
      .replace(':mail', 'invitation')
      .replace(':sentence', 'form.submitAgain'),
  }))
  return [...new Map(paths.map((route) => [`${route.method} ${route.path}`, route])).values()]
}

/** Every row of every table but the sessions. */
async function everything(): Promise<unknown> {
  const { results } = await db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '_cf_*'`,
    )
    .all<{ name: string }>()
  const tables = await db.batch(results.map(({ name }) => db.prepare(`SELECT * FROM ${name}`)))
  return tables.map(({ results: rows }) => rows)
}

const body = () => new URLSearchParams({ page: 'abcdefgh.made-up', do: 'close', row: groupUid('Brest'), yes: 'oui' })
const init = (method: string, headers: Record<string, string>) => ({
  method,
  headers,
  ...(method === 'POST' ? { body: body() } : {}),
})

describe('every page and act of the desk', () => {
  test('is there to be walked', () => {
    expect(routes('Brest', 'Lou').length).toBeGreaterThan(6)
  })

  test.each([
    ['nobody', async () => '', 401],
    ['a made-up session', async () => 'relance_session=a.b.c.d', 401],
    ['a session that was ended', async () => endedSession(), 401],
    [
      'a referent’s link as a session',
      async () => `relance_session=${await makeLink(db, 'Lou', { secret, expiresAt: new Date('2027-01-01') }, now)}`,
      401,
    ],
    ['somebody who only reads', async () => cookies.get('robin@archipel.example.org') ?? '', 403],
  ] as [string, () => Promise<string>, number][])(
    'is refused to %s, with nothing written',
    async (_, cookie, status) => {
      const header = await cookie()
      const before = await everything()
      for (const { method, path } of routes('Brest', 'Lou')) {
        const answer = await ask(path, init(method, { cookie: header }))
        expect([method, path, answer.status]).toEqual([method, path, status])
        expect(answer.text).not.toContain('Brest')
      }
      expect(await everything()).toEqual(before)
    },
  )

  test('sent from another site does nothing, whoever is signed in', async () => {
    const cookie = cookies.get('camille@archipel.example.org') ?? ''
    const before = await everything()
    for (const { method, path } of routes('Brest', 'Lou').filter((route) => route.method === 'POST'))
      for (const header of [{ origin: 'https://elsewhere.example.org' }, { 'sec-fetch-site': 'cross-site' }])
        expect([path, (await ask(path, init(method, { cookie, ...header } as Record<string, string>))).status]).toEqual(
          [path, 403],
        )
    expect(await everything()).toEqual(before)
  })

  test('without a value from one of our pages changes nothing, and says to press again', async () => {
    const cookie = cookies.get('camille@archipel.example.org') ?? ''
    const before = await everything()
    for (const { method, path } of routes('Brest', 'Lou').filter((route) => route.method === 'POST'))
      expect([path, (await ask(path, init(method, { cookie }))).status]).toEqual([path, 400])
    expect(await everything()).toEqual(before)
  })

  test('is of their own regions for whoever looks after some: a group and a person of elsewhere are not there', async () => {
    const cookie = cookies.get('sacha@archipel.example.org') ?? ''
    const before = await everything()
    const about = routes('Dax', 'Noa').filter(({ path }) =>
      /(group-dax|registrations\/b|person-noa(?!\/merge))(?!.*(download|mails?$))/.test(path),
    )
    expect(about.length).toBeGreaterThan(3)
    for (const { method, path } of about) {
      const answer = await ask(path, init(method, { cookie }))
      expect([method, path, answer.status]).toEqual([method, path, 404])
      expect(answer.text).not.toMatch(/Dax|Noa|Aquitaine/)
    }
    expect(await everything()).toEqual(before)
    for (const { method, path } of routes('Brest', 'Lou').filter((route) =>
      /(group-brest|registrations\/a|person-lou(?!\/merge))(?!.*(download|mails?$))/.test(route.path),
    ))
      expect([method, path, (await ask(path, init(method, { cookie }))).status]).toEqual([
        method,
        path,
        method === 'GET' ? 200 : 400,
      ])
  })

  test('names nobody of elsewhere in a list or a search, whatever is asked of it', async () => {
    await db.batch([
      db.prepare(
        `INSERT INTO suppression (address, reason, since_at) SELECT email, 'unsubscribed', '2026-12-01' FROM person WHERE name = 'Noa'`,
      ),
      db.prepare(
        `INSERT INTO invitation (uid, group_id, name, name_key, email, invited_at)
         SELECT 'invited-zita', id, 'Zita', 'zita', 'zita@example.org', '2026-11-20' FROM local_group WHERE town = 'Dax'`,
      ),
    ])
    const cookie = cookies.get('sacha@archipel.example.org') ?? ''
    const asked = [
      '',
      'text=dax',
      'text=noa',
      'text=noa@example.org',
      'text=zita',
      'region=Nouvelle-Aquitaine',
      'after=1+a',
    ]
    let shown = 0
    for (const { path } of routes('Brest', 'Lou').filter(({ method }) => method === 'GET'))
      for (const query of asked) {
        const answer = await ask(`${path}?${query}`, { headers: { cookie } })
        if (answer.status === 200) shown++
        expect([
          path,
          query,
          answer.text.match(/.{0,60}(Archipel Dax|\bNoa\b|Zita|group-dax|person-noa).{0,40}/),
        ]).toEqual([path, query, null])
      }
    expect(shown).toBeGreaterThan(100)
  })

  test('of the whole movement is not for whoever looks after some regions, or does not administer it', async () => {
    for (const [email, mayAdminister] of [
      ['camille@archipel.example.org', true],
      ['sacha@archipel.example.org', false],
      ['mael@archipel.example.org', false],
      ['noe@archipel.example.org', false],
    ] as const)
      for (const path of ofAdministrators)
        expect([email, path, (await ask(path, { headers: { cookie: cookies.get(email) ?? '' } })).status]).toEqual([
          email,
          path,
          mayAdminister ? 200 : 403,
        ])
  })
})

/** Pages that decide for the movement. */
const ofAdministrators = [
  '/desk/feeds',
  '/desk/sheets',
  '/desk/mails',
  '/desk/settings',
  '/desk/settings/calendar',
  '/desk/settings/changes',
  '/desk/webhooks',
  '/desk/webhooks/webhook-one',
  '/desk/team',
  '/desk/keys',
]

async function endedSession(): Promise<string> {
  const cookie = await sessionCookie(db, { secret }, now)
  await db
    .prepare('DELETE FROM session WHERE hash = ?1')
    .bind(await hashToken(cookie.split('=')[1] ?? ''))
    .run()
  return cookie
}
