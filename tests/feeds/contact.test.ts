import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { byHand, inLanguage, mended, open, submit, textOf } from '#tests/support/browser.ts'
import { putOnMap } from '#tests/support/feeds.ts'
import { addressOf, groupUid, makeGroups } from '#tests/support/movement.ts'
import { suppress } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ sends: true, vars: { TRUSTED_PROXIES: '1' } })
})
afterAll(() => world.stop())

const towns = Array.from({ length: 30 }, (_, index) => `Ville ${index}`)
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Rennes: ['Lou', 'Noa'], Vide: [] }, world.now())
  await putOnMap(world, ['Rennes', 'Vide'])
  await world.tick()
})

const path = `/find/${groupUid('Rennes')}/contact`
const words = { name: 'Alix Roux', email: 'alix@example.org', body: 'Bonjour, comment venir ?', consent: 'yes' }
let places = 0
/** From somewhere else each time, as the proxy says. */
const elsewhere = () => ({ 'x-forwarded-for': `192.0.2.1, 2001:db8:${(++places).toString(16)}::1` })
async function write(given: Record<string, string> = {}, at = path, headers: Record<string, string> = elsewhere()) {
  const page = await open(world.url + at)
  const fields = Object.entries({ ...Object.fromEntries(page.fields), ...words, ...given })
  return open(world.url + at, { method: 'POST', body: new URLSearchParams(fields), headers: { ...byHand, ...headers } })
}
const waiting = () =>
  world.db.prepare(`SELECT count(*) AS mails FROM mail WHERE kind = 'enquiry_confirmation'`).first('mails')
const messages = async () => (await world.mailbox.messages.list()).reverse()
const linkIn = (text: string, of: string) => new RegExp(`https?://[^\\s"]+/find/${of}/[\\w-]{43}`).exec(text)?.[0] ?? ''

describe('a visitor’s words', () => {
  test('reach the referents once the visitor has confirmed, and an answer goes to the visitor', async () => {
    expect(textOf(await open(`${world.url}/find/${groupUid('Rennes')}`))).toContain('Écrire à ce groupe')
    expect(textOf(await write())).toContain('Regardez vos mails')
    await world.tick()
    const [confirmation, ...others] = await messages()
    expect(others).toEqual([])
    expect(confirmation?.to).toMatchObject([{ address: 'alix@example.org' }])
    // A robot's words are carried to nobody
    expect(confirmation?.text).not.toContain('comment venir')
    const confirm = linkIn(confirmation?.text ?? '', 'confirm')
    const page = await open(confirm)
    // What they are asked to confirm
    expect(textOf(page)).toContain('Votre message Bonjour, comment venir ? Oui, c’est moi')
    await world.tick()
    expect(await messages()).toHaveLength(1)
    expect(textOf(await submit(page, {}))).toContain('Merci, votre message est parti')
    expect(textOf(await submit(page, {}))).toContain('Merci, votre message est parti')
    await world.tick()
    const told = (await messages()).slice(1)
    expect(told.map(({ to }) => to[0]?.address).sort()).toEqual([addressOf('Lou'), addressOf('Noa')])
    expect(told[0]?.text).toContain('comment venir')
    expect(told[0]?.headers['reply-to']).toContain('alix@example.org')
    const answered = await open(linkIn(told[0]?.text ?? '', 'answered'))
    expect(textOf(await submit(answered, {}))).toContain('Merci, c’est noté')
    expect(await world.db.prepare('SELECT enquiries, answered FROM enquiry_rollup').all()).toMatchObject({
      results: [{ enquiries: 1, answered: 1 }],
    })
  })

  test('are asked about in the language of the page on which they were written', async () => {
    await write({}, path, { ...elsewhere(), 'accept-language': 'en-GB' })
    await world.tick()
    const [confirmation] = await messages()
    expect([confirmation?.headers['content-language'], confirmation?.text]).toEqual([
      'en',
      expect.stringContaining('Hello'),
    ])
  })

  test('stay when something is wrong with them', async () => {
    const again = await write({ email: 'alix', consent: '' })
    expect(again.status).toBe(422)
    expect(textOf(again)).toMatch(/Votre adresse mail\s: écrivez une seule adresse.*Cochez la case/)
    expect(again.html).toContain('comment venir')
    expect(mended(again)).toEqual(['email', 'consent'])
    const empty = await write({ name: ' ', body: 'x'.repeat(4001) })
    expect(textOf(empty)).toMatch(/Votre nom\s: à remplir Votre message\s: trop long/)
    // A browser would cut what is pasted, without a word
    expect(empty.html).not.toMatch(/<textarea[^>]*maxlength/)
    expect(mended(empty)).toEqual(['name', 'body'])
    expect(await waiting()).toBe(0)
  })

  test('stay, half written, in another language', async () => {
    const half = { ...words, name: '' }
    const english = await inLanguage(await open(world.url + path), 'en', half)
    expect([english.status, textOf(english)]).toEqual([200, expect.stringContaining('Your message')])
    expect(textOf(english)).not.toContain('To correct')
    expect(Object.fromEntries(english.fields)).toMatchObject(half)
    const french = await inLanguage(english, 'fr', { body: 'Bonjour' })
    expect(Object.fromEntries(french.fields)).toMatchObject({ ...half, body: 'Bonjour' })
    expect(textOf(await submit(french, { name: 'Alix' }, french.url))).toContain('Regardez vos mails')
    expect(await waiting()).toBe(1)
  })

  test('begin no line of ours in the mail, and their name leads nowhere', async () => {
    expect((await write({ name: 'Urgent : https://elsewhere.example.org' })).status).toBe(422)
    const body =
      'Bonjour.\r\n\r\nNous avons répondu\r\nhttps://elsewhere.example.org/find\r\n-- \r\nSigné : l’équipe\u202e\0'
    expect((await write({ name: 'Alix\r\nRoux', body })).status).toBe(200)
    await world.tick()
    await submit(await open(linkIn((await messages())[0]?.text ?? '', 'confirm')), {})
    await world.tick()
    const told = (await messages())[1]?.text ?? ''
    expect(told).toContain('Alix Roux, ')
    expect(told).toContain('\n  Signé : l’équipe\n')
    expect(told.match(/^Nous avons répondu$/gm)).toHaveLength(1)
    expect(told.match(/^-- $/gm)).toHaveLength(1)
    expect(told).not.toMatch(/\u202e|\0|elsewhere\.example/)
  })

  test('can be sent where somebody reads them only', async () => {
    expect((await open(`${world.url}/find/${groupUid('Vide')}/contact`)).status).toBe(404)
    for (const name of ['Lou', 'Noa']) await suppress(world.db, addressOf(name), 'hard_bounce', world.now())
    expect((await open(world.url + path)).status).toBe(404)
    expect(textOf(await open(`${world.url}/find/${groupUid('Rennes')}`))).not.toContain('Écrire à ce groupe')
  })

  test('are kept for sixty days', async () => {
    await write()
    await world.db.prepare(`UPDATE enquiry SET asked_at = '2026-10-01T00:00:00.000Z'`).run()
    await world.tick()
    expect(await world.db.prepare('SELECT count(*) AS kept FROM enquiry').first('kept')).toBe(0)
  })
})

