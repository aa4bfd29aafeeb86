import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { byHand, open, submit, textOf } from '#tests/support/browser.ts'
import { browserCookie, coordinator, enter, follow, look, signIn, signInLink } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { personUid } from '#tests/support/movement.ts'
import { requestsTaken } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'
import { createDashboard } from '#workers/dashboard/index.tsx'
import { createDesk } from '#workers/desk/index.tsx'
import { createForms } from '#workers/forms/index.tsx'

let world: World
beforeAll(async () => {
  world = await startWorld({ towns: { Pau: ['Lou'] }, round: '2026-12' })
})
afterAll(() => world.stop())

const cookieIn = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''

const signOut = (cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${world.url}/desk/sign-out`, { method: 'POST', redirect: 'manual', headers: { cookie, ...headers } })

const statusOf = async (session: string) => (await look(world, session, '/dashboard')).status

test('whoever has not signed in sees nothing but the way to sign in', async () => {
  for (const path of ['/dashboard', '/dashboard/anything', '/dashboard/?lang=en']) {
    const page = await open(world.url + path)
    expect(page.status).toBe(401)
    expect(page.html).toContain('href="/sign-in"')
    expect(textOf(page)).not.toContain('Pau')
  }
})

describe('the link of a sign-in mail', () => {
  test('shows a button, which lets the coordinator in, in the browser that asked for it', async () => {
    const link = await signInLink(world)
    const page = await open(link, { headers: { cookie: browserCookie } })
    expect([page.status, textOf(page)]).toEqual([200, expect.stringContaining('Me connecter')])
    const response = await enter(link)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/dashboard'])
    const inside = await look(world, cookieIn(response, 'relance_session'), '/dashboard')
    expect([inside.status, textOf(inside)]).toEqual([200, expect.stringContaining('Se déconnecter')])
  })

  test('is used up by no look at it: a mail scanner opens it as often as it likes', async () => {
    const link = await signInLink(world)
    for (const cookie of ['', browserCookie, browserCookie]) {
      expect((await follow(link, cookie)).headers.getSetCookie().join()).not.toContain('relance_session')
    }
    expect((await enter(link)).status).toBe(303)
  })

  test('signs in once for the server, whatever the browser remembers', async () => {
    const link = await signInLink(world)
    const page = await open(link, { headers: { cookie: browserCookie } })
    const press = () =>
      fetch(link, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: browserCookie },
        body: new URLSearchParams(page.fields as [string, string][]),
      })
    const answers = await Promise.all([press(), press(), press()])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
    const again = await open(link, { headers: { cookie: browserCookie } })
    expect([again.status, textOf(again)]).toEqual([410, expect.stringContaining('Ce lien a déjà servi')])
  })

  test('is let alone by who is in already: they just go on', async () => {
    const session = await signIn(world)
    const link = await signInLink(world)
    expect((await follow(link, session)).headers.get('location')).toBe('/dashboard')
    expect((await enter(link)).status).toBe(303)
  })

  test('asks for its own page: a form that another program made up signs nobody in', async () => {
    const link = await signInLink(world)
    for (const page of ['', 'abcdefg.made-up', 'x'.repeat(4000)]) {
      const body = new URLSearchParams({ page })
      const made = await fetch(link, { method: 'POST', body, redirect: 'manual', headers: { cookie: browserCookie } })
      expect([made.status, cookieIn(made, 'relance_session')]).toEqual([400, ''])
    }
  })

  test('pressed on another site does nothing', async () => {
    const link = await signInLink(world)
    const { fields } = await open(link, { headers: { cookie: browserCookie } })
    for (const header of [{ origin: 'https://elsewhere.example.org' }, { 'sec-fetch-site': 'cross-site' }]) {
      const body = new URLSearchParams(fields as [string, string][])
      const headers = { cookie: browserCookie, ...header } as Record<string, string>
      expect((await fetch(link, { method: 'POST', body, redirect: 'manual', headers })).status).toBe(403)
    }
  })

  test('opened in another browser, too late or a second time, gets a new one for this browser', async () => {
    const used = await signInLink(world)
    await enter(used)
    for (const [link, cookie, status] of [
      [await signInLink(world), 'relance_browser=another', 400],
      [await signInLink(world, { expiresAt: world.now() }), browserCookie, 410],
      [used, browserCookie, 410],
    ] as const) {
      await world.db.prepare(`DELETE FROM mail WHERE state = 'pending'`).run()
      const page = await open(link, { headers: { cookie } })
      expect(page.status).toBe(status)
      await submit(page, { email: coordinator }, `${world.url}/sign-in`)
      expect(await asked()).toBe(1)
    }
  })

  test('that was revoked opens nothing, though its quarter of an hour is not over', async () => {
    const link = await signInLink(world)
    await world.db.prepare('UPDATE link SET revoked_at = ?1').bind(world.now().toISOString()).run()
    expect((await enter(link)).status).toBe(410)
  })

  test('that nobody was sent, or that is a referent’s, opens nothing', async () => {
    expect((await enter(`${world.url}/desk/sign-in/${'x'.repeat(43)}`)).status).toBe(404)
    const referents = (await world.linkOf('Lou')).replace('/u/', '/desk/sign-in/')
    expect((await enter(referents)).status).toBe(404)
  })

  test('of somebody who is no coordinator any more lets nobody in', async () => {
    const response = await enter(await signInLink(world, { address: 'gone@archipel.example.org' }))
    expect(response.status).toBe(401)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  test('leads to the page that was asked for before', async () => {
    for (const path of ['/dashboard/groups?state=asleep']) {
      const before = await fetch(world.url + path)
      const response = await enter(await signInLink(world), `${browserCookie}; ${cookieIn(before, 'relance_return')}`)
      expect(response.headers.get('location')).toBe(path)
      expect(response.headers.getSetCookie().join()).toContain('relance_return=; Max-Age=0')
    }
  })

  test('leads back to the page whose form asked for a new sign-in', async () => {
    const path = `/desk/people/${personUid('Lou')}`
    const session = await signIn(world)
    const { fields } = await look(world, session, path)
    const began = world.now()
    await world.setClock(new Date(began.getTime() + 11 * 60_000).toISOString())
    const body = new URLSearchParams({ page: fields.find(([name]) => name === 'page')?.[1] ?? '', do: 'erase' })
    const headers = { ...byHand, cookie: session }
    const asked = await fetch(world.url + path, { method: 'POST', body, headers })
    const response = await enter(await signInLink(world), `${browserCookie}; ${cookieIn(asked, 'relance_return')}`)
    await world.db.prepare('DELETE FROM session').run()
    await world.setClock(began.toISOString())
    expect([asked.status, response.headers.get('location')]).toEqual([403, path])
  })

  test('never leads out of the pages of the team', async () => {
    for (const kept of ['https://elsewhere.example.org', '//elsewhere.example.org/dashboard', '/u/x', '/dashboards']) {
      const cookie = `${browserCookie}; relance_return=${encodeURIComponent(kept)}`
      expect((await enter(await signInLink(world), cookie)).headers.get('location')).toBe('/dashboard')
    }
  })
})

/** How many sign-in links wait to leave. */
async function asked(): Promise<unknown> {
  await requestsTaken(world.db)
  return world.db.prepare(`SELECT count(*) AS n FROM mail WHERE state = 'pending' AND kind = 'sign_in'`).first('n')
}

describe('a coordinator is not kept out by somebody who asks and asks in their name', () => {
  // From many places
  beforeEach(() => world.db.prepare('DELETE FROM submission_count').run())

  const ask = async (cookie = '', link = '') => {
    // From a place of its own each time: places are counted apart
    await world.db.prepare('DELETE FROM submission_count').run()
    const page = await open(`${world.url}/sign-in`)
    const datedToken = page.fields.find(([name]) => name === 'page')?.[1] ?? ''
    const body = new URLSearchParams({ email: coordinator, page: datedToken, link })
    await fetch(`${world.url}/sign-in`, { method: 'POST', body, headers: { cookie } })
    return asked()
  }

  test('in their own browser, where they have signed in before', async () => {
    const known = cookieIn(await enter(await signInLink(world)), 'relance_known')
    await world.db.prepare(`DELETE FROM mail WHERE kind = 'sign_in'`).run()
    for (let times = 0; times < 8; times++) await ask()
    expect(await ask('relance_known=abcdefg.made-up')).toBe(6)
    expect(await ask(known)).toBe(7)
  })

  test('nor in a new browser: any of the mails that were asked for so, opened there, gets them a link', async () => {
    await world.db.prepare(`DELETE FROM mail WHERE kind = 'sign_in'`).run()
    for (let times = 0; times < 8; times++) await ask()
    const another = (await signInLink(world, { address: 'lou@example.org' })).split('/').at(-1)
    expect(await ask('', another), 'a link that somebody else was sent').toBe(6)
    expect(await ask('', 'x'.repeat(43)), 'a link that nobody was sent').toBe(6)
    await world.db.prepare(`UPDATE mail SET state = 'sent', settled_at = due_at`).run()
    const page = await open(await signInLink(world), { headers: { cookie: 'relance_browser=new' } })
    await submit(page, { email: coordinator }, `${world.url}/sign-in`)
    expect(await asked()).toBe(1)
  })

  test('though not without end: twelve an hour leave for one address at most', async () => {
    await world.db.prepare(`DELETE FROM mail WHERE kind = 'sign_in'`).run()
    const token = (await signInLink(world)).split('/').at(-1)
    for (let times = 0; times < 15; times++) await ask('', token)
    expect(await asked()).toBe(11)
  })
})

describe('a session', () => {
  test('is told by a cookie that scripts and other sites do not get, and that names nobody', async () => {
    const cookie = (await enter(await signInLink(world))).headers.getSetCookie()[0]
    expect(cookie).toMatch(/^relance_session=.*Path=\/; HttpOnly; SameSite=Lax$/)
    expect(cookie).not.toContain('camille')
  })

  test('is kept by the server as a sum alone, which opens nothing', async () => {
    await signIn(world)
    const { results } = await world.db.prepare('SELECT hash FROM session').all<{ hash: string }>()
    for (const { hash } of results) expect(await statusOf(`relance_session=${hash}`)).toBe(401)
  })

  test('that somebody made up or changed is none', async () => {
    const session = await signIn(world)
    for (const forged of [session.slice(0, -1), `${session}x`, session.replace('=', '=A'), 'relance_session=.', ''])
      expect(await statusOf(forged)).toBe(401)
  })

  test('ends after twelve hours, and is forgotten by the next to sign in', async () => {
    const session = await signIn(world)
    const before = world.now().toISOString()
    await world.setClock('2026-12-01T21:59:00+01:00')
    expect(await statusOf(session)).toBe(200)
    await world.setClock('2026-12-01T22:00:00+01:00')
    expect(await statusOf(session)).toBe(401)
    await signIn(world)
    expect(await world.db.prepare('SELECT count(*) AS n FROM session').first('n')).toBe(1)
    await world.setClock(before)
  })

  test('ends with “sign out” on the server: the cookie that somebody kept opens nothing, and other sessions go on', async () => {
    const [session, other] = [await signIn(world), await signIn(world)]
    const response = await signOut(session)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in'])
    expect(response.headers.getSetCookie().join()).toMatch(/relance_session=;.*Max-Age=0/)
    for (const path of ['/dashboard', '/dashboard/groups', '/dashboard/groups.json', '/dashboard/groups.schema.json'])
      expect((await look(world, session, path)).status, path).toBe(401)
    expect(await statusOf(other)).toBe(200)
    const { results } = await world.db.prepare(`SELECT action, coordinator FROM event ORDER BY id DESC LIMIT 1`).all()
    expect(results).toEqual([{ action: 'sign_out', coordinator }])
  })

  test('is not ended by a look at “sign out”, nor by another site', async () => {
    const session = await signIn(world)
    await look(world, session, '/desk/sign-out')
    expect((await signOut(session, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await signOut('')).status).toBe(303)
    expect(await statusOf(session)).toBe(200)
  })
})

test('an address that ends in a slash is that of the same page', async () => {
  const response = await fetch(`${world.url}/dashboard/groups/?state=asleep`, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([301, '/dashboard/groups?state=asleep'])
  expect((await look(world, await signIn(world), '/dashboard/')).status).toBe(200)
})

test('the language that was chosen stays chosen', async () => {
  const session = await signIn(world)
  const response = await fetch(`${world.url}/dashboard?lang=en`, { headers: { cookie: session } })
  expect(await response.text()).toContain('<html lang="en">')
  const kept = cookieIn(response, 'lang')
  expect((await look(world, `${session}; ${kept}`, '/dashboard')).html).toContain('<html lang="en">')
})

describe('where people come by HTTPS', () => {
  const secret = 'a secret of at least thirty-two characters'
  const paths = [
    '/?lang=en',
    '/sign-in',
    '/dashboard?lang=en',
    '/dashboard/groups',
    '/desk/x?lang=en',
    '/nothing',
    '/u/x',
  ]

  async function answersAt(origin: string): Promise<Response[]> {
    const { db, close } = await openDatabase()
    const env = { DB: db, PUBLIC_URL: origin, LINK_SECRET: secret, CLOCK: '2026-12-01T09:00:00Z' }
    const workers = { dashboard: createDashboard(fixed), desk: createDesk(fixed), forms: createForms(fixed) }
    const answers = paths.map((path) => {
      const [, first = ''] = /^\/(\w*)/.exec(path) ?? []
      const worker = first === 'dashboard' || first === 'desk' ? workers[first] : workers.forms
      return worker.fetch(new Request(origin + path), env)
    })
    const all = await Promise.all(answers)
    await close()
    return all
  }

  test('every answer says that no other way is taken for a year, and every cookie is for that way and this host alone', async () => {
    const answers = await answersAt('https://maj.example.org')
    for (const [index, { headers }] of answers.entries())
      expect(headers.get('strict-transport-security'), paths[index]).toBe('max-age=31536000')
    const cookies = answers.flatMap(({ headers }) => headers.getSetCookie())
    expect(cookies.length).toBeGreaterThan(3)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^(__Host-|lang=)/)
      expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    }
  })

  test('and where they do not, neither is said: a browser would shut them out', async () => {
    for (const { headers } of await answersAt('http://localhost')) {
      expect(headers.get('strict-transport-security')).toBe(null)
      expect(headers.getSetCookie().join()).not.toMatch(/Secure|__Host-/)
    }
  })
})
