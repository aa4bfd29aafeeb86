import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startRelance } from '#hosts/node/relance.ts'
import fixed from '#sample/movement.config.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { root } from '#scripts/local/paths.ts'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { main } from '#scripts/start/main.ts'
import { words } from '#scripts/text/text.ts'
import { addressOf, makeGroups, personUid } from '#tests/support/movement.ts'
import { type Program, startProgram } from '#tests/support/program.ts'
import { copyDatabase } from '#tests/support/template.ts'

let place: string
let folder: string
let started: Program[]
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'relance-test-'))
  folder = join(place, 'data')
  started = []
  await mkdir(folder)
  await copyDatabase(folder)
})
afterAll(async () => {
  for (const program of started) program.signal('SIGKILL')
  await Promise.all(started.map(({ ended }) => ended))
  await rm(place, { recursive: true, force: true })
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

// Each test goes on where the one before it has ended: a start costs a second of work

describe('npm start', () => {
  let program: Program
  let url: string
  beforeAll(async () => {
    program = start({ MAIL_URL: 'smtp://someone:sesame@127.0.0.1:9' })
    url = await ready(program)
  })

  test('serves the form and the dashboard on one port, and says where things are', async () => {
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
  })

  test('keeps what it writes for its own user', () => {
    const mode = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8)
    const names = ['relance.sqlite', 'relance.sqlite-wal', 'secret', 'running.json', 'lock']
    expect(names.map(mode)).toEqual(['600', '600', '600', '600', '600'])
  })

  test('says in words, and without a stack, that the port is taken', async () => {
    const { port } = new URL(url)
    const other = start({ DATA: join(place, 'other'), PORT: port })
    expect(await other.ended).toBe(1)
    expect(other.said()).toMatch(new RegExp(`Port ${port} is taken[\\s\\S]*PORT=${Number(port) + 1}`))
    expect(other.said()).not.toMatch(/\n +at |Error/)
  })

  test('goes on when somebody starts a copy of its folder, made by hand meanwhile', async () => {
    const { pid } = runningFile()
    const copy = join(place, 'copy')
    await mkdir(copy)
    await copyFile(join(folder, 'running.json'), join(copy, 'running.json'))
    const beside = start({ DATA: copy })
    await ready(beside)
    expect((await fetch(url)).status).toBe(200)
    expect(runningFile().pid).toBe(pid)
    beside.signal('SIGKILL')
  })

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

  test('takes the folder of one that was killed in mid-write, and finds all that it had acknowledged', async () => {
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
    program.signal('SIGKILL')
    await program.ended
    program = start()
    url = await ready(program)
    expect((await fetch(url)).status).toBe(200)
    const found = await withDatabase(folder, (db) =>
      db.prepare('SELECT address FROM suppression').all<{ address: string }>(),
    )
    expect(found.results.map(({ address }) => address)).toEqual(
      expect.arrayContaining(kept().map((n) => `${n}@example.org`)),
    )
  })

  test('ends when it is asked to, and leaves nothing but what lasts', async () => {
    program.signal('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['lock', 'relance.sqlite', 'secret'])
    await expect(fetch(url)).rejects.toThrow()
    expect(integrity()).toEqual(['ok'])
  })

  test('says that another one works with the folder, even when both start at once', async () => {
    const programs = [start(), start()]
    await Promise.any(programs.map(ready))
    const refused = await Promise.any(
      programs.map(async (program) => ((await program.ended) === 1 ? program : reject())),
    )
    expect(refused.said()).toContain('Another Relance is working with the folder')
    const [other, ...none] = programs.filter((program) => program !== refused)
    expect(none).toEqual([])
    other?.signal('SIGTERM')
    expect(await other?.ended).toBe(0)
  })
})

const reject = () => Promise.reject(new Error('it ended well'))

function integrity(): string[] {
  const database = new DatabaseSync(join(folder, 'relance.sqlite'))
  const rows = database.prepare('PRAGMA integrity_check').all()
  database.close()
  return rows.map((row) => String(row.integrity_check))
}

// What a program refuses is said in words (above): here, which words
describe('npm start refuses', () => {
  let other: string
  beforeEach(async () => {
    other = await mkdtemp(join(place, 'refused-'))
    vi.stubEnv('DATA', other)
    vi.stubEnv('PORT', '0')
  })
  afterEach(() => vi.unstubAllEnvs())
  const refusal = async (said: string | RegExp) => {
    const error = await main([], fixed).then(reject, (error: Error) => error)
    expect([error.name, error.message]).toEqual(['Stop', typeof said === 'string' ? said : expect.stringMatching(said)])
    return error.message
  }

  test('settings that are wrong, which it does not repeat', async () => {
    vi.stubEnv('PORT', 'http')
    vi.stubEnv('MAIL_URL', 'sesame')
    vi.stubEnv('PUBLIC_URL', 'https://a.example.org/x')
    vi.stubEnv('LINK_SECRET', 'tiny')
    const said = await refusal(/PORT: [\s\S]*MAIL_URL: [\s\S]*PUBLIC_URL: [\s\S]*LINK_SECRET: /)
    expect(said).not.toMatch(/sesame|tiny/)
  })

  test('a folder in which nothing can be written', async () => {
    await symlink(join(other, 'nowhere', 'else'), join(other, 'relance.sqlite'))
    await refusal(words.folderNotWritable(other))
    await writeFile(join(other, 'file'), '')
    vi.stubEnv('DATA', join(other, 'file', 'below'))
    await refusal(words.folderNotWritable(join(other, 'file', 'below')))
  })

  test('a database that was written by a newer Relance', async () => {
    await withDatabase(other, (db) =>
      db.prepare("INSERT INTO d1_migrations (name) VALUES ('9999_from_afar.sql')").run(),
    )
    await refusal(words.databaseNewer('9999_from_afar.sql'))
  })

  test('a secret that is damaged, rather than make another', async () => {
    await copyDatabase(other)
    await writeFile(join(other, 'secret'), 'half\n')
    await expect(startRelance({ fixed, folder: other, port: 0 })).rejects.toMatchObject({
      name: 'Stop',
      message: words.secretDamaged(join(other, 'secret')),
    })
    expect(await readFile(join(other, 'secret'), 'utf8')).toBe('half\n')
  })
})

describe('asked to end while a mail is leaving, it', () => {
  let mailbox: Mailbox
  beforeEach(async () => {
    mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
    folder = await mkdtemp(join(place, 'sending-'))
    await copyDatabase(folder)
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
