import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import sample from '#sample/movement.ts'
import { settleFeeds } from '#scripts/feeds/settle.ts'
import { erasePerson } from '#shared/actions/erase-person.ts'
import { syncLists } from '#shared/actions/sync-lists.ts'
import type { ListProgram } from '#shared/domain/list-program.ts'
import type { Movement } from '#shared/movement.ts'
import { inLanguages } from '#shared/text/words.ts'
import { readSheet, textOf } from '#tests/support/browser.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { startBrevo } from '#tests/support/list-programs/brevo.ts'
import { startMailman } from '#tests/support/list-programs/mailman.ts'
import { addressOf, makeGroups, personUid } from '#tests/support/movement.ts'
import { createDashboard } from '#workers/dashboard/index.tsx'
import { openBrevo } from '#workers/feeds/brevo/open-brevo.ts'
import { openMailman } from '#workers/feeds/mailman/open-mailman.ts'

let db: Awaited<ReturnType<typeof openDatabase>>['db']
let mailman: Awaited<ReturnType<typeof startMailman>>
let brevo: Awaited<ReturnType<typeof startBrevo>>
beforeAll(async () => {
  mailman = await startMailman()
  brevo = await startBrevo()
})
afterAll(async () => {
  await mailman.stop()
  await brevo.stop()
})

const people = ['Lou', 'Noa', 'Max', 'Ida', 'Ana', 'Zoé', 'Éva', 'Léa', 'Tom', 'Sam']
let now = new Date('2026-12-01T09:00:00Z')
const keptIn = { mailman: 'mailman:annonces.lists.example.org', brevo: 'brevo:12' }
type Name = keyof typeof keptIn
const movementOf = (name: Name): Movement => ({
  ...sample,
  lists: [{ key: 'annonces', label: inLanguages({ fr: 'Annonces', en: 'News' }), keptIn: keptIn[name] }],
})

beforeEach(async () => {
  now = new Date('2026-12-01T09:00:00Z')
  const opened = await openDatabase()
  db = opened.db
  await makeGroups(db, { Rennes: people }, now)
  for (const name of people) await subscribe(name)
  mailman.members.clear()
  mailman.banned.clear()
  mailman.state.fault = null
  brevo.contacts.clear()
  brevo.state.fault = null
  return () => opened.close()
})

const subscribe = (name: string) =>
  db
    .prepare(
      "INSERT INTO subscription (person_id, list, since_at) SELECT id, 'annonces', ?2 FROM person WHERE uid = ?1",
    )
    .bind(personUid(name), now.toISOString())
    .run()
const unsubscribe = (name: string) =>
  db
    .prepare('DELETE FROM subscription WHERE person_id = (SELECT id FROM person WHERE uid = ?1)')
    .bind(personUid(name))
    .run()
/** As their own save writes it: who has joined again by themselves is no longer gone. */
const joinAgain = async (name: string) => {
  await db
    .prepare('DELETE FROM list_departure WHERE person_id = (SELECT id FROM person WHERE uid = ?1)')
    .bind(personUid(name))
    .run()
  await subscribe(name)
}
const subscribed = async () => {
  const { results } = await db
    .prepare('SELECT name FROM subscription JOIN person ON person.id = person_id ORDER BY name')
    .all<{ name: string }>()
  return results.map(({ name }) => name)
}

const programs: Record<Name, () => ListProgram | null> = {
  mailman: () => openMailman(mailman.url, 'annonces.lists.example.org'),
  brevo: () => openBrevo(brevo.url, 12, async () => undefined),
}
/** An hour later the cron runs. */
async function sync(name: Name, given: { most?: number; program?: ListProgram } = {}) {
  now = new Date(now.getTime() + 7 * 3_600_000)
  const open = () => given.program ?? programs[name]()
  return syncLists({ db, movement: movementOf(name), clock: () => now, open, most: given.most ?? 1000 })
}
const secret = 'a secret of at least thirty-two characters'
const dashboard = createDashboard(fixed)
/** What *Today* says to a coordinator who reads French. */
async function today(): Promise<string> {
  const cookie = await sessionCookie(db, { secret }, now)
  const env = { DB: db, PUBLIC_URL: 'http://localhost', LINK_SECRET: secret, CLOCK: now.toISOString() }
  const request = new Request('http://localhost/dashboard', { headers: { cookie, 'accept-language': 'fr' } })
  return textOf(await readSheet(await dashboard.fetch(request, env)))
}
const command = (name: Name, ...words: string[]) =>
  settleFeeds({ db, movement: movementOf(name), actor: { kind: 'system' }, now }, words, { token: '', regions: null })
