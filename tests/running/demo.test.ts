import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import movement from '#sample/movement.ts'
import { secondsUntilDay, secondsUntilMorning } from '#scripts/demo/clock.ts'
import { startDemonstration } from '#scripts/demo/demonstration.ts'
import { freePort } from '#scripts/demo/ports.ts'
import { sampleMovements } from '#scripts/demo/sample-movements.ts'
import { words } from '#scripts/text/text.ts'
import { isQuiet } from '#shared/domain/round.ts'
import { type Program, startProgram } from '#tests/support/program.ts'

let temporary: string
let program: Program | null
beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'relance-test-'))
  program = null
})
afterEach(async () => {
  program?.signal('SIGKILL')
  await program?.ended
  await rm(temporary, { recursive: true, force: true })
})

/** `npm run demo`, with a place for temporary folders of its own. */
function demo(env: Record<string, string> = {}): Program {
  program = startProgram('demo', [], { env: { TMPDIR: temporary, ...env } })
  return program
}

describe('npm run demo', () => {
  test('says with --help which samples there are and how another day is chosen, and starts nothing', async () => {
    program = startProgram('demo', ['--help'], { env: { TMPDIR: temporary } })
    expect(await program.ended).toBe(0)
    expect(program.said()).toMatch(/archipel \| belgium \| chapters \| small\n.*--day/)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('lives on the morning of a day that is chosen, or of the next on which mails leave; never on a day that has begun', () => {
    const now = new Date('2026-11-29T12:00:00+01:00')
    const closed = { ...movement, calendar: { ...movement.calendar, holidays: ['2027-01-01'] } }
    const morningOf = (day: string) => {
      const ahead = secondsUntilMorning(day, now, closed)
      return ahead === null ? null : new Date(now.getTime() + ahead * 1000).toISOString()
    }
    expect(morningOf('2026-12-08')).toBe('2026-12-08T08:00:00.000Z')
    expect(morningOf('2027-01-01')).toMatch(/^2027-01-02/)
    for (const day of ['2026-11-29', '2020-01-01', '2026-13-01', 'tomorrow']) expect(morningOf(day)).toBe(null)
  })

  test('shows the sample movement with its mails in the mailbox, asks nothing, and leaves nothing', async () => {
    // A real mail server that is set for npm start is none of the demonstration's business
    const running = demo({ PORT: '0', MAILBOX_PORT: '0', MAIL_URL: 'smtp://127.0.0.1:9', DATA: '/nowhere' })
    await running.until(/Ctrl-C/)
    const [, mails, mailbox = '', url = '', address] =
      /: (\d+) referents[\s\S]*Open the mailbox +(\S+)[\s\S]*Open the dashboard +(\S+)\/dashboard[\s\S]*Sign in with (\S+):/.exec(
        running.said(),
      ) ?? []
    expect(address).toBe(movement.coordinators[0]?.email)
    const messages = (await (await fetch(`${mailbox}/email`)).json()) as { text: string; subject: string }[]
    expect(messages).toHaveLength(Number(mails))
    expect(messages.length).toBeGreaterThan(150)
    const [link = ''] = new RegExp(`${url}/u/\\S+`).exec(messages[0]?.text ?? '') ?? []
    const page = await fetch(link)
    expect(page.status).toBe(200)
    const [groupName = 'no group'] = /Archipel [^:]+?(?=\u00a0:)/.exec(messages[0]?.subject ?? '') ?? []
    expect(await page.text()).toContain(groupName)
    running.signal('SIGINT')
    expect(await running.ended).toBe(0)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('leaves nothing either when it is stopped before it is ready', async () => {
    const running = demo({ PORT: '0', MAILBOX_PORT: '0' })
    await running.until(/getting ready/)
    await expect.poll(() => readdirSync(temporary).length, { timeout: 10_000 }).toBe(1)
    running.signal('SIGINT')
    expect(await running.ended).toBe(130)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('says that a port is taken when it was asked for', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    const { port } = server.address() as { port: number }
    vi.stubEnv('TMPDIR', temporary)
    const sample = sampleMovements.small ?? expect.fail('no sample')
    const ports = { port: { port: 0, isAsked: true }, mailboxPort: { port, isAsked: true } }
    const shown = startDemonstration({ ...sample, host: '127.0.0.1', ...ports })
    await expect(shown).rejects.toMatchObject({ name: 'Stop', message: words.portTaken(port) })
    vi.unstubAllEnvs()
    expect(readdirSync(temporary)).toEqual([])
    server.close()
  })
})

test('a port that nobody asked for gives way to the next one', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as { port: number }
  expect(await freePort('127.0.0.1', { port, isAsked: false })).not.toBe(port)
  await expect(freePort('127.0.0.1', { port, isAsked: true })).rejects.toThrow(`Port ${port} is taken`)
  server.close()
})

describe('the demonstration’s clock', () => {
  test.each(['2026-12-01T09:30:00+01:00', '2026-12-01T23:10:00+01:00', '2026-12-01T03:00:00+01:00'])(
    'at %s is at an hour when mails leave',
    (instant) => {
      const now = new Date(instant)
      const ahead = secondsUntilDay(now, movement)
      expect(isQuiet(new Date(now.getTime() + ahead * 1000), movement)).toBe(false)
      expect(ahead === 0).toBe(!isQuiet(now, movement))
    },
  )
})
