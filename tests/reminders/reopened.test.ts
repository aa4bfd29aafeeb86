import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { main as person } from '#scripts/person/main.ts'
import { takeReports } from '#shared/db/reports.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { folderOf, importPaths } from '#tests/support/importing.ts'
import { addressOf, groupUid, makeGroups } from '#tests/support/movement.ts'
import { readStates, suppress } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const start = new Date('2026-12-01T10:00:00+01:00')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const daysOn = (days: number) => minutesOn(days * 24 * 60)
const noa = addressOf('Noa')

let world: World
beforeAll(async () => {
  world = await startWorld({ sends: true })
  vi.stubEnv('DATA', world.folder)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await world.stop()
})
beforeEach(async () => {
  await world.clear()
  await world.setClock(start.toISOString())
  await makeGroups(world.db, { Pau: ['Lou', 'Noa'], Dax: ['Sam', 'Max', 'Zoé', 'Ada', 'Uma'] }, start)
  await makeStep(world.db, '2026-12', 'invitation', start)
})

const reasons = async () => {
  const { results } = await world.db
    .prepare('SELECT address, reason FROM suppression ORDER BY address')
    .all<{ address: string; reason: string }>()
  return results.map(({ address, reason }) => `${address} ${reason}`)
}
const refuse = (answer: string) => world.mailbox.faults.add({ at: 'rcpt', to: noa, does: { answer } })
const arrived = (address: string) => world.mailbox.messages.deliveries.get(address) ?? 0
const referents = async (name: string) => `${await world.linkOf(name)}/${groupUid('Pau')}/referents`

/** Noa's mailbox is said to be missing, and then is there. */
async function suppressedThenWell(): Promise<void> {
  refuse('550 5.1.1 no such user')
  await world.tick(start)
  expect(await reasons()).toEqual([`${noa} hard_bounce`])
  world.mailbox.faults.clear()
}

describe('an address from which mails came back opens again', () => {
  beforeEach(suppressedThenWell)

  test('when its owner opens a link and saves, and not by opening alone', async () => {
    const page = await open(await referents('Noa'))
    expect(textOf(page)).toContain('Nos mails ne vous arrivent plus depuis le 1er décembre 2026')
    expect(textOf(page)).not.toContain('Nos mails à Noa')
    expect(await reasons()).toEqual([`${noa} hard_bounce`])
    expect((await submit(page, { do: 'save' })).status).toBe(200)
    expect(await reasons()).toEqual([])
  })

  test('when another referent saves it as it is, having read that mails come back, since when and why', async () => {
    const page = await open(await referents('Lou'))
    expect(textOf(page)).toContain(
      'Nos mails à Noa reviennent depuis le 1er décembre 2026 : sa messagerie répond que l’adresse n’existe pas.',
    )
    expect(textOf(page)).not.toContain('550')
    await submit(page, { do: 'save' })
    expect(await reasons()).toEqual([])
  })

  test('when its owner asks for a new link, which leaves, and uses it', async () => {
    const asked = await submit(await open(`${world.url}/new-link`), { email: noa })
    expect(textOf(asked)).toContain('Regardez votre boîte mail')
    await world.tick(minutesOn(1))
    expect(arrived(noa)).toBe(1)
    expect(await reasons()).toEqual([`${noa} hard_bounce`])
    const [message] = await world.mailbox.messages.list('noa')
    const link = /https?:\S*\/u\/[\w-]{43}/.exec(message?.text ?? '')?.[0] ?? ''
    await submit(await open(`${world.url}${new URL(link).pathname}/${groupUid('Pau')}/referents`), { do: 'save' })
    expect(await reasons()).toEqual([])
  })

  test('when somebody of the team says so, and the month’s mail leaves at once', async () => {
    const lines: string[] = []
    const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
    await person(['reopen', noa], fixed).finally(() => log.mockRestore())
    expect(lines.join()).toContain('mails are sent there again')
    expect(await reasons()).toEqual([])
    await world.tick(minutesOn(1))
    expect(arrived(noa)).toBe(1)
    await expect(person(['reopen', noa], fixed)).rejects.toMatchObject({ name: 'Stop' })
  })

  test('when it is imported again, though the sheet changes nothing', async () => {
    const files = await folderOf({ 'groupes.csv': `Groupe;Ville;Référent;Mail\nArchipel Pau;Pau;Noa;${noa}\n` })
    await importPaths(world.db, [files.path('groupes.csv')]).finally(files.remove)
    expect(await reasons()).toEqual([])
  })

  test('and shuts again when mails come back again', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    await person(['reopen', noa], fixed).finally(() => log.mockRestore())
    refuse('550 5.1.1 no such user')
    await world.tick(minutesOn(1))
    expect(await reasons()).toEqual([`${noa} hard_bounce`])
  })

  test('Today says since when mails come back, and whom to call', async () => {
    const today = textOf(await look(world, await signIn(world), '/dashboard'))
    expect(today).toContain('nos mails à Noa (depuis le mardi 1er décembre) reviennent')
  })
})

