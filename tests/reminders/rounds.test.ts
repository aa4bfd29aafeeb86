import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { cancelMailsAbout, insertNewLink, insertSignIn } from '#shared/db/outbox.ts'
import { updateLanguage } from '#shared/db/people.ts'
import { insertCheck } from '#tests/support/checks.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { answer, readOutbox, readStates, suppress } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
/** The instant of whatever happens next. */
let now: Date
beforeAll(async () => {
  world = await startWorld({ sends: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  now = at('2026-12-01', '10:00')
  await world.clear()
})

const round = '2026-12'
const towns = { Pau: ['Lou', 'Sam'], Bayonne: ['Lou'], Nantes: ['Noa'] }
const at = (day: string, time: string) => new Date(`${day}T${time}:00+01:00`)
const begin = () => makeGroups(world.db, towns, at('2026-11-01', '10:00'))
const messages = async (name: string) => (await world.mailbox.messages.list(addressOf(name))).reverse()
const deliveries = () => Object.fromEntries(world.mailbox.messages.deliveries)

describe('on the round’s day', () => {
  test('every referent gets exactly one mail, and the next ticks send nothing', async () => {
    now = at('2026-11-30', '10:00')
    await begin()
    await world.tick(now)
    expect(deliveries()).toEqual({})
    now = at('2026-12-01', '09:00')
    await world.tick(now)
    await world.tick(now)
    const once = { [addressOf('Lou')]: 1, [addressOf('Sam')]: 1, [addressOf('Noa')]: 1 }
    expect(deliveries()).toEqual(once)
    expect(await readStates(world.db)).toEqual(['Lou: invitation sent', 'Noa: invitation sent', 'Sam: invitation sent'])
  })

  test('whoever unsubscribed from the month’s mails gets the link that they ask for, and nothing else', async () => {
    await begin()
    await suppress(world.db, addressOf('Noa'), 'unsubscribed', at('2026-11-20', '10:00'))
    await makeStep(world.db, round, 'invitation', now)
    await insertNewLink(world.db, { address: addressOf('Noa') }, now).run()
    await world.tick(now)
    expect((await readStates(world.db)).filter((line) => line.startsWith('Noa'))).toEqual([
      'Noa: invitation suppressed (unsubscribed)',
      'Noa: new_link sent',
    ])
    expect((await messages('Noa')).map(({ subject }) => subject)).toEqual([expect.stringContaining('lien')])
  })

  test('the mail’s link opens the form, for its reader', async () => {
    await begin()
    await makeStep(world.db, round, 'invitation', now)
    await world.tick(now)
    const [message] = await messages('Noa')
    const [link] = /http\S+\/u\/[\w-]{43}$/m.exec(message?.text ?? '') ?? expect.fail('no link')
    expect(link.startsWith(world.url)).toBe(true)
    const page = await fetch(link)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Archipel Nantes')
  })

  test('the mail names every group that the person is owed, in their language', async () => {
    await begin()
    await updateLanguage(world.db, personUid('Lou'), 'en').run()
    await makeStep(world.db, round, 'invitation', now)
    await world.tick(now)
    const [message] = await messages('Lou')
    expect(message?.subject).toBe('Archipel Bayonne and Archipel Pau: is everything still right?')
    expect(message?.html).toContain('<html lang="en"')
  })

  test('two ticks at once, and then eight, write to nobody twice', async () => {
    const many = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`Ville ${n}`, [`Personne ${n}`]]))
    await makeGroups(world.db, many, now)
    await makeStep(world.db, round, 'invitation', now)
    await Promise.all([world.tick(now), world.tick(now)])
    await Promise.all(Array.from({ length: 8 }, () => world.tick(now)))
    expect(Object.keys(deliveries())).toHaveLength(90)
    expect(Object.values(deliveries()).every((count) => count === 1)).toBe(true)
  })
})

describe('once a group has answered', () => {
  test('none of its referents is reminded, and a person of two groups is asked about the other one only', async () => {
    await begin()
    await makeStep(world.db, round, 'invitation', now)
    await world.tick(now)
    await answer(world.db, { round, town: 'Pau', by: 'Sam' }, now)
    now = at('2026-12-08', '09:00')
    await world.tick(now)
    await world.tick(now)
    const reminded = (await readStates(world.db)).filter((line) => line.includes('reminder'))
    expect(reminded).toEqual(['Lou: reminder sent', 'Noa: reminder sent'])
    const [, reminder] = await messages('Lou')
    expect(reminder?.subject).toBe('Archipel Bayonne\u00a0: rappel, une minute suffit')
    expect(reminder?.text).not.toContain('Archipel Pau')
  })

  test('a group that came after the opening is not reminded of a mail that it never got: it gets the invitation', async () => {
    await begin()
    await makeStep(world.db, round, 'invitation', now)
    await world.tick(now)
    await makeGroups(world.db, { Quimper: ['Awa'] }, at('2026-12-07', '10:00'))
    now = at('2026-12-08', '09:00')
    await world.tick(now)
    const [first] = await messages('Awa')
    expect(first?.subject).not.toContain('rappel')
    expect(await readStates(world.db)).toEqual(expect.arrayContaining(['Awa: invitation sent', 'Lou: reminder sent']))
    now = at('2026-12-15', '09:00')
    await world.tick(now)
    expect(await readStates(world.db)).toContain('Awa: last_call sent')
  })

  test('what was still waiting about it does not leave', async () => {
    await begin()
    await makeStep(world.db, round, 'invitation', now)
    await world.db.batch([
      cancelMailsAbout(world.db, { round, groups: [groupUid('Pau')], writesTo: movement.writesTo }, now),
    ])
    await answer(world.db, { round, town: 'Pau', by: 'Sam' }, now)
    await world.tick(now)
    expect(deliveries()).toEqual({ [addressOf('Lou')]: 1, [addressOf('Noa')]: 1 })
    expect((await messages('Lou'))[0]?.text).not.toContain('Archipel Pau')
  })

  test('even when nobody took the waiting mail back', async () => {
    await begin()
    await makeStep(world.db, round, 'invitation', now)
    await answer(world.db, { round, town: 'Nantes', by: 'Noa' }, now)
    await world.tick(now)
    expect(await messages('Noa')).toEqual([])
    expect(await readStates(world.db)).toContain('Noa: invitation cancelled (nothing_owed)')
  })
})

