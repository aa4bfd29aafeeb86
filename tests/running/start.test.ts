import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { D1Database } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withDatabase } from '#scripts/local/database.ts'
import { root } from '#scripts/local/paths.ts'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { addressOf, makeGroups, personUid } from '#tests/support/movement.ts'
import { type Program, startProgram } from '#tests/support/program.ts'

let folder: string
let started: Program[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  started = []
})
afterEach(async () => {
  for (const program of started) program.signal('SIGKILL')
  await Promise.all(started.map(({ ended }) => ended))
  await rm(folder, { recursive: true, force: true })
})

/** `npm start` over the test's folder, on a free port. */
function start(env: Record<string, string> = {}): Program {
  const program = startProgram('start', [], { env: { DATA: folder, PORT: '0', ...env } })
  started.push(program)
  return program
}

async function ready(program: Program): Promise<string> {
  const [, url = ''] = await program.until(/form +(http:\S+)[\s\S]*Ctrl-C/)
  return url
}

const runningFile = () => JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { pid: number }

describe('npm start', () => {
  test('serves the form and the dashboard on one port, says where things are, and ends when it is asked to', async () => {
    const program = start({ MAIL_URL: 'smtp://someone:sesame@127.0.0.1:9' })
    const url = await ready(program)
    const page = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
    // What is packed is unpacked on the way
    expect([page.status, page.headers.get('content-encoding'), await page.text()]).toEqual([
      200,
      'gzip',
      expect.stringMatching(/^<!doctype html>.*<\/html>$/s),
    ])
    expect((await fetch(`${url}/dashboard`)).status).not.toBe(404)
    expect(program.said()).toContain(folder)
    expect(program.said()).toContain('smtp://127.0.0.1:9')
    expect(program.said()).not.toMatch(/sesame|someone/)
    program.signal('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['lock', 'relance.sqlite', 'secret'])
    await expect(fetch(url)).rejects.toThrow()
  })

  test('goes on when somebody starts a copy of its folder, made by hand meanwhile', async () => {
    const url = await ready(start())
    const { pid } = runningFile()
    const copy = join(folder, 'copy')
    await mkdir(copy)
    await copyFile(join(folder, 'running.json'), join(copy, 'running.json'))
    await ready(start({ DATA: copy }))
    expect((await fetch(url)).status).toBe(200)
    expect(runningFile().pid).toBe(pid)
  })

  test('keeps what it writes for its own user', async () => {
    await ready(start())
    const mode = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8)
    const names = ['relance.sqlite', 'relance.sqlite-wal', 'secret', 'running.json', 'lock']
    expect(names.map(mode)).toEqual(['600', '600', '600', '600', '600'])
  })
})

describe('npm start says in words, and without a stack,', () => {
  const endsWith = async (program: Program, words: RegExp) => {
    expect(await program.ended).toBe(1)
    expect(program.said()).toMatch(words)
    expect(program.said()).not.toMatch(/\n +at |Error/)
  }

  test('that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    const { port } = server.address() as { port: number }
    await endsWith(start({ PORT: String(port) }), new RegExp(`Port ${port} is taken[\\s\\S]*PORT=${port + 1}`))
    server.close()
  })

  test('which settings are wrong, without repeating them', async () => {
    const program = start({
      PORT: 'http',
      MAIL_URL: 'sesame',
      PUBLIC_URL: 'https://a.example.org/x',
      LINK_SECRET: 'tiny',
    })
    await endsWith(program, /PORT: [\s\S]*MAIL_URL: [\s\S]*PUBLIC_URL: [\s\S]*LINK_SECRET: /)
    expect(program.said()).not.toMatch(/sesame|tiny/)
  })

  test('that nothing can be written in the folder', async () => {
    await writeFile(join(folder, 'file'), '')
    await endsWith(start({ DATA: join(folder, 'file', 'below') }), /Nothing can be written in the folder/)
    await symlink(join(folder, 'nowhere', 'else'), join(folder, 'relance.sqlite'))
    await endsWith(start(), /Nothing can be written in the folder/)
  })

  test('that the secret is damaged, rather than make another', async () => {
    await withDatabase(folder, async () => undefined)
    await writeFile(join(folder, 'secret'), 'half\n')
    await endsWith(start(), /secret is damaged/)
  })

  test('that the database was written by a newer Relance', async () => {
    await withDatabase(folder, (db) =>
      db.prepare("INSERT INTO d1_migrations (name) VALUES ('9999_from_afar.sql')").run(),
    )
    await endsWith(start(), /newer Relance \(it has 9999_from_afar\.sql\)/)
  })

  test('that another one works with the folder, even when both start at once', async () => {
    const programs = [start(), start()]
    await Promise.any(programs.map(ready))
    const refused = await Promise.any(
      programs.map(async (program) => ((await program.ended) === 1 ? program : reject())),
    )
    expect(refused.said()).toContain('Another Relance is working with the folder')
    expect(programs.filter((program) => program !== refused).map((program) => program.said())).toHaveLength(1)
  })
})

