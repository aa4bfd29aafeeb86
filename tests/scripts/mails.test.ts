import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { main } from '#scripts/mails/main.ts'
import { mailKinds } from '#shared/domain/mail.ts'
import { clearDatabase } from '#tests/support/database.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { answer, readOutbox, suppress } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'

const start = new Date('2026-12-01T10:00:00+01:00')
const later = new Date('2026-12-03T10:00:00+01:00')
let folder: string
let mailbox: Mailbox
let db: D1Database
/** The folder's database stays open, as beside a server, until this settles. */
let close: () => void
let closed: Promise<void>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
  vi.stubEnv('DATA', folder)
  vi.stubEnv('MAIL_URL', mailbox.smtpUrl)
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  closed = withDatabase(folder, async (database) => {
    db = database
    open()
    await new Promise<void>((done) => {
      close = done
    })
  })
  await opened
})
afterAll(async () => {
  vi.unstubAllEnvs()
  close()
  await closed
  await mailbox.stop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await clearDatabase(db)
  mailbox.messages.clear()
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Bayonne: ['Lou'], Nantes: ['Noa'], Sète: [] }, start)
  await makeGroups(db, { Metz: ['Max'] }, start, { state: 'asleep' })
})

async function said(...args: string[]): Promise<string> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
  await main(args, fixed, later).finally(() => log.mockRestore())
  return lines.join('\n')
}

describe('a dry run', () => {
  test('says who would get the next mails, and why each of the others would not', async () => {
    await makeStep(db, '2026-12', 'invitation', start)
    await answer(db, { round: '2026-12', town: 'Pau', by: 'Sam' }, start)
    await suppress(db, addressOf('Noa'), 'hard_bounce', start)
    const before = await readOutbox(db)
    const text = await said('--dry-run')
    const [owed = '', others = ''] = text
      .slice(text.search(/2026[^\n]*09:00[^\n]*:\n/))
      .split(/Sam|Max/, 1)
      .concat(text)
    expect(owed).toMatch(/Lou <lou@example.org>\s+Archipel Bayonne$/m)
    expect(others).toMatch(/Sam <sam@example.org>\s+Archipel Pau ?: (has answered|a répondu)/)
    expect(others).toMatch(/Max <max@example.org>\s+Archipel Metz ?: (is paused|en pause)/)
    expect(others).toMatch(/Noa <noa@example.org>\s+.*2026-12-01/)
    expect(others).toContain('Archipel Sète')
    expect(await readOutbox(db)).toEqual(before)
  })
})

describe('a preview', () => {
  test('is the mail as it would leave, for a group named as people name it', async () => {
    const text = await said('--preview', 'reminder', 'pau')
    expect(text).toContain('Lou <lou@example.org>')
    expect(text).toContain('Archipel Bayonne et Archipel Pau\u00a0: rappel, une minute suffit')
    expect(await said('--preview', 'reminder', '--html', 'nantes')).toMatch(/^<!doctype html>[\s\S]*Archipel Nantes/i)
    expect(await readOutbox(db)).toEqual([])
    await makeStep(db, '2026-12', 'invitation', start)
    expect(await said('--preview', 'silent_groups')).toContain('camille@archipel.example.org')
  })

  test.each(mailKinds)('can be had of any mail for any group, before anything has happened: %s', async (kind) => {
    const text = await said('--preview', kind, 'Nantes')
    const isAboutSomething = [
      'receipt',
      'news',
      'welcome',
      'farewell',
      'new_address',
      'invitation_over',
      'wrong_address',
      'silent_groups',
      'enquiry',
      'enquiry_confirmation',
      'registration_confirmation',
      'registration_answer',
      'team_invitation',
      'team_change',
      'note_answer',
      'list_link',
    ].includes(kind)
    expect(/^(Exemple|An example)/.test(text)).toBe(isAboutSomething)
    // These are of the movement, not of a group
    const isOfNoGroup = [
      'registration_confirmation',
      'team_invitation',
      'team_change',
      'note_answer',
      'list_link',
    ].includes(kind)
    const named = isOfNoGroup ? 'Archipel' : 'Archipel Nantes'
    expect(text).toContain(kind === 'sign_in' ? 'camille@archipel.example.org' : named)
    if (kind === 'receipt') expect(text).toMatch(/Noa <noa@example.org>[\s\S]*12 →\u00a014/)
    const page = await said('--preview', kind, '--html', 'Nantes')
    expect(/<body[^>]*><p[^>]*>(Exemple|An example)/.test(page)).toBe(isAboutSomething)
    expect(await readOutbox(db)).toEqual([])
  })

  test('of what has happened is no example', async () => {
    await suppress(db, addressOf('Lou'), 'hard_bounce', start)
    const text = await said('--preview', 'wrong_address', 'Pau')
    expect(text).not.toMatch(/^(Exemple|An example)/)
    expect(text).toMatch(/Sam <sam@example.org>[\s\S]*Lou/)
  })

  test.each([
    [['--preview', 'postcard'], /silent_groups/],
    [['--preview', 'invitation', 'Nante'], /Archipel Nantes/],
    [['--preview', 'invitation', 'Sète'], /référent|referent/],
    [['--redirect', 'perhaps'], /--dry-run/],
    [['--nonsense'], /--dry-run/],
  ])('says what is wrong with %j', async (args, words) => {
    await expect(said(...args)).rejects.toMatchObject({ name: 'Stop', message: expect.stringMatching(words) })
  })
})

test('a test mail goes to one address, and leaves nothing in the outbox', async () => {
  expect(await said('--test', 'me@example.org', 'Nantes')).toContain('me@example.org')
  const [message, ...others] = await mailbox.messages.list()
  expect(others).toEqual([])
  expect(message?.envelope.to).toEqual([{ address: 'me@example.org', name: '' }])
  expect(message?.subject).toMatch(/\[Essai, pour Noa\] Archipel Nantes/)
  expect(message?.headers['list-unsubscribe']).toMatch(/^<http.*\/unsubscribe\/example>$/)
  expect(message?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
  expect(await readOutbox(db)).toEqual([])
})

test('a test mail that the server refuses says its words', async () => {
  mailbox.faults.add({ at: 'rcpt', does: { answer: '550 not here' }, times: 1 })
  await expect(said('--test', 'me@example.org')).rejects.toMatchObject({
    message: expect.stringContaining('550 not here'),
  })
})

test('how mails stand is said in a few lines', async () => {
  await makeStep(db, '2026-12', 'invitation', start)
  expect(await said()).toMatch(/3 mails/)
  await said('--pause', 'a wrong address')
  expect(await said()).toContain('a wrong address')
  await said('--resume')
  expect(await said()).not.toContain('a wrong address')
})