const begin = async (name: Name) => {
  await sync(name)
  await command(name, 'list', 'annonces', 'start')
  await sync(name)
}
const addresses = (names: readonly string[]) => names.map(addressOf).sort()
const onMailman = () => [...mailman.members.keys()].sort()
const onBrevo = () => [...brevo.contacts.keys()].filter(brevo.on).sort()
const members: Record<Name, () => string[]> = { mailman: onMailman, brevo: onBrevo }
/** Somebody is put on there, or leaves there, by themselves. */
const joinThere: Record<Name, (address: string) => void> = {
  mailman: (address) => mailman.members.set(address, ''),
  brevo: (email) =>
    brevo.contacts.set(email, { email, emailBlacklisted: false, listIds: [12], listUnsubscribed: null }),
}
const leaveThere: Record<Name, (address: string) => void> = {
  mailman: (address) => mailman.members.delete(address),
  brevo: (address) => {
    const contact = brevo.contacts.get(address)
    if (contact) Object.assign(contact, { listIds: [], listUnsubscribed: [12] })
  },
}

describe.each(['mailman', 'brevo'] as const)('a list in %s', (name) => {
  test('is only read until the team has seen what would change, and is then as it is here', async () => {
    joinThere[name]('stranger@example.net')
    joinThere[name](addressOf('Lou'))
    await sync(name)
    await sync(name)
    expect(members[name]()).toEqual([addressOf('Lou'), 'stranger@example.net'].sort())
    const shown = await command(name, 'list', 'annonces')
    expect(shown).toMatch(/Rien n’a été changé|Nothing was changed/)
    expect(shown).toMatch(/9 (personnes à ajouter|people to add)/)
    expect(shown).toMatch(/1 (autre personne|other person)/)
    await command(name, 'list', 'annonces', 'start')
    await sync(name)
    expect(members[name]()).toEqual([...addresses(people), 'stranger@example.net'].sort())
    const { calls } = { calls: mailman.state.calls + brevo.state.calls }
    await sync(name)
    expect(mailman.state.calls + brevo.state.calls - calls).toBe(1)
    // Of a stranger nothing is kept
    expect(await db.prepare("SELECT count(*) AS n FROM list_entry WHERE address LIKE 'stranger%'").first('n')).toBe(0)
  })

  test('loses who leaves here, and who leaves there is off here, with the reason, and never put back', async () => {
    await begin(name)
    await unsubscribe('Max')
    leaveThere[name](addressOf('Lou'))
    await sync(name)
    expect(members[name]()).toEqual(addresses(people.filter((one) => one !== 'Lou' && one !== 'Max')))
    expect(await subscribed()).not.toContain('Lou')
    const departure = await db.prepare('SELECT reason FROM list_departure').first('reason')
    expect(departure).toMatch(name === 'mailman' ? /left_there/ : /unsubscribed|left_there/)
    // An old sheet puts the row back
    await subscribe('Lou')
    for (const _ of [1, 2]) await sync(name)
    expect(members[name]()).not.toContain(addressOf('Lou'))
    // They themselves
    await unsubscribe('Lou')
    now = new Date(now.getTime() + 1000)
    await joinAgain('Lou')
    await sync(name)
    expect(members[name]()).toContain(addressOf('Lou'))
    expect(await subscribed()).toContain('Lou')
  })

  test('says why it cannot be kept, loses nothing by it, and goes on by itself', async () => {
    await begin(name)
    const program = name === 'mailman' ? mailman : brevo
    await subscribe('Lou').catch(() => undefined)
    await unsubscribe('Sam')
    for (const [status, says] of [
      [500, /Ne répond pas|not answered/],
      [401, /Refuse notre clé|refused our key/],
      [404, /Ne connaît pas|not known/],
      [200, /autrement que prévu|in an unexpected way/],
    ] as const) {
      program.state.fault = () => ({ status, json: { entries: 'none', contacts: 'none' } })
      await sync(name)
      expect(await command(name, 'list', 'annonces'), String(status)).toMatch(says)
      expect(await subscribed()).toHaveLength(9)
    }
    const failing = /La liste «\s?annonces\s?» ne se met plus à jour dans son programme depuis/
    expect(await today()).toMatch(failing)
    program.state.fault = null
    await sync(name)
    expect(await today()).not.toMatch(failing)
    expect(members[name]()).toEqual(addresses(people.filter((one) => one !== 'Sam')))
    expect(await command(name, 'list', 'annonces')).not.toMatch(/depuis le.*(répond|Refuse)/)
  })

  test('is held back when it would lose a fifth at once on either side, and never emptied', async () => {
    await begin(name)
    for (const one of people.slice(0, 4)) leaveThere[name](addressOf(one))
    await sync(name)
    expect(await subscribed()).toHaveLength(10)
    expect(await command(name, 'list', 'annonces')).toMatch(/Retenue|Held back/)
    await command(name, 'accept')
    await sync(name)
    expect(await subscribed()).toHaveLength(6)
    for (const one of people) await unsubscribe(one)
    await sync(name)
    expect(members[name]()).toHaveLength(6)
    await command(name, 'accept')
    await sync(name)
    expect(members[name]()).toHaveLength(6)
  })

  test('goes on where a run had to stop, and one address that is refused stops no other', async () => {
    const program = name === 'mailman' ? mailman : brevo
    program.state.fault = ({ method, body }) =>
      method === 'POST' && decodeURIComponent(body).includes(addressOf('Ana'))
        ? {
            status: 400,
            json: { title: '400 Bad Request', code: 'invalid_parameter', message: 'Invalid email address' },
          }
        : null
    await sync(name)
    await command(name, 'list', 'annonces', 'start')
    for (let run = 0; run < 12; run++) await sync(name, { most: 3 })
    expect(members[name]()).toEqual(addresses(people.filter((one) => one !== 'Ana')))
    expect(await command(name, 'list', 'annonces')).toMatch(/1 (adresse a été refusée|address was refused)/)
  })

  test('keeps nothing of whoever is erased, once they are off it there', async () => {
    await begin(name)
    await erasePerson({ db, movement: movementOf(name), actor: { kind: 'system' }, now }, personUid('Noa'))
    await sync(name)
    await sync(name)
    expect(members[name]()).not.toContain(addressOf('Noa'))
    const left = await db.prepare('SELECT count(*) AS n FROM list_entry WHERE address = ?1').bind(addressOf('Noa'))
    expect(await left.first('n')).toBe(0)
  })
})

