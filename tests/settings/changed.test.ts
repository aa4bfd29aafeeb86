import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { upsertSettings } from '#shared/db/settings.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { byHand, readSheet } from '#tests/support/browser.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { makeLink } from '#tests/support/links.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { createDashboard } from '#workers/dashboard/index.tsx'
import { createForms } from '#workers/forms/index.tsx'

// A setting that somebody changes holds at the next request, and costs no trip to the database.

const now = new Date('2026-12-03T09:00:00Z')
const secret = 'a secret of at least thirty-two letters'
const [coordinator] = fixed.coordinators ?? []
/** What this movement leaves to be set. */
const { name: _name, coordinators: _coordinators, country: _country, ...rest } = fixed

let db: D1Database
let close: () => Promise<void>
let link: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, { Pau: ['Lou', 'Sam'] }, new Date('2026-01-01T00:00:00Z'))
  link = `/u/${await makeLink(db, 'Lou', { secret, expiresAt: new Date('2027-01-01') }, now)}`
})
afterAll(() => close())
beforeEach(() => set({ name: 'Archipel', coordinators: [coordinator], country: 'FR', languages: undefined }))

const set = (values: Record<string, unknown>) => upsertSettings(db, values, now).run()

/** A worker of a movement of which this is fixed, and how often it went to the database. */
function started(some: SomeSettings) {
  const trips: string[][] = []
  const counted = countingTrips(db, trips)
  const env = {
    DB: counted,
    PUBLIC_URL: 'http://localhost',
    LINK_SECRET: secret,
    CLOCK: now.toISOString(),
    READING_MS: '0',
  }
  const forms = createForms(some)
  const dashboard = createDashboard(some)
  return {
    trips,
    forms: (path: string, init?: RequestInit) => forms.fetch(new Request(`http://localhost${path}`, init), env),
    dashboard: async (path: string) => {
      const cookie = await sessionCookie(db, { secret, email: coordinator?.email ?? '' }, now)
      return dashboard.fetch(new Request(`http://localhost${path}`, { headers: { cookie } }), env)
    },
  }
}

/** A database that says what it was asked, a list of statements a trip. */
function countingTrips(source: D1Database, trips: string[][]): D1Database {
  const texts = new WeakMap<object, string>()
  const noted = <Statement extends object>(statement: Statement, sql: string): Statement => {
    texts.set(statement, sql)
    return statement
  }
  const counted: D1Database = Object.assign(Object.create(source), {
    prepare: (sql: string) => {
      const statement = source.prepare(sql)
      const bind = statement.bind.bind(statement)
      const first = statement.first.bind(statement)
      return Object.assign(noted(statement, sql), {
        bind: (...values: unknown[]) => noted(bind(...values), sql),
        first: () => {
          trips.push([sql])
          return first()
        },
      })
    },
    batch: (statements: object[]) => {
      trips.push(statements.map((statement) => texts.get(statement) ?? ''))
      return source.batch(statements as never)
    },
    withSession: () => counted,
  })
  return counted
}

test('a group’s page has the new name at once, and each page after it is one trip', async () => {
  const { forms, trips } = started(rest)
  expect(await (await forms(link)).text()).toContain('Archipel')
  await set({ name: 'Federation' })
  trips.length = 0
  expect(await (await forms(link)).text()).toContain('Federation')
  expect(trips).toHaveLength(2)
  trips.length = 0
  expect(await (await forms(link)).text()).toContain('Federation')
  expect(trips).toHaveLength(1)
})

test('a page that asks the database nothing else has it too', async () => {
  const { forms, trips } = started(rest)
  await forms('/')
  await set({ name: 'Federation' })
  expect(await (await forms('/')).text()).toContain('Federation')
  trips.length = 0
  expect((await forms('/nowhere')).status).toBe(404)
  expect(trips).toHaveLength(1)
})

test('a form that is sent just after a setting was changed is saved, once, with the new setting', async () => {
  const { forms } = started(rest)
  const path = `${link}/${groupUid('Pau')}/identity`
  const { fields } = await readSheet(await forms(path))
  const members = fields.map(([name]) => name).find((name) => name.endsWith('.active_members')) ?? ''
  const { before } = await revisions()
  await set({ name: 'Federation', country: 'BE' })
  const body = new URLSearchParams([...fields.filter(([name]) => name !== members), [members, '33'], ['do', 'save']])
  const response = await forms(path, { method: 'POST', body, headers: byHand })
  expect(response.status).toBe(303)
  expect(await revisions()).toEqual({ before: before + 1, members: 33 })
  expect(await (await forms(link)).text()).toContain('Federation')
})

async function revisions() {
  const row = await db
    .prepare('SELECT (SELECT count(*) FROM revision) AS "before", active_members AS members FROM local_group')
    .first<{ before: number; members: number }>()
  return row ?? expect.fail('no group')
}

test('the dashboard is shut at once to a coordinator who is taken off, and open to one who comes', async () => {
  const { dashboard, trips } = started(rest)
  expect((await dashboard('/dashboard')).status).toBe(200)
  await set({ coordinators: [{ name: 'Sacha', email: 'sacha@archipel.example.org' }] })
  expect((await dashboard('/dashboard')).status).toBe(401)
  await set({ coordinators: [coordinator] })
  expect((await dashboard('/dashboard')).status).toBe(200)
  trips.length = 0
  expect((await dashboard('/dashboard')).status).toBe(200)
  expect(trips).toHaveLength(1)
})

test('a setting that is taken back goes without saying again', async () => {
  const { languages: _, ...bare } = rest
  const { forms } = started(bare)
  await set({ languages: ['en'] })
  expect(await (await forms('/')).text()).toContain('<html lang="en"')
  await set({ languages: ['fr'] })
  expect(await (await forms('/')).text()).toContain('<html lang="fr"')
})

test('what movement.config.ts names stays as it is there', async () => {
  const { forms } = started(fixed)
  await set({ name: 'Federation' })
  expect(await (await forms('/')).text()).toContain('Archipel')
})

test('while something is missing, it is said that it is not set up', async () => {
  const { forms } = started(rest)
  await set({ name: undefined })
  const response = await forms('/')
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('npm run check-config')
  await set({ name: 'Federation' })
  expect((await forms('/')).status).toBe(200)
})

test('one setting that does not fit any more stops nobody', async () => {
  const { forms } = started(rest)
  await set({ languages: ['xx'], name: 'Federation' })
  expect(await (await forms('/')).text()).toContain('Federation')
})
