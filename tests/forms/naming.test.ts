import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { settleWaiting } from '#scripts/waiting/main.ts'
import { insertNewLink } from '#shared/db/outbox.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import { open, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { readOutbox } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
const noon = new Date('2026-12-01T12:00:00+01:00')
const minutesOn = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const day = 24 * 60

beforeAll(async () => {
  world = await startWorld({ clock: noon.toISOString(), sends: true, sleepless: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await world.setClock(noon.toISOString())
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Lou', 'Noa'], Metz: ['Lou'] }, noon)
})

type Person = { name: string; email: string }
const strangers = (count: number, at = 'example.net'): Person[] =>
  Array.from({ length: count }, (_, n) => ({ name: `Inconnue ${n}`, email: `inconnue-${n}@${at}` }))

const edit = async (name: string, town: string) => open(`${await world.linkOf(name)}/${groupUid(town)}/referents`)

/** Sends the page of referents with people added to it, as the script of the page does. */
function name(page: Sheet, people: readonly Person[], changes: Record<string, string> = {}): Promise<Sheet> {
  const fields = people.flatMap(({ name, email }): [string, string][] => {
    const row = crypto.randomUUID()
    return [
      ['row', row],
      [`${row}.name`, name],
      [`${row}.email`, email],
    ]
  })
  return submit({ ...page, fields: [...page.fields, ...fields] }, changes)
}

const at = (minutes: number) => world.setClock(minutesOn(minutes).toISOString())
/** Lets leave what is to leave now. */
const leave = (minutes: number) => world.tick(minutesOn(minutes + 11))
const reached = (to = /^inconnue/) => [...world.mailbox.messages.deliveries].filter(([address]) => to.test(address))
const mails = (to?: RegExp) => reached(to).reduce((sum, [, count]) => sum + count, 0)
const countWaiting = () =>
  world.db.prepare('SELECT count(*) AS n FROM invitation WHERE waiting_at IS NOT NULL').first('n')

describe('a group that names many people', () => {
  test('has few of them written to by one save, the first ones; the others are kept as they were named and wait for the team', async () => {
    const saved = await name(await edit('Lou', 'Pau'), strangers(25))
    expect(saved.status).toBe(200)
    expect(textOf(saved)).toContain(
      'Nous n’avons pas encore écrit à Inconnue 10, Inconnue 11, Inconnue 12 et 12 autres',
    )
    await leave(0)
    expect(
      reached()
        .map(([address]) => address)
        .sort(),
    ).toEqual(strangers(10).map(({ email }) => email))
    expect(mails()).toBe(10)
    const form = await edit('Lou', 'Pau')
    expect(form.fields.filter(([, value]) => value.startsWith('inconnue-'))).toHaveLength(25)
    expect(textOf(form).match(/En attente de l’équipe/g)).toHaveLength(15)
  })

  test('has no more than twenty written to in a day, however many saves and referents', async () => {
    const people = strangers(45)
    await name(await edit('Lou', 'Pau'), people.slice(0, 9))
    await name(await edit('Sam', 'Pau'), people.slice(9, 18))
    await name(await edit('Sam', 'Pau'), people.slice(18, 27))
    await leave(0)
    expect(mails()).toBe(20)
    await at(day + 1)
    await name(await edit('Lou', 'Pau'), people.slice(27, 32))
    await leave(day + 1)
    expect(mails()).toBe(25)
  })

  test('passes no limit by two saves at once', async () => {
    await name(await edit('Lou', 'Pau'), strangers(9))
    const pages = [await edit('Lou', 'Pau'), await edit('Sam', 'Pau'), await edit('Sam', 'Pau')]
    await Promise.all(pages.map((page, n) => name(page, strangers(8, `site${n}.example.net`))))
    await leave(0)
    expect(mails()).toBe(20)
    expect(await countWaiting()).toBe(9 + 3 * 8 - 20)
  })

  test('nor does one referent by several groups at once', async () => {
    const towns = ['Pau', 'Dax', 'Metz']
    const pages = await Promise.all(towns.map((town) => edit('Lou', town)))
    await Promise.all(pages.map((page, n) => name(page, strangers(10, `site${n}.example.net`))))
    await leave(0)
    expect(mails()).toBe(20)
    expect(await countWaiting()).toBe(10)
  })

  test('names somebody anew by each address that it changes', async () => {
    for (const round of [0, 1, 2, 3]) {
      const page = await edit('Lou', 'Pau')
      const rows = page.fields.filter(([field]) => field === 'row').map(([, value]) => value)
      const changes = Object.fromEntries(
        rows.slice(2).map((row, n) => [`${row}.email`, `inconnue-${n}-${round}@example.net`]),
      )
      if (round === 0) await name(page, strangers(9))
      else await submit(page, changes)
      await leave(round * 120)
    }
    expect(mails()).toBe(20)
    expect(await countWaiting()).toBe(9)
  })

  test('names a stranger too by a change of its referent’s own address', async () => {
    await name(await edit('Lou', 'Pau'), strangers(10))
    await name(await edit('Lou', 'Pau'), strangers(9, 'example.com'))
    for (const round of [1, 2]) {
      await submit(await edit('Sam', 'Pau'), { [`${personUid('Sam')}.email`]: `autre-${round}@example.net` })
      await leave(round * 30)
    }
    await insertNewLink(world.db, { address: 'autre-2@example.net' }, minutesOn(90)).run()
    await leave(90)
    expect(reached(/^autre/).map(([address]) => address)).toEqual(['autre-1@example.net'])
    expect(await countWaiting()).toBe(1)
  })

  test('is not left with people alone who wait, unless it says so', async () => {
    await name(await edit('Lou', 'Metz'), strangers(10, 'a.example.net'))
    await name(await edit('Lou', 'Metz'), strangers(10, 'b.example.net'))
    const page = await edit('Lou', 'Metz')
    const rows = page.fields.filter(([field]) => field === 'row').map(([, value]) => value)
    const leaving = Object.fromEntries(rows.slice(0, 21).map((row) => [`${row}.remove`, 'oui']))
    const asked = await name(page, [{ name: 'Yann', email: 'yann@example.net' }], leaving)
    expect(asked.status).toBe(422)
    expect(textOf(asked)).toContain('Il ne resterait personne à qui écrire')
  })
})

describe('one mailbox', () => {
  const spelled = [
    'vic.time@example.net',
    'victime+a@example.net',
    'v.i.c.t.i.m.e@example.net',
    'victime+b+c@example.net',
  ]

  test('is written to three times in a month, however its address is spelled and in whatever groups', async () => {
    const towns = ['Pau', 'Dax', 'Metz', 'Pau']
    for (const [n, email] of spelled.entries()) await name(await edit('Lou', towns[n] ?? ''), [{ name: 'Vic', email }])
    await leave(0)
    expect(mails(/^v.*@example\.net/)).toBe(3)
    expect(await countWaiting()).toBe(1)
    await at(31 * day)
    await name(await edit('Lou', 'Pau'), [{ name: 'Vic', email: 'victime+d@example.net' }])
    await leave(31 * day)
    expect(mails(/^v.*@example\.net/)).toBe(4)
  })

  test('three of which are named by one save is written to no more', async () => {
    await name(
      await edit('Lou', 'Pau'),
      spelled.map((email, n) => ({ name: `Vic ${n}`, email })),
    )
    await leave(0)
    expect(mails(/^v.*@example\.net/)).toBe(3)
  })

  test('of somebody who is named and taken off again and again is asked three times at most, and told nothing else', async () => {
    for (let round = 0; round < 5; round++) {
      await name(await edit('Lou', 'Pau'), [{ name: 'Yann', email: 'yann@example.net' }])
      await leave(round * 60)
      const page = await edit('Lou', 'Pau')
      const rows = page.fields.filter(([field]) => field === 'row').map(([, value]) => value)
      await submit(page, { [`${rows[2]}.remove`]: 'oui' })
      await leave(round * 60 + 30)
    }
    const messages = await world.mailbox.messages.list('yann@example.net')
    expect(messages.filter(({ subject }) => subject.includes('propose'))).toHaveLength(3)
    expect(messages).toHaveLength(3)
  })
})

describe('whoever waits for the team', () => {
  beforeEach(async () => {
    await name(await edit('Lou', 'Pau'), strangers(12))
    await leave(0)
  })
  const late = 'inconnue-11@example.net'

  test('gets no mail of a round, no link, and no word when they are taken off', async () => {
    await makeStep(world.db, '2026-12', 'invitation', minutesOn(200))
    await insertNewLink(world.db, { address: late }, minutesOn(200)).run()
    await leave(200)
    expect(mails(/^inconnue-0@/)).toBe(1)
    expect(mails(new RegExp(late))).toBe(0)
    const page = await edit('Lou', 'Pau')
    const row = page.fields.find(([, value]) => value === late)?.[0].split('.')[0]
    await submit(page, { [`${row}.remove`]: 'oui' })
    await leave(400)
    expect(mails(new RegExp(late))).toBe(0)
  })

  test('is on no mailing list, nor is who has not said yes yet', async () => {
    const lists = async () => textOf(await open(`${await world.linkOf('Lou')}/${groupUid('Pau')}/lists`))
    expect(await lists()).toContain('Sam')
    expect(await lists()).not.toContain('Inconnue')
    const [asked] = await world.mailbox.messages.list('inconnue-9@example.net')
    await submit(await open(/http\S+\/invitation\/\S+/.exec(asked?.text ?? '')?.[0] ?? ''), { do: 'yes' })
    expect(await lists()).toContain('Inconnue 9')
  })

  test('is shown to coordinators, and written to once the team lets them through', async () => {
    const session = await signIn(world)
    expect(textOf(await look(world, session, '/dashboard'))).toMatch(
      /Des personnes attendent l’équipe Archipel Pau 2 personnes, d’après Lou, depuis le mardi 1er décembre/,
    )
    const page = textOf(await look(world, session, `/dashboard/groups/${groupUid('Pau')}`))
    expect(page.match(/nous ne lui écrivons pas encore/g)).toHaveLength(2)
    expect(await settleWaiting(world.db, movement, [], minutesOn(200))).toContain(`Inconnue 11 <${late}>`)
    expect(await settleWaiting(world.db, movement, ['admit', 'pau'], minutesOn(200))).toContain('2')
    await leave(200)
    const [welcome, ...more] = await world.mailbox.messages.list(late)
    expect(more).toEqual([])
    expect(welcome?.subject).toBe('Lou vous propose comme personne référente d’Archipel Pau')
    expect(textOf(await look(world, session, '/dashboard'))).not.toContain('attendent l’équipe')
    expect(await countWaiting()).toBe(0)
  })

  test('is taken off by the team, and the group sees that it was the team; nobody is written to', async () => {
    await settleWaiting(world.db, movement, ['refuse', 'Archipel', 'Pau'], minutesOn(200))
    await leave(200)
    expect(mails()).toBe(10)
    expect(await countWaiting()).toBe(0)
    const history = textOf(await open(`${await world.linkOf('Lou')}/${groupUid('Pau')}/history`))
    expect(history).toMatch(new RegExp(`${textIn('fr', ourWords).history.authors.coordinator}.*Inconnue 11`))
    expect(textOf(await edit('Lou', 'Pau'))).not.toContain('En attente')
  })

  test('is told apart by the command when several groups have some, also of one name', async () => {
    await name(await edit('Noa', 'Dax'), strangers(11, 'a.example.net'))
    await world.db
      .prepare(`UPDATE local_group SET name = 'Archipel Pau', name_key = 'archipel pau' WHERE town = 'Dax'`)
      .run()
    const settle = (...said: string[]) => settleWaiting(world.db, movement, said, minutesOn(200))
    await expect(settle('admit', 'Archipel Pau')).rejects.toMatchObject({ name: 'Stop' })
    expect(await settle()).toContain(`npm run waiting -- admit ${groupUid('Dax')}`)
    await settle('refuse', groupUid('Dax'))
    expect(await countWaiting()).toBe(2)
    await expect(settleWaiting(world.db, movement, ['admit', 'Nulle part'], noon)).rejects.toThrow('Archipel Pau')
    await expect(settleWaiting(world.db, movement, ['admit'], noon)).rejects.toMatchObject({ name: 'Stop' })
  })
})

describe('what is written in somebody’s groups', () => {
  const correct = async (members: number) =>
    submit(await open(`${await world.linkOf('Lou')}/${groupUid('Pau')}/identity`), {
      [`${groupUid('Pau')}.active_members`]: String(members),
    })

  test('is told in six mails a day at most, and the rest in the next one, so that nothing is left out', async () => {
    for (let round = 0; round < 9; round++) {
      await correct(20 + round)
      await leave(round * 30)
    }
    expect(world.mailbox.messages.deliveries.get(addressOf('Sam'))).toBe(6)
    expect(world.mailbox.messages.deliveries.get(addressOf('Lou'))).toBe(6)
    await leave(day)
    const messages = await world.mailbox.messages.list(addressOf('Sam'))
    expect(messages).toHaveLength(7)
    expect(messages.map(({ text }) => text).join()).toContain('25 → 28')
  })
})

describe('a name that holds an address, or looks like an order', () => {
  const identity = async () => open(`${await world.linkOf('Lou')}/${groupUid('Pau')}/identity`)

  test.each([
    ['name', 'Urgent: https://evil.example'],
    ['name', 'ｗｗｗ．evil．example'],
    ['town', 'Cliquez ici'],
  ])('is refused as the %s of a group, is kept on the page, and said why', async (field, typed) => {
    const page = await submit(await identity(), { [`${groupUid('Pau')}.${field}`]: typed })
    expect(page.status).toBe(422)
    expect(textOf(page)).toContain('sans adresse (site, mail, téléphone) ni consigne')
    expect(page.fields).toContainEqual([`${groupUid('Pau')}.${field}`, typed])
  })

  test('is refused as that of somebody new, who hears nothing', async () => {
    const page = await name(await edit('Lou', 'Pau'), [{ name: 'Cliquez: bit.ly/x', email: 'yann@example.net' }])
    expect(page.status).toBe(422)
    await leave(0)
    expect(mails(/^yann/)).toBe(0)
  })

  test('is no link where others read it: an activity with an address reaches them as a text', async () => {
    const page = await open(`${await world.linkOf('Lou')}/${groupUid('Pau')}/activities`)
    const row = page.fields.find(([field]) => field === 'row')?.[1]
    await submit(page, { [`${row}.title`]: 'Fête https://evil.example/pay', [`${row}.held_on`]: '3/5/2026' })
    await leave(0)
    for (const to of ['Lou', 'Sam'])
      for (const { text, html } of await world.mailbox.messages.list(addressOf(to))) {
        expect(text.replaceAll('\u200b', '')).toContain('Fête https://evil.example/pay')
        expect(`${text}${html}`).not.toMatch(/https:\/\/evil|evil\.example/)
      }
  })
})

test('a new link is sent to one address six times a day at most, whoever asks', async () => {
  for (let hour = 0; hour < 12; hour++)
    for (const minute of [0, 20, 40]) {
      await insertNewLink(world.db, { address: addressOf('Sam') }, minutesOn(hour * 60 + minute)).run()
      await world.tick(minutesOn(hour * 60 + minute))
    }
  expect((await readOutbox(world.db)).filter(({ kind }) => kind === 'new_link')).toHaveLength(6)
  await insertNewLink(world.db, { address: addressOf('Sam') }, minutesOn(25 * 60)).run()
  expect((await readOutbox(world.db)).filter(({ kind }) => kind === 'new_link')).toHaveLength(7)
})
