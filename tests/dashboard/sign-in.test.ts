import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open, textOf } from '#tests/support/browser.ts'
import { coordinator, follow, look, signIn, signInLink } from '#tests/support/dashboard.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ towns: { Pau: ['Lou'] }, round: '2026-12' })
})
afterAll(() => world.stop())

test('whoever has not signed in sees nothing but the way to sign in', async () => {
  for (const path of ['/dashboard', '/dashboard/anything', '/dashboard/?lang=en']) {
    const page = await open(world.url + path)
    expect(page.status).toBe(401)
    expect(page.html).toContain('href="/sign-in"')
    expect(textOf(page)).not.toContain('Pau')
  }
})

describe('the link of a sign-in mail', () => {
  test('lets the coordinator in, in the browser that asked for it', async () => {
    const page = await look(world, await signIn(world), '/dashboard')
    expect(page.status).toBe(200)
    expect(textOf(page)).toContain('Se déconnecter')
  })

  test('can be opened twice: a mail scanner uses nothing up', async () => {
    const link = await signInLink(world)
    expect((await follow(link, '')).status).toBe(400)
    expect((await follow(link)).status).toBe(303)
    expect((await follow(link)).status).toBe(303)
  })

  test('signs in once: the browser forgets that it asked, and who is in already just goes on', async () => {
    const link = await signInLink(world)
    const cookies = (await follow(link)).headers.getSetCookie()
    expect(cookies.find((line) => line.startsWith('relance_browser='))).toMatch(
      /^relance_browser=; Max-Age=0; Path=\/;/,
    )
    const session = cookies.find((line) => line.startsWith('relance_session='))?.split(';')[0] ?? ''
    expect((await follow(link, session)).headers.get('location')).toBe('/dashboard')
    expect((await follow(link, 'relance_session=none')).status).toBe(400)
    const signedOut = await fetch(`${world.url}/dashboard/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: session },
    })
    expect(signedOut.headers.getSetCookie().join()).toContain('relance_browser=; Max-Age=0')
  })

  test('is not kept from a coordinator’s own browser by somebody who asks for it again and again elsewhere', async () => {
    const ask = async (cookie = '') => {
      const page = await open(`${world.url}/sign-in`)
      const body = new URLSearchParams({
        email: coordinator,
        page: page.fields.find(([name]) => name === 'page')?.[1] ?? '',
      })
      await fetch(`${world.url}/sign-in`, { method: 'POST', body, headers: { cookie } })
      const row = await world.db
        .prepare(`SELECT count(*) AS n FROM mail WHERE state = 'pending' AND kind = 'sign_in'`)
        .first()
      return row?.n
    }
    const cookies = (await follow(await signInLink(world))).headers.getSetCookie()
    const known = cookies.find((line) => line.startsWith('relance_known='))
    expect(known).toMatch(/Path=\/sign-in; HttpOnly/)
    await world.db.prepare(`DELETE FROM mail WHERE kind = 'sign_in'`).run()
    for (let times = 0; times < 8; times++) await ask()
    expect(await ask('relance_known=abcdefg.made-up')).toBe(6)
    expect(await ask(known?.split(';')[0])).toBe(7)
  })

  test('opened in another browser says where to open it', async () => {
    const page = await open(await signInLink(world), { headers: { cookie: 'relance_browser=another' } })
    expect(page.status).toBe(400)
    expect(textOf(page)).toContain('Ce lien a déjà servi, ou un autre navigateur l’a demandé')
  })

  test('stops after a quarter of an hour', async () => {
    const link = await signInLink(world, { expiresAt: world.now() })
    expect((await follow(link)).status).toBe(410)
  })

  test('that was revoked opens nothing, though its quarter of an hour is not over', async () => {
    const link = await signInLink(world)
    await world.db.prepare('UPDATE link SET revoked_at = ?1').bind(world.now().toISOString()).run()
    expect((await follow(link)).status).toBe(410)
  })

  test('that nobody was sent, or that is a referent’s, opens nothing', async () => {
    expect((await follow(`${world.url}/dashboard/sign-in/${'x'.repeat(43)}`)).status).toBe(404)
    const referents = (await world.linkOf('Lou')).replace('/u/', '/dashboard/sign-in/')
    expect((await follow(referents)).status).toBe(404)
  })

  test('of somebody who is no coordinator any more lets nobody in', async () => {
    const response = await follow(await signInLink(world, { address: 'gone@archipel.example.org' }))
    expect(response.status).toBe(401)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  test('leads to the page that was asked for before', async () => {
    const asked = await fetch(`${world.url}/dashboard/groups?state=asleep`)
    const kept = asked.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const response = await follow(await signInLink(world), `relance_browser=the-browser-that-asked; ${kept}`)
    expect(response.headers.get('location')).toBe('/dashboard/groups?state=asleep')
  })

  test('never leads out of the dashboard', async () => {
    const response = await follow(
      await signInLink(world),
      `relance_browser=the-browser-that-asked; relance_return=${encodeURIComponent('https://elsewhere.example.org')}`,
    )
    expect(response.headers.get('location')).toBe('/dashboard')
  })
})

describe('a session', () => {
  test('is told by a cookie that scripts and other sites do not get', async () => {
    const cookie = (await follow(await signInLink(world))).headers.getSetCookie()[0]
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).toContain('Path=/dashboard')
    expect(cookie).not.toContain('camille')
  })

  test('that somebody made up or changed is none', async () => {
    const session = await signIn(world)
    for (const forged of [session.slice(0, -1), `${session}x`, session.replace('=', '=A'), 'relance_session=.', ''])
      expect((await look(world, forged, '/dashboard')).status).toBe(401)
  })

  test('ends after twelve hours', async () => {
    const session = await signIn(world)
    const before = world.now().toISOString()
    await world.setClock('2026-12-01T21:59:00+01:00')
    expect((await look(world, session, '/dashboard')).status).toBe(200)
    await world.setClock('2026-12-01T22:00:00+01:00')
    expect((await look(world, session, '/dashboard')).status).toBe(401)
    await world.setClock(before)
  })

  test('ends with “sign out”', async () => {
    const session = await signIn(world)
    const response = await fetch(`${world.url}/dashboard/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: session },
    })
    expect(response.status).toBe(303)
    expect(response.headers.getSetCookie()[0]).toMatch(/^relance_session=;.*Max-Age=0/)
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
  const kept = response.headers.getSetCookie()[0]?.split(';')[0]
  expect((await look(world, `${session}; ${kept}`, '/dashboard')).html).toContain('<html lang="en">')
})
