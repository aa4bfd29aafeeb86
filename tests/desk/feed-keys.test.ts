import type { D1Database } from '@cloudflare/workers-types'
import { beforeEach, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { ask } from '#shared/db/ask.ts'
import { findFeedKey } from '#shared/db/feed-keys.ts'
import { hashToken } from '#shared/domain/link.ts'
import { readSheet, textOf } from '#tests/support/browser.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { createDesk } from '#workers/desk/index.tsx'

const secret = 'a secret of at least thirty-two characters'
let now = new Date('2026-12-03T09:00:00Z')
const desk = createDesk(sample)
let db: D1Database
let cookie: string
beforeEach(async () => {
  now = new Date('2026-12-03T09:00:00Z')
  const opened = await openDatabase()
  db = opened.db
  cookie = await sessionCookie(db, { secret }, now)
  return () => opened.close()
})

async function request(fields?: Record<string, string>) {
  const env = { DB: db, PUBLIC_URL: 'http://localhost', LINK_SECRET: secret, CLOCK: now.toISOString() }
  const init = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}
  return readSheet(
    await desk.fetch(
      new Request('http://localhost/desk/keys', { ...init, redirect: 'manual', headers: { cookie } }),
      env,
    ),
  )
}

async function send(fields: Record<string, string>) {
  const page = await request()
  return request({ page: page.fields.find(([name]) => name === 'page')?.[1] ?? '', ...fields })
}

const opened = async (token: string) => (await ask(db, { key: findFeedKey(db, await hashToken(token)) })).key

test('a key is shown once, opens its feed, and nothing after it was stopped', async () => {
  const made = await send({ do: 'make', name: 'Notre site', purpose: 'map' })
  const token = /class="secret">([\w-]{43})</.exec(made.html)?.[1] ?? ''
  expect(await opened(token)).toMatchObject({ purpose: 'map', regions: null })
  const page = await request()
  expect(textOf(page)).toContain('Notre site La carte des groupes · tout le réseau')
  expect(page.html).not.toContain(token)
  expect((await send({ do: 'revoke', key: 'Notre site' })).status).toBe(303)
  expect(await opened(token)).toBeNull()
  expect(textOf(await request())).toContain('arrêtée le 3 décembre 2026')
})

test('of the same name there is one, and what was typed is there still', async () => {
  await send({ do: 'make', name: 'Notre site', purpose: 'map' })
  const again = await send({ do: 'make', name: 'Notre site', purpose: 'calendar' })
  expect([again.status, textOf(again)]).toEqual([422, expect.stringContaining('Une clé de ce nom existe déjà')])
  expect(again.html).toContain('value="Notre site"')
  for (const fields of [
    { name: '', purpose: 'map' },
    { name: 'x', purpose: 'nothing' },
    { name: 'y'.repeat(500), purpose: 'map' },
  ])
    expect((await send({ do: 'make', ...fields })).status).toBe(422)
  expect(await db.prepare('SELECT count(*) AS n FROM feed_key').first('n')).toBe(1)
})

test('is made by nobody who signed in long ago', async () => {
  now = new Date('2026-12-03T09:11:00Z')
  expect((await send({ do: 'make', name: 'Notre site', purpose: 'map' })).status).toBe(403)
})
