import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { upsertPlaces } from '#shared/db/places.ts'
import { movementOf } from '#shared/movement.ts'
import { byHand, inLanguage, mended, open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { addressOf, makeGroups, personUid } from '#tests/support/movement.ts'
import { register, registerConfirmed } from '#tests/support/registrations.ts'
import { startWorld, type World } from '#tests/support/world.ts'
import { feedsOf } from '#workers/feeds/index.tsx'

let world: World
const fixed = {
  ...sample,
  coordinators: [
    ...(sample.coordinators ?? []),
    { name: 'Sacha', email: 'sacha@archipel.example.org', regions: ['Bretagne'] },
  ],
}
beforeAll(async () => {
  world = await startWorld({ sends: true, fixed, vars: { TRUSTED_PROXIES: '1' } })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Rennes: ['Lou'] }, world.now())
  const rennes = { name: 'Rennes', department: '35', region: 'Bretagne', latitude: 48.1, longitude: -1.7 }
  await world.db.batch(upsertPlaces(world.db, 'FR', [rennes]))
})

const words = {
  groupName: 'Rennes nord',
  town: 'Rennes',
  postcode: '35000',
  name: 'Alix Roux',
  email: 'Alix@example.org',
  phone: '06 12 34 56 78',
  body: 'Nous sommes douze.',
  consent: 'yes',
}
let places = 0
async function send(given: Record<string, string> = {}, place = `2001:db8:${(++places).toString(16)}::1`) {
  const page = await open(`${world.url}/join?lang=fr`)
  const fields = Object.entries({ ...Object.fromEntries(page.fields), ...words, ...given })
  const headers = { ...byHand, 'x-forwarded-for': `192.0.2.1, ${place}` }
  return open(`${world.url}/join?lang=fr`, { method: 'POST', body: new URLSearchParams(fields), headers })
}
const kept = async () => Number(await world.db.prepare('SELECT count(*) AS kept FROM registration').first('kept'))
const messages = (to?: string) => world.mailbox.messages.list(to)
const confirmIn = (text = '') => /https?:\/\/[^\s"]+\/join\/confirm\/[\w-]{43}/.exec(text)?.[0] ?? ''
const listed = async (session: string, query = '') => textOf(await look(world, session, `/desk/registrations${query}`))

describe('a new group', () => {
  test('changes the language half way, and finds what it typed', async () => {
    const half = { ...words, phone: '06', name: '' }
    const english = await inLanguage(await open(`${world.url}/join?lang=fr`), 'en', half)
    expect([english.status, english.html]).toEqual([200, expect.stringContaining('<html lang="en"')])
    expect(Object.fromEntries(english.fields)).toMatchObject(half)
    expect(mended(english)).toEqual([])
    expect(await kept()).toBe(0)
  })

  test('registers itself, is confirmed by mail, accepted after a look at its doubles, and its first referent is told', async () => {
    expect(textOf(await send())).toContain('Regardez vos mails')
    await world.tick()
    const [asked, ...others] = await messages()
    expect([asked?.to[0]?.address, others]).toEqual(['alix@example.org', []])
    // A robot's words are carried to nobody
    expect(asked?.text).not.toMatch(/Rennes|douze/)
    const session = await signIn(world)
    const page = await open(confirmIn(asked?.text))
    expect(await listed(session)).toContain('Aucun groupe n’attend')
    expect(textOf(await submit(page, {}))).toContain('l’équipe a votre demande')
    expect(textOf(await submit(page, {}))).toContain('l’équipe a votre demande')
    expect(textOf(await look(world, session, '/dashboard'))).toContain('1 groupe s’inscrit et attend votre réponse')
    expect(await listed(session)).toMatch(/Rennes nord 35000 Rennes, Bretagne Alix Roux.*Archipel Rennes \(Rennes\)/)
    const [uid = ''] = /[0-9a-f]{32}/.exec((await look(world, session, '/desk/registrations')).html) ?? []
    const form = await look(world, session, `/desk/registrations/${uid}`)
    expect(textOf(form)).toContain('Archipel Rennes (Rennes)')
    expect(Object.fromEntries(form.fields.map(([name, value]) => [name.split('.').at(-1), value]))).toMatchObject({
      name: 'Rennes nord',
      town: 'Rennes',
      postcode: '35000',
    })
    expect((await act(world, session, `/registrations/${uid}`, {})).status).toBe(409)
    const accepted = await act(world, session, `/registrations/${uid}`, { other: 'oui' })
    const said = await look(world, session, accepted.to ?? '')
    const [group = ''] = /\/desk\/groups\/[\w-]+(?=">Voir ce groupe)/.exec(said.html) ?? []
    expect(textOf(await look(world, session, group))).toContain('Rennes nord')
    const made = await world.db
      .prepare(
        `SELECT g.name, g.region, person.email, person.phone
         FROM local_group g JOIN referent ON referent.group_id = g.id JOIN person ON person.id = referent.person_id
         WHERE g.name = 'Rennes nord'`,
      )
      .all()
    expect(made.results).toEqual([
      { name: 'Rennes nord', region: 'Bretagne', email: 'alix@example.org', phone: '+33612345678' },
    ])
    // Where others register is said, to be passed on
    expect((await look(world, session, '/desk/registrations')).html).toMatch(/href="http[^"]*\/join"/)
    await world.tick(new Date(world.now().getTime() + 15 * 60_000))
    const first = (await messages('alix@example.org')).find(({ subject }) => subject.includes('Rennes nord'))
    expect(first?.subject).toBe('Camille vous ajoute aux personnes référentes de Rennes nord')
    expect(first?.text).toContain('Vous êtes désormais une des personnes à contacter')
    const [record = ''] = /http\S+\/u\/\S+/.exec(first?.text ?? '') ?? []
    expect(textOf(await open(record))).toContain('Rennes nord')
    expect(await listed(session, '?done')).toMatch(/Accepté par Camille.*Rennes nord/)
    expect(textOf(await look(world, session, '/desk/log'))).toContain('a accepté un groupe qui s’inscrivait')
  })

  test('whose first referent we know already keeps them one person', async () => {
    const uid = await registerConfirmed(world, { message: 'a', town: 'Brest' })
    await world.db.prepare('UPDATE registration SET email = ?1').bind(addressOf('Lou')).run()
    await act(world, await signIn(world), `/registrations/${uid}`, { town_meant: 'Brest' })
    const groups = await world.db
      .prepare(
        `SELECT g.name FROM referent JOIN local_group g ON g.id = referent.group_id JOIN person ON person.id = person_id WHERE person.uid = ?1 ORDER BY g.name`,
      )
      .bind(personUid('Lou'))
      .all()
    expect(groups.results).toEqual([{ name: 'Archipel Brest sud' }, { name: 'Archipel Rennes' }])
  })

  test('is answered why not by a mail of the team, to which a reply goes to the team', async () => {
    const uid = await registerConfirmed(world, { message: 'a', town: 'Pau' })
    const session = await signIn(world)
    const refuse = (text: string) =>
      act(world, session, '/registrations', { do: 'refuse', registration: uid, [`answer.${uid}`]: text })
    const empty = await refuse(' ')
    expect([empty.status, textOf(empty.page)]).toEqual([422, expect.stringContaining('Votre réponse')])
    expect((await refuse('Il y a déjà un groupe à Pau.\nÉcrivez-lui.')).to).toBe('/desk/registrations?said=refused')
    await world.tick()
    const [message] = await messages('alix-a@example.org')
    expect(message?.text).toContain('Il y a déjà un groupe à Pau.\nÉcrivez-lui.')
    expect(message?.headers['reply-to']).toContain(String(sample.sender?.replyTo))
    expect(await listed(session, '?done')).toContain('Camille a répondu')
  })

  test('is answered once, however many of the team do at once', async () => {
    const uid = await registerConfirmed(world, { message: 'a', town: 'Pau' })
    const session = await signIn(world)
    const given = { do: 'refuse', registration: uid, [`answer.${uid}`]: 'Non.' }
    const answers = await Promise.all([
      act(world, session, `/registrations/${uid}`, { town_meant: 'Pau' }),
      act(world, session, '/registrations', given),
      act(world, session, '/registrations', given),
    ])
    expect(answers.filter(({ to }) => /said=(accepted|refused)/.test(to ?? ''))).toHaveLength(1)
    expect(answers.filter(({ to }) => to?.includes('said=gone'))).toHaveLength(2)
    const groups = Number(
      await world.db.prepare(`SELECT count(*) AS n FROM local_group WHERE name LIKE '%sud'`).first('n'),
    )
    const mails = Number(
      await world.db.prepare(`SELECT count(*) AS n FROM mail WHERE kind = 'registration_answer'`).first('n'),
    )
    expect(groups + mails).toBe(1)
  })

  test('is seen by the coordinators of its region, and by those of all where its town is not known', async () => {
    await registerConfirmed(world, { message: 'a', town: 'Brest', region: 'Bretagne' })
    await registerConfirmed(world, { message: 'b', town: 'Lille', region: 'Hauts-de-France' })
    await registerConfirmed(world, { message: 'c', town: 'Nulleville' })
    const own = await listed(await signIn(world, 'sacha@archipel.example.org'))
    expect(own).toContain('Brest sud')
    expect(own).not.toMatch(/Lille|Nulleville/)
    expect(await listed(await signIn(world))).toMatch(/Brest sud.*Lille sud.*Nulleville sud/)
  })

  test('stands on a page under 100 kB, however many register and however much they say, and the next ones follow', async () => {
    for (const message of 'abcdefghij') await registerConfirmed(world, { message, town: 'Pau', region: null })
    await world.db.prepare(`UPDATE registration SET body = ?1`).bind('é'.repeat(4000)).run()
    const seen = new Set<string>()
    for (let path = '/desk/registrations'; path !== ''; ) {
      const { html } = await look(world, await signIn(world), path)
      expect(Buffer.byteLength(html)).toBeLessThan(100_000)
      for (const [, id = ''] of html.matchAll(/id="registration-(\w+)"/g)) seen.add(id)
      path = (/href="(\/desk\/registrations\?[^"]*from=\d+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
    }
    expect(seen.size).toBe(10)
  })

  test('is forgotten sixty days after its answer, unconfirmed after a week, when the team or the person erases it', async () => {
    const uid = await registerConfirmed(world, { message: 'a', town: 'Pau' })
    await register(world, { message: 'b', town: 'Dax' })
    const session = await signIn(world)
    await act(world, session, '/registrations', { do: 'erase', registration: uid })
    expect(await kept()).toBe(1)
    await world.db.prepare(`UPDATE registration SET asked_at = '2026-10-01T00:00:00.000Z'`).run()
    await world.tick()
    expect(await kept()).toBe(0)
    const answered = await registerConfirmed(world, { message: 'c', town: 'Foix' })
    await act(world, session, '/registrations', {
      do: 'refuse',
      registration: answered,
      [`answer.${answered}`]: 'Non.',
    })
    await world.db.prepare(`UPDATE registration SET confirmed_at = '2026-01-01T00:00:00.000Z'`).run()
    await world.tick()
    expect(await kept()).toBe(1)
    await world.tick(new Date(world.now().getTime() + 61 * 86_400_000))
    expect(await kept()).toBe(0)
    expect(await world.db.prepare(`SELECT count(*) AS n FROM mail WHERE kind LIKE 'registration_%'`).first('n')).toBe(0)
  })

  test('that is typed wrong comes back with what was typed', async () => {
    const again = await send({ town: '', email: 'alix', consent: '' })
    expect(again.status).toBe(422)
    expect(textOf(again)).toMatch(/Ville.*Adresse mail.*Cochez la case/)
    expect(mended(again)).toEqual(['town', 'email', 'consent'])
    expect(again.html).toContain('Nous sommes douze.')
    expect(await kept()).toBe(0)
  })
})

describe('robots', () => {
  test('write once a day to one address, ten times an hour from one place, and fill in what nobody sees for nothing', async () => {
    await send({ website: 'https://spam.example.org' })
    expect(await kept()).toBe(0)
    await send()
    await send({ groupName: 'Rennes sud' })
    expect(await kept()).toBe(1)
    const place = '2001:db8:aaaa::1'
    for (let index = 0; index < 9; index++) await send({ email: `robot${index}@example.org` }, place)
    const last = [await send({ email: 'x@example.org' }, place), await send({ email: 'y@example.org' }, place)]
    expect(last.at(-1)?.status).toBe(429)
    expect(await kept()).toBeLessThanOrEqual(10)
  })
})

test('a group registers itself only where the movement opens the page', () => {
  const pathsOf = (join: 'off' | 'public') =>
    feedsOf(movementOf({ ...sample, feeds: { ...sample.feeds, join } })).routes.map(({ path }) => path)
  expect(pathsOf('public')).toContain('/join')
  expect(pathsOf('off').filter((path) => path.startsWith('/join'))).toEqual([])
})
