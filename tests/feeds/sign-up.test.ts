import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { settleFeeds } from '#scripts/feeds/settle.ts'
import { erasePerson } from '#shared/actions/erase-person.ts'
import { forgetSubscribers } from '#shared/actions/sign-up.ts'
import { insertEnquiry } from '#shared/db/enquiries.ts'
import { insertRegistration } from '#shared/db/registrations.ts'
import { openBrowser, overflowOf } from '#tests/support/axe.ts'
import { byHand, inLanguage, mended, open, submit, textOf } from '#tests/support/browser.ts'
import { putOnMap } from '#tests/support/feeds.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ sends: true, vars: { TRUSTED_PROXIES: '1' } })
})
afterAll(() => world.stop())

const names = ['Lou', 'Noa', 'Max', 'Ida', 'Ana', 'Tom']
const token = 'k'.repeat(43)
const acting = () => ({ db: world.db, movement, actor: { kind: 'system' as const }, now: world.now() })
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Rennes: names }, world.now())
  await settleFeeds(acting(), ['key', 'lists/annonces', 'Sympa'], { token, regions: null })
  await settleFeeds(acting(), ['key', 'lists/annonces', 'Breton'], { token: 'b'.repeat(43), regions: ['Bretagne'] })
  for (const name of names) await subscribe(name)
})

const subscribe = (name: string) =>
  world.db
    .prepare(
      "INSERT INTO subscription (person_id, list, since_at) SELECT id, 'annonces', '2026-01-01' FROM person WHERE uid = ?1",
    )
    .bind(personUid(name))
    .run()
let places = 0
const elsewhere = () => ({ 'x-forwarded-for': `192.0.2.1, 2001:db8:${(++places).toString(16)}::1` })
async function write(email: string, headers: Record<string, string> = elsewhere(), given: Record<string, string> = {}) {
  const page = await open(`${world.url}/lists/annonces`)
  const fields = Object.entries({ ...Object.fromEntries(page.fields), email, ...given })
  return open(`${world.url}/lists/annonces`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { ...byHand, ...headers },
  })
}
const messages = async () => (await world.mailbox.messages.list()).reverse()
async function linkOf(email: string): Promise<string> {
  await world.tick()
  const message = (await messages()).findLast(({ to }) => to[0]?.address === email)
  return /https?:\/\/[^\s"]+\/lists\/confirm\/[\w-]{43}/.exec(message?.text ?? '')?.[0] ?? ''
}
const lines = async (key = token) => {
  const response = await fetch(`${world.url}/feeds/lists/annonces.txt?key=${key}`)
  return response.status === 200 ? (await response.text()).split('\n').slice(0, -1) : []
}
const mails = () => world.db.prepare("SELECT count(*) AS n FROM mail WHERE kind = 'list_link'").first<number>('n')
const people = () => world.db.prepare('SELECT count(*) AS n FROM person').first<number>('n')

describe('whoever signs up on a list’s page', () => {
  test('is asked in the language of the page on which they wrote', async () => {
    await write('alix@example.org', { ...elsewhere(), 'accept-language': 'en' })
    await write('kim@example.org')
    await world.tick()
    const told = await messages()
    const to = (address: string) =>
      told.find((message) => message.to[0]?.address === address)?.headers['content-language']
    expect([to('alix@example.org'), to('kim@example.org')]).toEqual(['en', 'fr'])
  })

  test('is on the list once they have pressed the button of their mail, and is no referent', async () => {
    expect(textOf(await write('Alix@Example.org'))).toContain('Regardez vos mails')
    await world.tick()
    expect(await lines()).toHaveLength(6)
    const page = await open(await linkOf('alix@example.org'))
    await open(await linkOf('alix@example.org'))
    expect(await lines()).toHaveLength(6)
    expect(textOf(page)).toContain('Vous n’êtes pas inscrit·e')
    expect(textOf(await submit(page, { do: 'join' }))).toContain('vous êtes inscrit·e')
    expect(await lines()).toContain('alix@example.org')
    expect(await people()).toBe(6)
    // A key of some regions is of groups there
    expect(await lines('b'.repeat(43))).not.toContain('alix@example.org')
  })

  test('changes the language, and finds the address they typed', async () => {
    const page = await open(`${world.url}/lists/annonces`)
    const english = await inLanguage(page, 'en', { email: 'alix@exam' })
    expect([english.status, english.html]).toEqual([200, expect.stringContaining('<html lang="en"')])
    expect(Object.fromEntries(english.fields)).toMatchObject({ email: 'alix@exam' })
    expect(mended(english)).toEqual([])
  })

  test('reads a list’s long name on 320 pixels with letters twice as large, and nothing scrolls sideways', async () => {
    const browser = await openBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
      await page.goto(`${world.url}/lists/annonces`)
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
        const title = document.querySelector('h1')
        if (title) title.textContent = 'Lettre intergénérationnelle'
      })
      expect(await overflowOf(page)).toBe(0)
    } finally {
      await browser.close()
    }
  })

  test('leaves by the same page, is forgotten a month later, and nobody puts them back', async () => {
    await write('alix@example.org')
    await submit(await open(await linkOf('alix@example.org')), { do: 'join' })
    expect(textOf(await submit(await open(await linkOf('alix@example.org')), { do: 'leave' }))).toContain(
      'vous n’êtes plus inscrit·e',
    )
    expect(await lines()).toHaveLength(6)
    const kept = () => world.db.prepare('SELECT count(*) AS n FROM list_subscriber').first('n')
    expect(await kept()).toBe(1)
    const later = new Date(world.now().getTime() + 31 * 86_400_000)
    await forgetSubscribers({ db: world.db, movement, now: later, most: 1, isMetered: false })
    expect(await kept()).toBe(0)
    expect(await mails()).toBe(0)
  })

  test('is off the list when its program says that they left there', async () => {
    await write('alix@example.org')
    await submit(await open(await linkOf('alix@example.org')), { do: 'join' })
    expect(await lines()).toHaveLength(7)
    const response = await fetch(`${world.url}/hooks/lists/annonces?key=${token}`, {
      method: 'POST',
      body: JSON.stringify({ email: 'alix@example.org', event: 'unsubscribe' }),
    })
    expect(response.status).toBe(200)
    expect(await lines()).toHaveLength(6)
  })

  test('and is a referent is on it as by their own page, each address once, and erased whole', async () => {
    await world.db
      .prepare('DELETE FROM subscription WHERE person_id = (SELECT id FROM person WHERE name = ?1)')
      .bind('Lou')
      .run()
    await write(addressOf('Lou'))
    await submit(await open(await linkOf(addressOf('Lou'))), { do: 'join' })
    expect((await lines()).filter((line) => line.startsWith(addressOf('Lou')))).toEqual([`${addressOf('Lou')} Lou`])
    await erasePerson(acting(), personUid('Lou'))
    expect(await world.db.prepare('SELECT count(*) AS n FROM list_subscriber').first('n')).toBe(0)
    expect((await lines()).join()).not.toContain(addressOf('Lou'))
  })
})