test('whom a page of Mailman left out, since it moved while it was read, is looked for before anything is believed', async () => {
  await begin('mailman')
  const program = programs.mailman() as ListProgram
  await sync('mailman', {
    program: {
      ...program,
      readPage: async (page) => {
        const read = await program.readPage(page)
        return 'members' in read ? { ...read, members: read.members.slice(1) } : read
      },
    },
  })
  expect(await subscribed()).toHaveLength(10)
  expect(await db.prepare('SELECT count(*) AS n FROM list_departure').first('n')).toBe(0)
})

test('whom Mailman bans, or who wants no mail of the whole Brevo account, is off the list here', async () => {
  mailman.banned.add(addressOf('Ida'))
  await begin('mailman')
  expect(await subscribed()).not.toContain('Ida')
  joinThere.brevo(addressOf('Tom'))
  Object.assign(brevo.contacts.get(addressOf('Tom')) ?? {}, { emailBlacklisted: true })
  await begin('brevo')
  expect(await subscribed()).not.toContain('Tom')
  expect(onBrevo()).toContain(addressOf('Lou'))
})

test('Brevo asks to be left alone: the list waits as long as it asks, and nobody is lost', async () => {
  await sync('brevo')
  await command('brevo', 'list', 'annonces', 'start')
  let calls = 0
  brevo.state.fault = () =>
    ++calls > 5 ? { status: 429, json: { code: 'too_many' }, headers: { 'x-sib-ratelimit-reset': '90' } } : null
  await sync('brevo')
  brevo.state.fault = null
  const due = await db.prepare('SELECT due_at FROM list_sync').first<string>('due_at')
  expect(new Date(due ?? '').getTime() - now.getTime()).toBe(90_000)
  await sync('brevo')
  expect(onBrevo()).toEqual(addresses(people))
})