const reject = () => Promise.reject(new Error('it ended well'))

describe('a process that is killed', () => {
  /** Writes without end, beside the server, and says what was acknowledged. */
  const writer = `
    import { openSqlite } from '#hosts/node/d1-over-sqlite.ts'
    const { db } = openSqlite(process.argv[1])
    for (let index = 0; ; index++) {
      await db
        .prepare("INSERT INTO suppression (address, reason, since_at) VALUES (?1, 'complaint', 'now')")
        .bind(index + '@example.org')
        .run()
      process.stdout.write(index + '\\n')
    }`

  test('in mid-write loses nothing that it had acknowledged', async () => {
    const url = await ready(start())
    const writing = spawn(
      process.execPath,
      ['--input-type=module-typescript', '-e', writer, join(folder, 'relance.sqlite')],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said = ''
    writing.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const kept = () => said.split('\n').slice(0, -1)
    await expect.poll(() => kept().length, { timeout: 20_000 }).toBeGreaterThan(50)
    writing.kill('SIGKILL')
    await once(writing, 'close')
    expect((await fetch(url)).status).toBe(200)
    started[0]?.signal('SIGKILL')
    await started[0]?.ended
    const again = await ready(start())
    expect((await fetch(again)).status).toBe(200)
    const found = await withDatabase(folder, (db) =>
      db.prepare('SELECT address FROM suppression').all<{ address: string }>(),
    )
    expect(found.results.map(({ address }) => address)).toEqual(
      expect.arrayContaining(kept().map((n) => `${n}@example.org`)),
    )
    started[1]?.signal('SIGTERM')
    await started[1]?.ended
    expect(integrity()).toEqual(['ok'])
  })

  test('leaves a folder that the next start takes', async () => {
    await ready(start())
    started[0]?.signal('SIGKILL')
    await started[0]?.ended
    expect((await fetch(await ready(start()))).status).toBe(200)
  })
})

function integrity(): string[] {
  const database = new DatabaseSync(join(folder, 'relance.sqlite'))
  const rows = database.prepare('PRAGMA integrity_check').all()
  database.close()
  return rows.map((row) => String(row.integrity_check))
}

describe('asked to end while a mail is leaving, it', () => {
  let mailbox: Mailbox
  beforeEach(async () => {
    mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
    await withDatabase(folder, askForLink)
  })
  afterEach(() => mailbox.stop())

  async function askForLink(db: D1Database): Promise<void> {
    const now = new Date()
    await makeGroups(db, { Pau: ['Lou'] }, now)
    await db
      .prepare(
        "INSERT INTO mail (kind, stream, person_id, due_at, created_at) SELECT 'new_link', 'transactional', id, ?1, ?1 FROM person WHERE uid = ?2",
      )
      .bind(now.toISOString(), personUid('Lou'))
      .run()
  }

  /** Starts, and waits until the server has the mail in its hands for so long. */
  async function sending(milliseconds: number): Promise<Program> {
    mailbox.faults.add({ at: 'body', does: { wait: milliseconds } })
    const program = start({ MAIL_URL: mailbox.smtpUrl })
    await ready(program)
    await expect.poll(states, { timeout: 10_000 }).toEqual(['sending'])
    return program
  }

  const states = () =>
    withDatabase(folder, async (db) => {
      const { results } = await db.prepare('SELECT state FROM mail').all<{ state: string }>()
      return results.map(({ state }) => state)
    })

  test('lets it leave, also when npm repeats the signal of the terminal', async () => {
    const program = await sending(2000)
    program.signal('SIGINT')
    await sleep(50)
    program.signal('SIGINT')
    expect(await program.ended).toBe(0)
    expect(mailbox.messages.deliveriesTo(addressOf('Lou'))).toBe(1)
    expect(await states()).toEqual(['sent'])
  })

  test('ends at once when it is asked twice', async () => {
    const program = await sending(60_000)
    program.signal('SIGTERM')
    // Two signals close to each other count as one, and a busy machine hears the first late
    await program.until(/Stopping/)
    await sleep(600)
    program.signal('SIGTERM')
    // Otherwise it ends well, once it has waited for the mail
    expect(await program.ended).toBe(130)
  })
})
