import type { D1Database } from '@cloudflare/workers-types'
import { beforeEach, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { syncLists } from '#shared/actions/sync-lists.ts'
import { readMovement } from '#shared/db/settings.ts'
import type { ListProgram } from '#shared/domain/list-program.ts'
import { readSheet, textOf } from '#tests/support/browser.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { makeGroups, personUid } from '#tests/support/movement.ts'
import { createDesk } from '#workers/desk/index.tsx'

const secret = 'a secret of at least thirty-two characters'
const fixed = {
  ...sample,
  lists: [{ key: 'annonces', label: { fr: 'Annonces', en: 'News' }, keptIn: 'brevo:12' }],
}
const desk = createDesk(fixed)
let now = new Date('2026-12-03T09:00:00Z')
let db: D1Database
let cookie: string
beforeEach(async () => {
  now = new Date('2026-12-03T09:00:00Z')
  const opened = await openDatabase()
  db = opened.db
  cookie = await sessionCookie(db, { secret }, now)
  await makeGroups(db, { Rennes: ['Lou', 'Noa'] }, now)
  await db
    .prepare("INSERT INTO subscription (person_id, list, since_at) SELECT id, 'annonces', ?1 FROM person")
    .bind(now.toISOString())
    .run()
  return () => opened.close()
})

async function request(fields?: Record<string, string>) {
  const env = { DB: db, PUBLIC_URL: 'http://localhost', LINK_SECRET: secret, CLOCK: now.toISOString() }
  const init = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}
  const asked = new Request('http://localhost/desk/feeds', { ...init, redirect: 'manual', headers: { cookie } })
  return readSheet(await desk.fetch(asked, env))
}
async function send(fields: Record<string, string>) {
  const page = await request()
  return request({ page: page.fields.find(([name]) => name === 'page')?.[1] ?? '', ...fields })
}

const there = new Set<string>()
const program: ListProgram = {
  readPage: async () => ({ members: [...there].map((address) => ({ address, isBarred: false })), next: null }),
  find: async (address) => (there.has(address) ? 'member' : 'absent'),
  add: async ({ email }) => {
    there.add(email)
    return 'done'
  },
  remove: async (address) => {
    there.delete(address)
    return 'done'
  },
}
async function sync() {
  now = new Date(now.getTime() + 60_000)
  const movement = await readMovement(db, fixed)
  await syncLists({ db, movement, clock: () => now, open: () => program, most: 100 })
}

test('the desk shows what would change of a list in its program, and only then lets it begin', async () => {
  expect(textOf(await request())).toContain('Annonces Tenue dans Brevo : 12 Pas encore lue')
  await sync()
  const page = await request()
  expect(textOf(page)).toContain('Ce qui changera 2 personnes à ajouter là-bas (Lou, Noa)')
  expect(there.size).toBe(0)
  expect((await send({ do: 'begin', list: 'annonces' })).status).toBe(303)
  await sync()
  expect(there.size).toBe(2)
  expect(textOf(await request())).toContain('Rien : les deux disent la même chose. 2 personnes sont des deux côtés.')
  expect((await send({ do: 'halt', list: 'annonces' })).status).toBe(303)
  await db
    .prepare('DELETE FROM subscription WHERE person_id = (SELECT id FROM person WHERE uid = ?1)')
    .bind(personUid('Lou'))
    .run()
  await send({ do: 'look', list: 'annonces' })
  await sync()
  expect(there.size).toBe(2)
})

test('what is held back is shown with how many it was, and is accepted with a button', async () => {
  await db
    .prepare('INSERT INTO publication (id, changed_at, look_began_at, held, held_at) VALUES (1, ?1, ?1, ?2, ?1)')
    .bind(now.toISOString(), '[["all", 10, 5]]')
    .run()
  expect(textOf(await request())).toContain('tous les groupes : 10 avant, 5 maintenant')
  expect((await request({ page: 'old', do: 'accept' })).status).toBe(400)
  expect((await send({ do: 'accept' })).status).toBe(303)
  expect(textOf(await request())).toContain('Rien n’est retenu')
})