describe('robots', () => {
  test('that post a thousand times have twenty confirmations leave at most, and no enquiry arrives', async () => {
    const { html } = await open(world.url + path)
    const page = /name="page" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const post = (index: number, given: Record<string, string> = {}) =>
      fetch(world.url + path, {
        method: 'POST',
        headers: elsewhere(),
        body: new URLSearchParams({ ...words, page, email: `robot${index}@example.org`, ...given }),
      })
    for (let index = 0; index < 1000; index += 50)
      await Promise.all(Array.from({ length: 50 }, (_, nth) => post(index + nth).then((response) => response.text())))
    expect(Number(await waiting())).toBeLessThanOrEqual(20)
    await world.tick()
    expect((await messages()).every(({ text }) => text?.includes('/find/confirm/'))).toBe(true)
    expect((await post(2000)).status).toBe(429)
    // Whose browser works for it comes through
    let proof = 0
    while (createHash('sha256').update(`${page}:${proof}`).digest('hex').slice(0, 4) !== '0000') proof++
    expect((await post(2001, { proof: String(proof) })).status).toBe(200)
    // What it has worked for is one message, also when many come at once
    const again = await Promise.all([2002, 2003, 2004].map((index) => post(index, { proof: String(proof) })))
    expect(again.map(({ status }) => status)).toEqual([429, 429, 429])
    expect(await world.db.prepare('SELECT count(*) AS n FROM enquiry WHERE is_proven').first('n')).toBe(1)
  })

  test('that write from all the addresses of one connection are one place, which writes ten times an hour', async () => {
    const from = (index: number) => ({
      'x-forwarded-for': `198.51.100.${index}, 2001:db8:0:7:${index.toString(16)}::1`,
    })
    for (let index = 0; index < 10; index++)
      expect((await write({ email: `robot${index}@example.org` }, path, from(index))).status).toBe(200)
    expect((await write({ email: 'robot@example.org' }, path, from(99))).status).toBe(429)
  })

  test('that fill in what nobody sees, come from no page of ours, or write twice in a day to one address, get nowhere', async () => {
    expect(textOf(await write({ website: 'https://spam.example.org' }))).toContain('Regardez vos mails')
    expect(await waiting()).toBe(0)
    const without = await fetch(world.url + path, {
      method: 'POST',
      body: new URLSearchParams({ ...words, page: 'x' }),
    })
    expect(without.status).toBe(400)
    await write()
    await write({ body: 'encore' })
    expect(await waiting()).toBe(1)
  })

  test('do not keep out a hundred who mean it', async () => {
    await makeGroups(world.db, Object.fromEntries(towns.map((town) => [town, [`Ref ${town}`]])), world.now())
    await putOnMap(world, towns)
    await world.tick()
    for (let index = 0; index < 100; index++) {
      const sent = await write(
        { email: `alix${index}@example.org` },
        `/find/${groupUid(towns[index % 30] ?? '')}/contact`,
      )
      expect(sent.status, String(index)).toBe(200)
      if (index % 15 !== 14 && index !== 99) continue
      await world.tick()
      await world.tick()
      for (const { text } of await messages()) {
        const link = linkIn(text ?? '', 'confirm')
        if (link) await submit(await open(link), {})
      }
      world.mailbox.messages.clear()
    }
    expect(await world.db.prepare('SELECT sum(enquiries) AS arrived FROM enquiry_rollup').first('arrived')).toBe(100)
  })
})