describe('when the machine was off', () => {
  test('a missed Tuesday is caught up once, by day, and its reminder comes a week later', async () => {
    now = at('2026-11-20', '10:00')
    await begin()
    await world.tick(now)
    now = at('2026-12-03', '02:00')
    await world.tick(now)
    expect(deliveries()).toEqual({})
    now = at('2026-12-03', '08:00')
    await Promise.all([world.tick(now), world.tick(now)])
    expect(Object.values(deliveries())).toEqual([1, 1, 1])
    now = at('2026-12-09', '20:00')
    await world.tick(now)
    expect(Object.values(deliveries())).toEqual([1, 1, 1])
    now = at('2026-12-10', '09:00')
    await world.tick(now)
    expect(Object.values(deliveries())).toEqual([2, 2, 2])
  })

  test('a step that was overtaken is left out', async () => {
    await begin()
    await makeStep(world.db, round, 'invitation', now)
    await world.tick(now)
    now = at('2026-12-16', '10:00')
    await world.tick(now)
    const subjects = (await messages('Noa')).map(({ subject }) => subject)
    expect(subjects).toEqual([
      'Archipel Nantes\u00a0: tout est-il toujours juste\u00a0?',
      'Archipel Nantes\u00a0: dernier rappel, êtes-vous là\u00a0?',
    ])
  })

  test('a round that was due before the first start is not opened', async () => {
    now = at('2026-12-01', '09:30')
    await begin()
    await world.tick(now)
    await world.tick(now)
    expect(await readOutbox(world.db)).toEqual([])
  })
})

describe('at night', () => {
  test('the round’s mails wait, and links that people asked for leave at once', async () => {
    await begin()
    await makeStep(world.db, round, 'invitation', now)
    now = at('2026-12-01', '23:00')
    await insertNewLink(world.db, { address: addressOf('Noa') }, now).run()
    await insertSignIn(
      world.db,
      { address: 'camille@archipel.example.org', isCoordinator: true, isKnown: false, browserHash: 'b' },
      now,
    ).run()
    await world.tick(now)
    expect(deliveries()).toEqual({ [addressOf('Noa')]: 1, 'camille@archipel.example.org': 1 })
    expect((await messages('Noa'))[0]?.subject).toBe('Votre lien pour Archipel Nantes')
    const [signIn] = await world.mailbox.messages.list('camille')
    expect(signIn?.to).toEqual([{ name: 'Camille', address: 'camille@archipel.example.org' }])
    expect(signIn?.text).toMatch(/\/desk\/sign-in\/[\w-]{43}$/m)
  })
})

describe('an address that may not be written to', () => {
  test('gets nothing, also when it was shut after the mail was put in the outbox', async () => {
    await begin()
    await makeStep(world.db, round, 'invitation', now)
    await suppress(world.db, addressOf('Noa'), 'complaint', now)
    await world.tick(now)
    expect(await messages('Noa')).toEqual([])
    expect(await readStates(world.db)).toContain('Noa: invitation suppressed (complaint)')
  })
})

test('at the end of the round, coordinators learn which groups stayed silent, and since when', async () => {
  now = at('2026-11-03', '09:00')
  await begin()
  await makeStep(world.db, '2026-11', 'invitation', now)
  await answer(world.db, { round: '2026-11', town: 'Pau', by: 'Lou' }, now)
  now = at('2026-12-01', '09:00')
  await makeStep(world.db, round, 'invitation', now)
  await answer(world.db, { round, town: 'Bayonne', by: 'Lou' }, now)
  now = at('2026-12-22', '09:00')
  await world.tick(now)
  const [message] = await world.mailbox.messages.list('camille')
  expect(message?.subject).toBe('2 groupes n’ont pas répondu en décembre')
  expect(message?.text).toContain('1 groupe sur 3 a répondu.')
  expect(message?.text).toContain('- Archipel Nantes, 2 mises à jour de suite\n- Archipel Pau, cette fois-ci\n')
})

test('an error of ours in one mail ends that mail, and the others leave', async () => {
  await begin()
  await insertCheck(world.db, { groups: [groupUid('Nantes')], section: 'identity', at: 'yesterday' }).run()
  await makeStep(world.db, round, 'invitation', now)
  await world.tick(now)
  expect(await readStates(world.db)).toEqual([
    'Lou: invitation sent',
    'Noa: invitation failed (fault)',
    'Sam: invitation sent',
  ])
})