describe('whoever unsubscribed stays so', () => {
  const report = async () => ({
    kind: 'hard_bounce' as const,
    cause: 'missing' as const,
    uid: await world.db
      .prepare(`SELECT uid FROM mail WHERE person_id = (SELECT id FROM person WHERE name = 'Noa')`)
      .first<string>('uid'),
    address: noa,
    words: '550 5.1.1 no such user',
  })

  test('though mails come back, and the address opens again by a save of somebody else', async () => {
    await world.tick(start)
    await suppress(world.db, noa, 'unsubscribed', start)
    await takeReports(world.db, [await report()], { trusted: false }, minutesOn(1))
    expect(await reasons()).toEqual([`${noa} hard_bounce`])
    await submit(await open(await referents('Lou')), { do: 'save' })
    expect(await reasons()).toEqual([`${noa} unsubscribed`])
  })

  test('until they say otherwise themselves, whatever came back meanwhile', async () => {
    await world.tick(start)
    await suppress(world.db, noa, 'unsubscribed', start)
    await takeReports(world.db, [await report()], { trusted: false }, minutesOn(1))
    const page = await open((await world.linkOf('Noa')).replace('/u/', '/unsubscribe/'))
    await submit(page, { do: 'back' })
    expect(await reasons()).toEqual([])
  })

  test('and who complained is not opened by anybody’s save', async () => {
    await suppress(world.db, noa, 'complaint', start)
    await submit(await open(await referents('Lou')), { do: 'save' })
    expect(await reasons()).toEqual([`${noa} complaint`])
  })
})

describe('words that leave doubt', () => {
  const step = async (kind: 'reminder' | 'last_call', day: number) => {
    await makeStep(world.db, '2026-12', kind, daysOn(day))
    await world.tick(daysOn(day))
  }

  test('shut nobody the first time, and the second time on another day', async () => {
    refuse('550 5.2.1 this account is disabled')
    await world.tick(start)
    expect([await reasons(), (await readStates(world.db)).filter((line) => line.startsWith('Noa'))]).toEqual([
      [],
      ['Noa: invitation failed (doubtful_address_refused)'],
    ])
    await step('reminder', 7)
    expect(await reasons()).toEqual([`${noa} hard_bounce`])
  })

  test('count for nothing once the person has answered', async () => {
    refuse('550 5.2.1 this account is disabled')
    await world.tick(start)
    await world.setClock(minutesOn(60).toISOString())
    await submit(await open(await referents('Noa')), { do: 'save' })
    await world.db.prepare('DELETE FROM answer').run()
    await world.db
      .prepare(
        `INSERT INTO answer (round_key, group_id, person_id, kind, first_at, last_at) SELECT '2026-12', (SELECT id FROM local_group WHERE uid = ?1), id, 'confirmed', ?2, ?2 FROM person WHERE name = 'Noa'`,
      )
      .bind(groupUid('Dax'), minutesOn(60).toISOString())
      .run()
    await step('reminder', 7)
    expect(await reasons()).toEqual([])
  })

  test('said of an address that was corrected count for nothing to the new one', async () => {
    refuse('550 5.2.1 this account is disabled')
    await world.tick(start)
    await world.db.prepare(`UPDATE person SET email = 'noa@new.example.org' WHERE name = 'Noa'`).run()
    world.mailbox.faults.add({
      at: 'rcpt',
      to: 'noa@new.example.org',
      does: { answer: '550 5.2.1 this account is disabled' },
    })
    await world.tick(minutesOn(1))
    await step('reminder', 7)
    expect((await readStates(world.db)).filter((line) => line.startsWith('Noa: reminder'))).toEqual([
      'Noa: reminder failed (doubtful_address_refused)',
    ])
  })
})
