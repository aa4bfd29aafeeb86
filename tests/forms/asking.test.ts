import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inLanguage, open, submit, textOf } from '#tests/support/browser.ts'
import { addressOf, groupUid } from '#tests/support/movement.ts'
import { readStates } from '#tests/support/outbox.ts'
import { workOf } from '#tests/support/work.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou', 'Sam'], Tarbes: ['Ada'], Dax: ['Noa'] } })
})
afterAll(() => world.stop())

const waiting = async (kind: string) => (await readStates(world.db)).filter((line) => line.includes(`${kind} pending`))

describe('asking for a new link', () => {
  test('says the same to an address that we know and to one that we do not', async () => {
    const page = await open(`${world.url}/new-link`)
    const known = await submit(page, { email: ' LOU@example.org' })
    const unknown = await submit(page, { email: 'nobody@example.org' })
    expect([known.status, unknown.status]).toEqual([200, 200])
    expect(textOf(known)).toBe(textOf(unknown))
    expect(await waiting('new_link')).toEqual(['Lou: new_link pending'])
  })

  test('with an address that is none comes back with what was typed', async () => {
    const back = await submit(await open(`${world.url}/new-link`), { email: 'ada at example' })
    expect(back.status).toBe(422)
    expect(back.fields).toContainEqual(['email', 'ada at example'])
    expect(textOf(back)).toContain('écrivez une seule adresse, en entier')
  })

  test('from an expired link is one press, without typing an address', async () => {
    const expired = await open(await world.linkOf('Ada', { expiresAt: new Date('2026-11-30T00:00:00Z') }))
    expect(textOf(await submit(expired, {}, `${world.url}/new-link`))).toContain('Regardez votre boîte mail')
    expect(await waiting('new_link')).toContain('Ada: new_link pending')
  })

  test('without a page of ours sends nothing', async () => {
    const refused = await open(`${world.url}/new-link`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'noa@example.org' }),
    })
    expect(refused.status).toBe(400)
    expect(await waiting('new_link')).not.toContain('Noa: new_link pending')
  })
})

