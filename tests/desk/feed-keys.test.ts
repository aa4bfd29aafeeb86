import type { D1Database } from '@cloudflare/workers-types'
import { beforeEach, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { ask } from '#shared/db/ask.ts'
import { findFeedKey } from '#shared/db/feed-keys.ts'
import { upsertSettings } from '#shared/db/settings.ts'
import { hashToken } from '#shared/domain/link.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
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

test('is limited to the answers that are ticked, which are told beside it', async () => {
  const words = (text: string) => ({ fr: text, en: text })
  const questions = [
    { key: 'room', type: 'yes_no', label: words('Un local ?'), audience: 'public' },
    { key: 'calm', type: 'yes_no', label: words('Calme ?') },
  ]
  await upsertSettings(db, { questions } as SomeSettings, now).run()
  expect(textOf(await request())).toMatch(/Certaines réponses seulement .* Un local \? oui non Calme \? oui non/)
  const form = { do: 'make', name: 'Notre site', purpose: 'map', answer: 'room.oui' }
  const wrong = await send({ ...form, answer: 'calm.oui' })
  expect([wrong.status, textOf(wrong)]).toEqual([422, expect.stringContaining('La carte ne montre pas les réponses')])
  expect(wrong.html).toMatch(/value="calm.oui" checked/)
  const made = await send(form)
  expect(await opened(/class="secret">([\w-]{43})</.exec(made.html)?.[1] ?? '')).toMatchObject({
    answers: ['room.oui'],
  })
  expect(textOf(await request())).toMatch(/La carte des groupes · tout le réseau · Un local \? oui/)
})
