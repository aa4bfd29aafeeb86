import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { beginRedirect, pause, resume, stopRedirect } from '#scripts/mails/control.ts'
import { insertLinkRequest } from '#shared/db/link-requests.ts'
import { upsertHeard } from '#shared/db/mail-control.ts'
import { insertNewLink, insertSignIn } from '#shared/db/outbox.ts'
import { answerOf } from '#shared/domain/address-answer.ts'
import { capsOf } from '#shared/domain/mail.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { readOutbox, readStates } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startSender } from '#tests/support/sender.ts'
import { startWorldInWorkerd, type WorldInWorkerd } from '#tests/support/world.ts'

const start = new Date('2026-12-01T10:00:00+01:00')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const coordinator = 'camille@archipel.example.org'

let world: WorldInWorkerd
beforeAll(async () => {
  world = await startWorldInWorkerd({ sends: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou'], Bayonne: ['Sam'], Nantes: ['Noa'] }, start)
  await makeStep(world.db, '2026-12', 'invitation', start)
})
const desk = (now = start) => ({ db: world.db, movement, now })
const arrived = () => Object.fromEntries([...world.mailbox.messages.deliveries].sort())
const everybody = Object.fromEntries(['Lou', 'Noa', 'Sam'].map((name) => [addressOf(name), 1]))

describe('the brake', () => {
  test('stops every mail but the team’s sign-in links, and the dashboard says so', async () => {
    await pause(desk(), 'a wrong link')
    await insertNewLink(world.db, { address: addressOf('Lou') }, start).run()
    await insertSignIn(
      world.db,
      { address: coordinator, isCoordinator: true, isKnown: false, browserHash: 'b' },
      start,
    ).run()
    await world.tick(start)
    expect(arrived()).toEqual({ [coordinator]: 1 })
    const session = await signIn(world)
    for (const page of ['/dashboard', '/dashboard/mails'])
      expect(textOf(await look(world, session, page))).toMatch(/Les envois sont suspendus.*\(a wrong link\)/)
    await resume(desk())
    expect(textOf(await look(world, session, '/dashboard'))).not.toContain('Les envois sont suspendus')
    await world.tick(minutesOn(1))
    expect(arrived()).toEqual({ ...everybody, [addressOf('Lou')]: 2, [coordinator]: 1 })
  })
})

describe('a trial', () => {
  test('leads everybody’s mail to the team, who cannot stop them by a button of their mail program', async () => {
    await beginRedirect(desk(), '')
    await world.tick(start)
    expect(arrived()).toEqual({ [coordinator]: 3 })
    const [message] = await world.mailbox.messages.list()
    expect(message?.subject).toMatch(/^\[Essai, pour (Lou|Noa|Sam)\] Archipel/)
    expect(message?.headers['list-unsubscribe']).toBeUndefined()
    expect((await readStates(world.db)).every((line) => line.endsWith('cancelled (redirect)'))).toBe(true)
    expect(textOf(await look(world, await signIn(world), '/dashboard'))).toContain(
      `tous les mails vont à ${coordinator}`,
    )
  })

  test('ends once it is said what becomes of its mails: sent for good, once each', async () => {
    await beginRedirect(desk(), '')
    await world.tick(start)
    await expect(stopRedirect(desk(), null)).rejects.toMatchObject({ name: 'Stop' })
    await stopRedirect(desk(minutesOn(5)), 'send')
    await world.tick(minutesOn(5))
    await world.tick(minutesOn(6))
    expect(arrived()).toEqual({ ...everybody, [coordinator]: 3 })
  })

  test('ends without a mail to anybody when that is what was asked', async () => {
    await beginRedirect(desk(), '')
    await world.tick(start)
    await stopRedirect(desk(minutesOn(5)), 'drop')
    await world.tick(minutesOn(5))
    expect(arrived()).toEqual({ [coordinator]: 3 })
  })

  test('is nobody’s but the team’s', async () => {
    await expect(beginRedirect(desk(), 'somebody@example.org')).rejects.toMatchObject({ name: 'Stop' })
  })

  test('does not shut a reader’s address because the team’s is refused', async () => {
    await beginRedirect(desk(), '')
    world.mailbox.faults.add({ at: 'rcpt', does: { answer: '550 5.1.1 nobody' } })
    await world.tick(start)
    expect((await world.db.prepare('SELECT address FROM suppression').all()).results).toEqual([])
  })
})

describe('the caps', () => {
  const claimed = () => world.db.prepare('SELECT sum(mails) AS n FROM mail_hour').first<number>('n')
  const spend = (mails: number, at: Date) =>
    world.db
      .prepare('INSERT INTO mail_hour (hour, mails) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET mails = excluded.mails')
      .bind(at.toISOString().slice(0, 13), mails)
      .run()

  test('hold within the hour, whatever is in the outbox, and the rest leaves in the next one', async () => {
    await spend(capsOf('bulk', movement.caps).hour - 2, start)
    await Promise.all([world.tick(start), world.tick(start), world.tick(minutesOn(1))])
    expect(Object.values(arrived())).toEqual([1, 1])
    expect(textOf(await look(world, await signIn(world), '/dashboard'))).toContain(
      'La limite de cette heure est atteinte',
    )
    await world.tick(minutesOn(61))
    expect(arrived()).toEqual(everybody)
  })

  test('keep a part for whoever waits for a link while a round uses up the rest, and no more than that part', async () => {
    await spend(capsOf('bulk', movement.caps).hour, start)
    await insertNewLink(world.db, { address: addressOf('Lou') }, start).run()
    await world.tick(start)
    expect(await readStates(world.db)).toContain('Lou: new_link sent')
    expect(Object.values(arrived())).toEqual([1])
    await spend(movement.caps.hour, minutesOn(1))
    await insertNewLink(world.db, { address: addressOf('Sam') }, minutesOn(1)).run()
    await world.tick(minutesOn(1))
    expect(await readStates(world.db)).toContain('Sam: new_link pending')
  })

  test('hold within twenty-four hours', async () => {
    await spend(capsOf('bulk', movement.caps).day - 1, minutesOn(-60 * 22))
    await world.tick(start)
    expect(Object.values(arrived())).toEqual([1])
    await world.tick(minutesOn(60 * 3))
    expect(arrived()).toEqual(everybody)
  })

  describe('for mails to whom referents named', () => {
    const share = capsOf('named', movement.caps).hour
    const spendNamed = (mails: number) =>
      world.db
        .prepare('INSERT INTO mail_hour (hour, mails, named) VALUES (?1, ?2, ?2)')
        .bind(start.toISOString().slice(0, 13), mails)
        .run()
    /** So many mails that have been due before the round's. */
    async function welcome(people: number): Promise<void> {
      const named = Array.from({ length: people }, (_, n) => [`Inconnue ${n}`, addressOf(`Inconnue ${n}`)])
      await makeGroups(world.db, { Dax: [] }, start)
      await world.db.batch([
        world.db
          .prepare(
            `INSERT INTO invitation (uid, group_id, name, name_key, email, invited_at)
             SELECT 'inconnue-' || item.key, g.id, item.value ->> 0, '', item.value ->> 1, ?2
             FROM json_each(?1) AS item, local_group g
             WHERE g.town = 'Dax'`,
          )
          .bind(JSON.stringify(named), minutesOn(-30).toISOString()),
        world.db
          .prepare(
            `INSERT INTO mail (kind, stream, invitation_id, group_id, due_at, created_at)
             SELECT 'welcome', 'named', id, group_id, ?1, ?1 FROM invitation`,
          )
          .bind(minutesOn(-30).toISOString()),
      ])
    }
    const welcomed = () => Object.keys(arrived()).filter((to) => to.startsWith('inconnue')).length

    test('are their own: however many wait, longest due, the round leaves as if there were none', async () => {
      await welcome(8)
      await spendNamed(share - 2)
      await world.tick(start)
      expect(arrived()).toMatchObject(everybody)
      expect(welcomed()).toBe(2)
      expect(textOf(await look(world, await signIn(world), '/dashboard'))).toContain('sans retarder les autres')
      await world.tick(minutesOn(61))
      expect(welcomed()).toBe(8)
    })

    test('take nothing from what a round may use, and the round nothing from them', async () => {
      await welcome(2)
      await spend(capsOf('bulk', movement.caps).hour, start)
      await world.tick(start)
      expect(Object.keys(arrived())).toHaveLength(2)
      expect(welcomed()).toBe(2)
      expect(await world.db.prepare('SELECT named FROM mail_hour').first('named')).toBe(2)
    })

    test('never pass together, by two runs at once, what is allowed in all', async () => {
      await welcome(8)
      await spend(movement.caps.hour - 2, start)
      await Promise.all([world.tick(start), world.tick(start)])
      expect(Object.keys(arrived())).toHaveLength(2)
    })

    test('do not hold up the round when all of them are refused, as made-up addresses are', async () => {
      await welcome(12)
      for (let n = 0; n < 12; n++)
        world.mailbox.faults.add({ at: 'rcpt', to: addressOf(`Inconnue ${n}`), does: { answer: '550 no' } })
      await spend(capsOf('bulk', movement.caps).hour, start)
      await world.tick(start)
      expect((await readOutbox(world.db)).some(({ reason }) => reason === 'everybody_refused')).toBe(true)
      await world.db.prepare('DELETE FROM mail_hour').run()
      await world.tick(minutesOn(0.5))
      expect(arrived()).toEqual(everybody)
    })

    test('count what did not leave as little as the others do', async () => {
      await welcome(2)
      world.mailbox.faults.add({ at: 'rcpt', to: addressOf('Inconnue 0'), does: { answer: '451 later' } })
      await world.tick(start)
      expect(await world.db.prepare('SELECT named FROM mail_hour').first('named')).toBe(1)
    })
  })

  test('count what may have left, and nothing that did not', async () => {
    world.mailbox.faults.add({ at: 'rcpt', to: addressOf('Noa'), does: { answer: '451 later' } })
    await world.tick(start)
    expect(await claimed()).toBe(2)
    expect((await readOutbox(world.db)).filter(({ state }) => state === 'sent')).toHaveLength(2)
  })
})

describe('a run’s budget', () => {
  const many = Array.from({ length: 20 }, (_, n) => `Personne ${n}`)
  /** The ticks of a sender with this budget until nothing waits: how many mails each sent. */
  async function ticks(vars: Record<string, string>): Promise<number[]> {
    await makeGroups(world.db, Object.fromEntries(many.map((name, n) => [`Ville ${n}`, [name]])), start)
    await makeStep(world.db, '2027-01', 'invitation', start)
    const sender = await startSender({
      folder: world.folder,
      controlSocket: world.controlSocket(),
      mailUrl: world.mailbox.smtpUrl,
      vars,
    })
    const sent: number[] = []
    try {
      while ((await readOutbox(world.db)).some(({ state }) => state === 'pending')) {
        const before = world.mailbox.messages.deliveries.size
        expect(await sender.tick(minutesOn(sent.length))).toBe(true)
        sent.push(world.mailbox.messages.deliveries.size - before)
      }
    } finally {
      await sender.kill()
    }
    return sent
  }

  test('is so many mails', async () => {
    expect(await ticks({ MAILS_AT_ONCE: '4', MAILS_PER_RUN: '6' })).toEqual([6, 6, 6, 5])
  })

  test('is so many statements: a chunk that may not fit is left for the next run', async () => {
    expect(await ticks({ MAILS_AT_ONCE: '4', STATEMENTS_PER_RUN: '50' })).toEqual([8, 8, 7])
  })

  test('bears a run that meets everything at once: its first look, abandoned mails, a clock that was ahead, a round that opens, an address that is gone, a domain that is not believed, a server that has enough', async () => {
    await world.clear()
    const nine = new Date('2026-12-01T09:00:00+01:00')
    await makeGroups(world.db, { Dax: ['Max'], Pau: ['Lou'], Bayonne: ['Sam'], Nantes: ['Noa'] }, nine)
    await makeStep(world.db, '2026-11', 'invitation', new Date('2026-11-03T09:00:00+01:00'))
    await world.db
      .prepare(`UPDATE mail SET state = 'sending', lease_id = 'gone', lease_until = '2026-11-03T08:01:00.000Z'`)
      .run()
    await world.db
      .prepare(
        `UPDATE mail SET state = 'pending', attempts = 1, due_at = '2027-03-05T08:00:00.000Z' WHERE person_id = (SELECT id FROM person WHERE name = 'Noa')`,
      )
      .run()
    const isGone = { answer: '550 5.1.1 nobody' }
    const doubtful = 'max@example.net'
    await world.db.prepare("UPDATE person SET email = ?1 WHERE name = 'Max'").bind(doubtful).run()
    await upsertHeard(
      world.db,
      { answers: Array(5).fill(answerOf(doubtful, true)), backoff: null, isDoubted: false },
      nine,
    ).run()
    world.mailbox.faults.add(
      { at: 'rcpt', to: addressOf('Lou'), does: isGone },
      { at: 'rcpt', to: doubtful, does: isGone },
      { at: 'rcpt', to: addressOf('Sam'), does: { answer: '421 slow down' } },
    )
    await insertLinkRequest(world.db, { kind: 'new_link', address: 'nobody@example.org' }, nine).run()
    const least = '36'
    const vars = { STATEMENTS_PER_RUN: least, MAILS_AT_ONCE: '4' }
    const sender = await startSender({
      folder: world.folder,
      controlSocket: world.controlSocket(),
      mailUrl: world.mailbox.smtpUrl,
      vars,
    })
    try {
      const before = await world.trips()
      expect(await sender.tick(nine)).toBe(true)
      expect((await world.trips()).statements - before.statements).toBe(
        // All but what shuts an address that was in doubt on another day too
        Number(least) - 2,
      )
    } finally {
      await sender.kill()
    }
    const states = await readStates(world.db)
    expect(states).toContain('Max: invitation pending (missing_doubted)')
    expect(states).toContain('Lou: invitation failed (address_refused)')
    expect(states).toContain('Sam: invitation pending (busy)')
    expect(states).toContain('Noa: invitation pending')
  })

  test('is so many milliseconds: the mails in hand end, the others leave by the next runs, and none has lost a try', async () => {
    world.mailbox.faults.add({ at: 'kept', does: { wait: 300 } })
    const sent = await ticks({ RUN_MS: '1000' })
    expect(sent.length).toBeGreaterThan(1)
    const entries = await readOutbox(world.db)
    expect(entries.every(({ state, attempts }) => (state === 'sent' && attempts === 1) || state === 'cancelled')).toBe(
      true,
    )
    expect(Math.max(...Object.values(arrived()))).toBe(1)
  })
})