describe('signing in', () => {
  test('writes to a coordinator and to nobody else, says the same, and marks the browser', async () => {
    const page = await open(`${world.url}/sign-in`)
    const body = new URLSearchParams({
      email: 'camille@archipel.example.org',
      page: page.fields.find(([name]) => name === 'page')?.[1] ?? '',
    })
    const answer = await fetch(`${world.url}/sign-in`, { method: 'POST', body })
    expect(answer.headers.get('set-cookie')).toMatch(
      /^relance_browser=[\w-]{36}; Max-Age=900; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const again = await fetch(`${world.url}/sign-in`, { method: 'POST', body, headers: { cookie } })
    expect(again.headers.get('set-cookie'), 'the first mail’s link works still').toContain(cookie)
    const other = await submit(page, { email: 'lou@example.org' })
    const sent = await answer.text()
    expect(other.html.replace(/page" value="[^"]*"/, '')).toBe(sent.replace(/page" value="[^"]*"/, ''))
    const [one] = await waiting('sign_in')
    expect(await waiting('sign_in')).toEqual([one, one])
    expect(one).toBe('camille@archipel.example.org: sign_in pending')
  })
})

describe('time tells nobody who is known:', () => {
  let quiet: World
  beforeAll(async () => {
    quiet = await startWorld({
      towns: { Tarbes: ['Ada', 'Eva', 'Ida', 'Léa'] },
      // No look of the sender’s while work is counted
      vars: { LOOK_LATER_MS: '600000', TRUSTED_PROXIES: '1' },
    })
    await quiet.db.prepare(`UPDATE local_group SET on_map = 1, latitude = 43, longitude = 0`).run()
    await quiet.tick()
  })
  afterAll(() => quiet.stop())
  const visitor = { name: 'Alix', consent: 'yes' }

  test.each([
    ['/new-link', 'ada@example.org', {}],
    ['/sign-in', 'camille@archipel.example.org', {}],
    ['/join', 'eva@example.org', { ...visitor, groupName: 'Nord', town: 'Pau' }],
    ['/lists/annonces', 'ida@example.org', {}],
    [`/find/${groupUid('Tarbes')}/contact`, addressOf('Léa'), { ...visitor, body: 'Bonjour' }],
  ])('%s takes the same work for anybody, and so does what comes right after it', async (path, known, more) => {
    let asked = 0
    const from = () => ({ 'x-forwarded-for': `10.1.2.${++asked}` })
    const page = (await open(quiet.url + path)).fields.find(([name]) => name === 'page')?.[1] ?? ''
    const ask = async (email: string) => {
      const body = new URLSearchParams({ ...more, email, page })
      const answer = await fetch(quiet.url + path, { method: 'POST', body, headers: from() })
      expect(answer.status).toBe(200)
      const heads = [...answer.headers].map(([name, value]) => [name, name === 'date' ? '' : value.length])
      return { heads, words: (await answer.text()).replace(/(page|seen)" value="[^"]*"/g, '') }
    }
    const workFor = async (email: string) => {
      const said: unknown[] = []
      const answering = await workOf(quiet, async () => said.push(await ask(email)))
      // What comes after it, at once and while mails are made: they are made after a while, and not by this request
      const after = await workOf(quiet, async () => said.push((await open(quiet.url + path)).status))
      const idle = await workOf(quiet, () => new Promise((done) => setTimeout(done, 300)))
      return { said, answering, after, idle }
    }
    await workFor('first@example.org')
    const works = [await workFor('nobody@example.org'), await workFor(known), await workFor('nobody@example.net')]
    expect(works[1]).toEqual(works[0])
    expect(works[2]).toEqual(works[0])
  })

  test('and who asked is written to by the sender’s next look', async () => {
    const kinds = () => quiet.db.prepare('SELECT group_concat(DISTINCT kind) AS kinds FROM mail').first<string>('kinds')
    expect(await kinds()).not.toMatch(/new_link|sign_in/)
    await quiet.tick()
    expect(await kinds()).toMatch(/new_link/)
    expect(await kinds()).toMatch(/sign_in/)
    expect(await quiet.db.prepare('SELECT count(*) AS n FROM link_request').first('n')).toBe(0)
  })

  test('whoever asks twice at once is written to once, and a coordinator once for each browser', async () => {
    const ask = (path: string, email: string) => open(world.url + path).then((page) => submit(page, { email }))
    await world.db.prepare("DELETE FROM mail WHERE kind IN ('new_link', 'sign_in')").run()
    await Promise.all(Array.from({ length: 4 }, () => ask('/new-link', 'sam@example.org')))
    await Promise.all(Array.from({ length: 2 }, () => ask('/sign-in', 'camille@archipel.example.org')))
    expect(await waiting('new_link')).toEqual(['Sam: new_link pending'])
    expect(await waiting('sign_in')).toHaveLength(2)
  })
})

describe('unsubscribing', () => {
  const tokenOf = async (name: string) => (await world.linkOf(name)).split('/').at(-1)
  const suppressed = () =>
    world.db
      .prepare('SELECT address, reason FROM suppression ORDER BY address')
      .all()
      .then(({ results }) => results)

  test('takes a press: opening the page stops nothing', async () => {
    const page = await open(`${world.url}/unsubscribe/${await tokenOf('Sam')}`)
    expect(page.status).toBe(200)
    expect(await suppressed()).toEqual([])
    expect(textOf(await submit(page, { do: 'stop' }))).toContain('vous ne recevrez plus le mail mensuel')
    expect(await suppressed()).toEqual([{ address: 'sam@example.org', reason: 'unsubscribed' }])
    expect(await readStates(world.db)).toContain('Sam: invitation suppressed (unsubscribed)')
  })

  test('is taken back by a press', async () => {
    const page = await submit(await open(`${world.url}/unsubscribe/${await tokenOf('Sam')}`), { do: 'stop' })
    expect(textOf(await submit(page, { do: 'back' }))).toContain('nous vous écrirons de nouveau')
    expect(await suppressed()).toEqual([])
  })

  test('by a mail program (RFC 8058) needs no page and is answered 200 without a redirect', async () => {
    const answer = await fetch(`${world.url}/unsubscribe/${await tokenOf('Noa')}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    })
    expect(answer.status).toBe(200)
    expect(await suppressed()).toEqual([{ address: 'noa@example.org', reason: 'unsubscribed' }])
  })
})

describe('language', () => {
  test('is the browser’s for a stranger, and stays the one that was chosen', async () => {
    const english = await open(`${world.url}/`, { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
    expect(english.html).toContain('<html lang="en">')
    const chosen = await fetch(`${world.url}/?lang=en`)
    expect(chosen.headers.get('set-cookie')).toContain('lang=en')
    const next = await open(`${world.url}/new-link`, { headers: { cookie: 'lang=en' } })
    expect(next.html).toContain('<html lang="en">')
  })

  test('of a stranger who has typed their address takes it along', async () => {
    for (const path of ['/new-link', '/sign-in']) {
      const page = await open(world.url + path, { headers: { 'accept-language': 'fr' } })
      const english = await inLanguage(page, 'en', { email: 'lou@exam' })
      expect([path, english.status]).toEqual([path, 200])
      expect(english.html).toContain('<html lang="en">')
      expect(Object.fromEntries(english.fields)).toMatchObject({ email: 'lou@exam' })
      expect(english.html).not.toContain('role="alert"')
    }
  })

  test('of a referent is kept with them by a press: the next link and the mails follow', async () => {
    const page = await open(await world.linkOf('Lou'))
    const english = await submit(
      page,
      { to: 'en', back: `${new URL(page.url).pathname}/${groupUid('Pau')}` },
      `${page.url}/language`,
    )
    expect(english.url).toContain(`/${groupUid('Pau')}?done=language`)
    expect(textOf(english)).toContain('Our mails will be in English too.')
    const next = await open(await world.linkOf('Lou'), { headers: { cookie: 'lang=fr', 'accept-language': 'fr' } })
    expect(next.html).toContain('<html lang="en">')
    expect(
      await world.db.prepare("SELECT language FROM person WHERE email = 'lou@example.org'").first('language'),
    ).toBe('en')
    const sam = await open(await world.linkOf('Sam'), { headers: { 'accept-language': 'fr' } })
    expect(sam.html).toContain('<html lang="fr">')
  })

  test('of whoever has chosen none is the browser’s, else that of their group, in which their mails are', async () => {
    await world.db.prepare(`UPDATE person SET language = 'en' WHERE email = 'lou@example.org'`).run()
    const languageFor = async (accepted: string) => {
      const { html } = await open(await world.linkOf('Sam'), { headers: { 'accept-language': accepted } })
      return /<html lang="(\w+)"/.exec(html)?.[1]
    }
    expect(await languageFor('de')).toBe('en')
    expect(await languageFor('fr-CA,de')).toBe('fr')
    await world.db.prepare('UPDATE person SET language = NULL').run()
  })

  test('chosen by a robot, or to go somewhere else, changes nothing that is kept', async () => {
    const page = await open(await world.linkOf('Sam'))
    const pressed = await submit(page, { to: 'en', switch: 'x', back: '//example.net' }, `${page.url}/language`)
    expect(new URL(pressed.url).origin).toBe(new URL(world.url).origin)
    expect(pressed.html).toContain('<html lang="en">')
    expect((await open(await world.linkOf('Sam'))).html).toContain('<html lang="fr">')
  })
})