describe('the page of a list', () => {
  test('answers the same whatever is known of an address, says what is wrong, and keeps what was typed', async () => {
    const [unknown, known] = [await write('alix@example.org'), await write(addressOf('Noa'))]
    expect(textOf(unknown)).toBe(textOf(known))
    const wrong = await write('alix@')
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('value="alix@"')
    expect(mended(wrong)).toEqual(['email'])
    expect((await write('a@example.org', elsewhere(), { page: 'forged' })).status).toBe(400)
    expect((await open(`${world.url}/lists/entraide`)).status).toBe(404)
    expect((await open(`${world.url}/lists/confirm/${'x'.repeat(43)}`)).status).toBe(404)
  })

  test('lets few mails leave for robots: one a day to an address, ten an hour from a place, twenty that wait', async () => {
    const place = elsewhere()
    for (let n = 0; n < 3; n++) await write('same@example.org')
    expect(await mails()).toBe(1)
    await write('trap@example.org', elsewhere(), { website: 'x' })
    expect(await mails()).toBe(1)
    for (let n = 0; n < 12; n++) await write(`robot${n}@example.org`, place)
    expect(await mails()).toBe(11)
    for (let n = 0; n < 40; n++) await write(`other${n}@example.org`)
    expect(await mails()).toBe(20)
  })
})

test('a mailbox gets three such mails a day, however its address is spelled: from a list, a group and the registrations alike', async () => {
  await putOnMap(world, ['Rennes'])
  await world.tick()
  for (const [n, email] of ['ida.lo@', 'idalo+1@', 'i.dalo+2@', 'idalo+3@', 'idalo+4@', 'other@'].entries()) {
    const given = { email: `${email}example.net`, consent: 'oui', isProven: true, proof: null }
    const enquiry = { ...given, uid: String(n).repeat(32), group: groupUid('Rennes'), name: 'Ida', body: 'Bonjour' }
    const place = { town: 'Rennes', postcode: null, country: null, region: null }
    const group = {
      ...given,
      ...place,
      uid: `${n}a`.repeat(16),
      groupName: `Archipel ${n}`,
      name: 'Ida',
      phone: null,
    }
    await world.db.batch(insertEnquiry(world.db, enquiry, world.now()))
    await world.db.batch(insertRegistration(world.db, { ...group, body: null, language: 'fr' }, world.now()))
    await write(given.email)
  }
  const { results } = await world.db
    .prepare('SELECT kind, count(*) AS n FROM mail WHERE address IS NOT NULL GROUP BY kind ORDER BY kind')
    .all()
  expect(results).toEqual([
    { kind: 'enquiry_confirmation', n: 4 },
    { kind: 'list_link', n: 4 },
    { kind: 'registration_confirmation', n: 4 },
  ])
})
