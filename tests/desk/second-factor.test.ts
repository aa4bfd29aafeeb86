import type { D1Database } from '@cloudflare/workers-types'
import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { upsertSettings } from '#shared/db/settings.ts'
import { readSheet, type Sheet, textOf } from '#tests/support/browser.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { createDashboard } from '#workers/dashboard/index.tsx'
import { createDesk } from '#workers/desk/index.tsx'

const camille = 'camille@archipel.example.org'
const robin = 'robin@archipel.example.org'
const fixed = {
  ...sample,
  coordinators: [
    { name: 'Camille', email: camille },
    { name: 'Robin', email: robin, role: 'reads' as const },
  ],
}
let desk: ReturnType<typeof createDesk>
let dashboard: ReturnType<typeof createDashboard>
let secret: string
let now: Date
let db: D1Database
let session: string
beforeEach(async () => {
  // They know settings by their version: each database has workers of its own
  desk = createDesk(fixed)
  dashboard = createDashboard(fixed)
  secret = 'a secret of at least thirty-two characters'
  now = new Date('2026-12-03T09:00:00Z')
  const opened = await openDatabase()
  db = opened.db
  session = await signIn()
  return () => opened.close()
})

const signIn = (email = camille) => sessionCookie(db, { secret, email }, now)

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

async function ask(
  path: string,
  cookie = session,
  fields?: [string, string][],
): Promise<Sheet & { to: string | null }> {
  const env = { DB: db, PUBLIC_URL: 'http://localhost', LINK_SECRET: secret, CLOCK: now.toISOString() }
  const init = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}
  const request = new Request(`http://localhost${path}`, { ...init, redirect: 'manual', headers: { cookie } })
  const worker = path.startsWith('/desk') ? desk : dashboard
  const response = await worker.fetch(request, env)
  const sheet = await readSheet(response)
  return { ...sheet, to: response.headers.get('location') }
}

const path = '/desk/second-factor'

/** Sends the page of the second step with a code. */
async function enter(code: string, cookie = session, more: [string, string][] = []) {
  const { fields } = await ask(path, cookie)
  return ask(path, cookie, [...fields.filter(([name]) => name !== 'code'), ['code', code], ...more])
}

const secretOn = ({ html }: Sheet) => (/class="secret">([A-Z2-7 ]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '')
const codeOf = (base32: string, at = now) =>
  new TOTP({ secret: Secret.fromBase32(base32) }).generate({ timestamp: at.getTime() })

/** Sets it up as a person does; gives the secret of the phone and the recovery codes. */
async function setUp(cookie = session): Promise<{ phone: string; recovery: string[] }> {
  const page = await ask(path, cookie)
  const phone = secretOn(page)
  const done = await ask(path, cookie, [...page.fields.filter(([name]) => name !== 'code'), ['code', codeOf(phone)]])
  // What looks like a phone number is kept on one line
  const html = done.html.replace(/<\/?span[^>]*>/g, '')
  const recovery = [...html.matchAll(/<li>([A-Z0-9]{4}(?: [A-Z0-9]{4}){3})<\/li>/g)].map(([, code = '']) => code)
  return { phone, recovery }
}

const events = async () => {
  const { results } = await db.prepare('SELECT action FROM event ORDER BY id').all<{ action: string }>()
  return results.map(({ action }) => action)
}

describe('a second factor', () => {
  test('is set up by a picture or a key, counts from its first code on, and shows ten recovery codes once', async () => {
    const page = await ask(path)
    expect(page.html).toMatch(/<svg class="qr"[^>]*role="img"/)
    expect(secretOn(page)).toMatch(/^[A-Z2-7]{32}$/)
    expect((await ask('/dashboard')).status).toBe(200)
    const { phone, recovery } = await setUp()
    expect(recovery).toHaveLength(10)
    expect(new Set(recovery).size).toBe(10)
    expect((await ask('/dashboard')).status).toBe(200)
    const shown = await ask(path)
    expect(textOf(shown)).toContain('Il en reste 10 codes')
    for (const code of [...recovery, phone]) expect(shown.html).not.toContain(code)
    expect(await events()).toEqual(['set_up_factor'])
  })

  test('whose first code is wrong is not set up, and the picture stays the same', async () => {
    const page = await ask(path)
    const again = await ask(path, session, [...page.fields.filter(([name]) => name !== 'code'), ['code', '000000']])
    expect(again.status).toBe(422)
    expect(secretOn(again)).toBe(secretOn(page))
    expect(await db.prepare('SELECT count(*) AS n FROM second_factor').first('n')).toBe(0)
  })

  test('is set up by who signed in just now: a session that somebody found open shows no secret, and shuts nobody out', async () => {
    const page = await ask(path)
    later(11 * 60)
    for (const fields of [undefined, [['code', '000000']], [['salt', crypto.randomUUID()]]] as const) {
      const answer = await ask(path, session, fields as [string, string][] | undefined)
      expect([answer.status, secretOn(answer), answer.fields.some(([name]) => name === 'salt')]).toEqual([
        403,
        '',
        false,
      ])
    }
    // Who began in time may take theirs
    const phone = secretOn(page)
    const done = await ask(path, session, [...page.fields.filter(([name]) => name !== 'code'), ['code', codeOf(phone)]])
    expect(done.status).toBe(200)
    expect(await events()).toEqual(['set_up_factor'])
  })

  test('is asked of every other session before any page of the desk or the dashboard, and only once', async () => {
    const { phone } = await setUp()
    later(60)
    const other = await signIn()
    for (const page of ['/dashboard', '/dashboard/groups', '/desk', '/desk/log'])
      expect([page, (await ask(page, other)).to]).toEqual([page, path])
    expect((await ask('/desk/mails', other, [['do', 'pause']])).status).toBe(401)
    expect(textOf(await ask(path, other))).toContain('Le code de votre téléphone')
    const done = await enter(codeOf(phone), other)
    expect([done.status, done.to]).toEqual([303, '/dashboard'])
    for (const page of ['/dashboard', '/desk']) expect((await ask(page, other)).status).toBe(200)
  })

  test('takes no code twice, neither the one that set it up nor one that signed somebody in, even at once', async () => {
    const { phone } = await setUp()
    const sessions = [await signIn(), await signIn(), await signIn()]
    expect((await enter(codeOf(phone), sessions[0])).status).toBe(422)
    later(60)
    const code = codeOf(phone)
    const answers = await Promise.all(sessions.map((one) => enter(code, one)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
  })

  test('takes a code of half a minute ago, or to come, for clocks differ; not one of two minutes ago', async () => {
    const { phone } = await setUp()
    later(300)
    const start = now
    for (const [seconds, status] of [
      [-120, 422],
      [-30, 303],
      [30, 303],
      [90, 422],
    ] as const)
      expect([
        seconds,
        (await enter(codeOf(phone, new Date(start.getTime() + seconds * 1000)), await signIn())).status,
      ]).toEqual([seconds, status])
  })

  test('lets nobody try on and on, however many at once, and tells whose it is', async () => {
    const { phone } = await setUp()
    later(60)
    const other = await signIn()
    const answers = await Promise.all(Array.from({ length: 30 }, () => enter('000000', other)))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25)
    expect(await events()).toEqual(['set_up_factor', 'block_factor'])
    expect((await enter(codeOf(phone), other)).status).toBe(429)
    later(15 * 60)
    expect((await enter(codeOf(phone), other)).status).toBe(303)
  })

  test('waits longer each time: an hour after ten tries', async () => {
    const { phone } = await setUp()
    const other = await signIn()
    for (let index = 0; index < 5; index++) await enter('000000', other)
    later(15 * 60)
    for (let index = 0; index < 5; index++) await enter('000000', other)
    later(30 * 60)
    expect((await enter(codeOf(phone), other)).status).toBe(429)
    later(30 * 60)
    expect((await enter(codeOf(phone), other)).status).toBe(303)
  })

  test('is passed by a recovery code, once each, however it is typed; the person is told', async () => {
    const { recovery } = await setUp()
    const [first = '', second = ''] = recovery
    expect((await enter(first.toLowerCase().replaceAll(' ', '-'), await signIn())).status).toBe(303)
    expect((await enter(first, await signIn())).status).toBe(422)
    expect((await enter(second, await signIn())).status).toBe(303)
    expect(textOf(await ask(path))).toContain('Il en reste 8 codes')
    expect((await events()).filter((one) => one === 'use_recovery_code')).toHaveLength(2)
    const told = await db
      .prepare(`SELECT count(*) AS n FROM mail WHERE kind = 'team_change' AND address = ?1`)
      .bind(camille)
    expect(await told.first('n')).toBe(3)
  })

  test('gets other recovery codes, and the old ones are nothing any more', async () => {
    const { recovery } = await setUp()
    const page = await ask(path)
    const renewed = await ask(path, session, [...page.fields, ['do', 'renew']])
    expect(textOf(renewed)).toContain('Gardez vos codes de secours')
    expect((await enter(recovery[0] ?? '', await signIn())).status).toBe(422)
  })

  test('is taken away by nobody who has not passed it, nor by who signed in long ago', async () => {
    await setUp()
    const other = await signIn()
    expect((await enter('', other, [['do', 'remove']])).status).toBe(422)
    later(11 * 60)
    expect((await enter('', session, [['do', 'remove']])).status).toBe(403)
    expect(await db.prepare('SELECT count(*) AS n FROM second_factor').first('n')).toBe(1)
  })

  test('of somebody who lost their phone and codes is taken away by who administers, and their sessions end', async () => {
    const robins = await signIn(robin)
    await setUp(robins)
    const page = await ask('/desk/team')
    const who = /name="who" value="([\w-]+)"/.exec(page.html.split('Pour qui a perdu')[0]?.split('<form').at(-1) ?? '')
    const token = page.fields.find(([name]) => name === 'page') ?? ['page', '']
    const done = await ask('/desk/team', session, [token, ['who', who?.[1] ?? ''], ['do', 'reset_factor']])
    expect(done.to).toBe('/desk/team?done=factor_removed')
    expect((await ask('/dashboard', robins)).status).toBe(401)
    expect((await ask('/dashboard', await signIn(robin))).status).toBe(200)
    const told = await db
      .prepare(`SELECT count(*) AS n FROM mail WHERE kind = 'team_change' AND address = ?1`)
      .bind(robin)
    expect(await told.first('n')).toBe(2)
  })

  test('is no code by what the database keeps: neither the secret nor a recovery code stands in it', async () => {
    const { phone, recovery } = await setUp()
    const row = JSON.stringify(await db.prepare('SELECT * FROM second_factor').first())
    for (const one of [phone, ...recovery.map((code) => code.replaceAll(' ', ''))]) expect(row).not.toContain(one)
  })

  test('counts for nothing under another secret of the server, where nobody’s phone could pass', async () => {
    await setUp()
    secret = 'another secret of at least thirty-two characters'
    expect((await ask('/dashboard', await signIn())).status).toBe(200)
  })
})

describe('a movement that asks for a second factor', () => {
  test.each([
    ['acts', 303, 200],
    ['all', 303, 303],
    ['off', 200, 200],
  ])('(%s) asks those of the team, also who is signed in already', async (value, whoActs, whoReads) => {
    const robins = await signIn(robin)
    await upsertSettings(db, { secondFactor: value }, now).run()
    expect([(await ask('/dashboard')).status, (await ask('/dashboard', robins)).status]).toEqual([whoActs, whoReads])
    if (whoReads === 200) return
    expect(textOf(await ask(path, robins))).toContain('Votre mouvement la demande')
    await setUp(robins)
    expect((await ask('/dashboard', robins)).status).toBe(200)
  })
})
