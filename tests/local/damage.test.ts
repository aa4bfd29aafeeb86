import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { compileServer } from '#hosts/node/bundle.ts'
import { Examination } from '#hosts/node/examination.ts'
import { startRelance } from '#hosts/node/relance.ts'
import sample from '#sample/movement.config.ts'
import { copyFolder } from '#scripts/backup/copy-folder.ts'
import { main as backup } from '#scripts/backup/main.ts'
import { checkBeforeStart, copyNote, refuseDamaged } from '#scripts/local/check-data.ts'
import { soundly, withDatabase } from '#scripts/local/database.ts'
import { databaseFile, takeFolder } from '#scripts/local/folder.ts'
import { ClockJumped, type Clocks, startTicker } from '#scripts/local/ticker.ts'
import { revokeLinks, settleSecret } from '#shared/actions/revoke-links.ts'
import { insertEvent } from '#shared/db/events.ts'
import { countWaysIn } from '#shared/db/secret-mark.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { makeLink } from '#tests/support/links.ts'
import { makeGroups } from '#tests/support/movement.ts'
import { copyDatabase } from '#tests/support/template.ts'

const now = new Date('2026-12-01T09:00:00Z')
let whole: string
let folder: string
let file: string
beforeAll(async () => {
  whole = await mkdtemp(join(tmpdir(), 'relance-test-'))
  await copyDatabase(whole)
  await withDatabase(whole, async (db) => {
    await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, now)
    await insertEvent(db, { kind: 'system' }, { action: 'import_rows' }, now).run()
  })
  await writeFile(join(whole, 'secret'), `${'a'.repeat(64)}\n`)
})
afterAll(() => rm(whole, { recursive: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  file = databaseFile(folder)
  await cp(whole, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

async function start(at = now, isClockRight = false): Promise<void> {
  await soundly(folder, () => refuseDamaged(folder))
  await withDatabase(folder, (db) => checkBeforeStart(db, { folder, linkSecret: null, now: at, isClockRight }))
}

/** Writes over a part of the database, as a failing disk or a stray program does. */
function overwrite(from: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, Math.min(from, fstatSync(handle).size - bytes.length))
  closeSync(handle)
}
const page = 4096
const flipped = (from: number, length: number) =>
  Buffer.from(
    readFileSync(file)
      .subarray(from, from + length)
      .map((byte) => byte ^ 0xff),
  )

const damages = {
  'was cut in half': () => truncateSync(file, Math.floor(statSync(file).size / 2 / page) * page),
  'was cut within a page': () => truncateSync(file, statSync(file).size - page - 100),
  'begins with something else': () => overwrite(0, Buffer.from('<!doctype html><title>Not found</title>'.padEnd(100))),
  'has flipped bytes': () => overwrite(page * 3, flipped(page * 3, page * 3)),
  'has pages of zeros': () => overwrite(page * 2, Buffer.alloc(page * 20)),
}

describe.each(Object.entries(damages))('a database that %s', (_, damage) => {
  beforeEach(async () => {
    damage()
    await mkdir(join(folder, 'copy'))
    await writeFile(copyNote(folder), `${join(folder, 'copy')}\n`)
  })

  test('is said to be damaged by the start, with the copy to put back', async () => {
    await expect(start()).rejects.toMatchObject({ name: 'Stop', message: expect.stringContaining('is damaged') })
    await expect(start()).rejects.toThrow(`npm run restore -- ${join(folder, 'copy')}`)
  })

  test('is not copied over good copies', async () => {
    const copies = join(folder, 'copies')
    await expect(soundly(folder, () => copyFolder(folder, copies, now))).rejects.toMatchObject({ name: 'Stop' })
    expect(existsSync(copies) ? statSync(copies).nlink : 2).toBe(2)
  })
})

describe('a database in which another program', () => {
  test.each([
    ['took a table away', 'DROP TABLE answer'],
    ['took an index away', 'DROP INDEX revision_made'],
    ['took a trigger away', () => `DROP TRIGGER ${nameOf('trigger')}`],
    ['emptied the list of migrations', 'DELETE FROM d1_migrations'],
    ['took a migration off the list', 'DELETE FROM d1_migrations WHERE id = 3'],
  ])('%s is said to be damaged by the start, and nothing is written', async (_, sql) => {
    withFile((sqlite) => sqlite.exec(`PRAGMA foreign_keys = OFF; ${typeof sql === 'string' ? sql : sql()}`))
    const before = readFileSync(file)
    await expect(start()).rejects.toThrow(/is damaged, or another version made it[\s\S]*npm run restore/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('has a table, a view and an index of its own is taken as it is', async () => {
    withFile((sqlite) =>
      sqlite.exec(
        'CREATE TABLE their_note (a); CREATE VIEW theirs AS SELECT a FROM their_note; CREATE INDEX n ON their_note (a)',
      ),
    )
    await start()
  })

  function withFile<Result>(work: (sqlite: DatabaseSync) => Result): Result {
    const sqlite = new DatabaseSync(file)
    try {
      return work(sqlite)
    } finally {
      sqlite.close()
    }
  }
  const nameOf = (type: string) =>
    withFile((sqlite) => String(sqlite.prepare('SELECT name FROM sqlite_schema WHERE type = ?1').get(type)?.name))
})

describe('a database that is not there', () => {
  test.each([
    { title: 'is missing', lose: () => rm(file) },
    { title: 'is empty', lose: async () => truncateSync(file, 0) },
    { title: 'has one byte, which SQLite takes for none', lose: async () => truncateSync(file, 1) },
  ])('or $title, beside a secret, is not begun anew in silence', async ({ lose }) => {
    await lose()
    await expect(start()).rejects.toThrow(/There is no database [\s\S]*npm run restore/)
    expect(statSync(file, { throwIfNoEntry: false })?.size ?? 0).toBeLessThan(2)
    await rm(join(folder, 'secret'))
    await start()
  })
})

describe('an index that says otherwise than its table, after a bit has flipped', () => {
  beforeEach(() => {
    const bytes = readFileSync(file)
    const at = bytes.lastIndexOf('noa@example.org')
    overwrite(at, Buffer.from('o'))
    expect(at).toBeGreaterThan(0)
  })

  test('is said by the start', async () => {
    await expect(start()).rejects.toThrow(/is damaged[\s\S]*npm run restore/)
  })

  test('is found by a server that runs, once a day and not before', async () => {
    const onDamage = vi.fn()
    expect(await new Examination(file, onDamage).look()).toBeNull()
    const due = new Examination(file, onDamage, 0)
    expect(await due.look()).toBe(false)
    expect(onDamage).toHaveBeenCalledTimes(1)
    expect(await due.look()).toBeNull()
    expect(await new Examination(databaseFile(whole), onDamage, 0).look()).toBe(true)
    overwrite(page, Buffer.alloc(page * 20, 0x5a))
    expect(await new Examination(file, onDamage, 0).look()).toBe(false)
  })
})

test('the whole file is looked through also where what is due each minute fails', async () => {
  const look = vi.spyOn(Examination.prototype, 'look')
  const relance = await startRelance({ folder, port: 0, fixed: sample, isQuiet: true })
  try {
    await relance.db.prepare('DROP TABLE mail_control').run()
    await expect(relance.tick()).rejects.toThrow()
    expect(look).toHaveBeenCalledTimes(1)
  } finally {
    await relance.stop()
    look.mockRestore()
  }
})

/** A database that another program made, with these statements. */
async function replaceBy(sql: string): Promise<Buffer> {
  await rm(file)
  const other = new DatabaseSync(file)
  other.exec(sql)
  other.close()
  return readFileSync(file)
}

test('a database without a table, beside a secret, is not begun anew in silence', async () => {
  await replaceBy('CREATE TABLE gone (a TEXT); DROP TABLE gone')
  await expect(start()).rejects.toThrow('There is no database')
})

test.each([true, false])(
  'into a database of another program nothing is written, with a secret beside it: %s',
  async (hasSecret) => {
    if (!hasSecret) await rm(join(folder, 'secret'))
    const before = await replaceBy("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('milk')")
    await expect(start()).rejects.toThrow('a database of another program')
    await expect(withDatabase(folder, async () => undefined)).rejects.toThrow('a database of another program')
    expect(readFileSync(file).equals(before)).toBe(true)
  },
)

test.each(['relance.sqlite', 'relance.sqlite-wal', 'secret', 'lock'])(
  'a folder in the place of %s is said to be one',
  async (name) => {
    await rm(join(folder, name), { force: true })
    await mkdir(join(folder, name))
    await expect(withDatabase(folder, async () => undefined)).rejects.toThrow(`${join(folder, name)} is a folder`)
    await expect(takeFolder(folder)).rejects.toThrow(`${join(folder, name)} is a folder`)
  },
)

test('a journal that another program left beside the database is not taken for a folder that cannot be written', async () => {
  await writeFile(`${file}-journal`, 'garbage '.repeat(2000))
  const before = readFileSync(file)
  for (const work of [start, () => withDatabase(folder, async () => undefined)])
    await expect(work()).rejects.toThrow(/another program was changing the database[\s\S]*npm run restore/)
  expect(readFileSync(file).equals(before)).toBe(true)
  await rm(`${file}-journal`)
  await start()
})

// root may write everywhere
test.skipIf(process.getuid?.() === 0)('a file in it that may not be written is named', async () => {
  await chmod(join(folder, 'secret'), 0o400)
  await start()
  await chmod(file, 0o400)
  await expect(start()).rejects.toThrow(`may not read and write the file ${file}`)
})

test('a folder whose name is too long for SQLite is said to be so, and not to be made', async () => {
  const long = join(folder, ...Array.from({ length: 6 }, () => 'deep'.repeat(20)))
  await expect(takeFolder(long)).rejects.toThrow('too long')
  expect(existsSync(join(folder, 'deep'.repeat(20)))).toBe(false)
})

test('a file in the place of the data folder is said to be one', async () => {
  await expect(takeFolder(file)).rejects.toThrow(`${file} is a file`)
})

describe('the log that a killed server leaves', () => {
  /** The folder as it lies there when its server was killed after some saves. */
  const killAfterSaves = async (path: string, names: readonly string[]) => {
    const sqlite = new DatabaseSync(databaseFile(path))
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0')
    for (const name of names) sqlite.prepare('UPDATE person SET name = ?1 WHERE id = 1').run(name)
    const log = readFileSync(`${databaseFile(path)}-wal`)
    const before = readFileSync(databaseFile(path))
    sqlite.close()
    writeFileSync(databaseFile(path), before)
    return log
  }
  const leaveLog = (log: Buffer) => writeFileSync(`${file}-wal`, log)
  const nameNow = () =>
    withDatabase(folder, async (db) => db.prepare('SELECT name FROM person WHERE id = 1').first<string>('name'))

  test('is taken in, also when its last save was cut by the end of the power', async () => {
    const log = await killAfterSaves(folder, ['Lou A', 'Lou B', 'Lou C'])
    leaveLog(log.subarray(0, -100))
    await start()
    expect(await nameNow()).toBe('Lou B')
  })

  test('and that was damaged afterwards is not forgotten in silence', async () => {
    const log = await killAfterSaves(folder, ['Lou A', 'Lou B', 'Lou C'])
    const before = readFileSync(file)
    for (const at of [0, 20, 40, 600]) {
      const damaged = Buffer.from(log)
      damaged[at] = (damaged[at] ?? 0) ^ 0x10
      leaveLog(damaged)
      await expect(start(), `byte ${at}`).rejects.toThrow(/The log .* is damaged[\s\S]*npm run restore/)
      expect(readFileSync(file).equals(before)).toBe(true)
    }
    await rm(`${file}-wal`)
    await start()
  })

  test.each([
    ['in the middle', 0.5],
    ['in its last save', 0.99],
  ])('and that was damaged %s is said by whatever is run first, a command too', async (_, part) => {
    const left = new DatabaseSync(file)
    left.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0')
    for (const name of ['Lou A', 'Lou B', 'Lou C', 'Lou D'])
      left.prepare('UPDATE person SET name = ?1 WHERE id = 1').run(name)
    const killed = ['', '-wal', '-shm'].map((end) => readFileSync(file + end))
    left.close()
    const [, log = Buffer.alloc(0)] = killed
    const at = Math.floor(log.length * part)
    log[at] = (log[at] ?? 0) ^ 0x10
    for (const [index, end] of ['', '-wal', '-shm'].entries()) writeFileSync(file + end, killed[index] ?? '')
    const copies = join(folder, 'copies')
    for (const work of [nameNow, start, () => soundly(folder, () => copyFolder(folder, copies, now))]) {
      await expect(work()).rejects.toThrow(/The log .* is damaged[\s\S]*npm run restore/)
      expect(readFileSync(`${file}-wal`).equals(log)).toBe(true)
    }
    // As its advice says
    await rm(`${file}-wal`)
    await start()
  })

  test('is read in pieces: one of more than two gigabytes is taken in, and one that breaks far behind its beginning is said', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `Lou ${index}`)
    const log = await killAfterSaves(folder, names)
    const damaged = Buffer.from(log)
    damaged[(log.length * 3) >> 2] = 1 ^ (log[(log.length * 3) >> 2] ?? 0)
    leaveLog(damaged)
    await expect(start()).rejects.toThrow(/The log .* is damaged/)
    leaveLog(log)
    // Without a byte on the disk
    truncateSync(`${file}-wal`, 2 ** 31 + 4096)
    await start()
    expect(await nameNow()).toBe('Lou 199')
  })

  test('of another database does not end up in this one', async () => {
    const other = await mkdtemp(join(tmpdir(), 'relance-test-'))
    const sqlite = new DatabaseSync(databaseFile(other))
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE note (text TEXT)')
    for (let count = 0; count < 20; count++) sqlite.exec(`INSERT INTO note VALUES ('${'milk '.repeat(500)}')`)
    leaveLog(readFileSync(`${databaseFile(other)}-wal`))
    sqlite.close()
    await rm(other, { recursive: true })
    const before = readFileSync(file)
    await expect(start()).rejects.toMatchObject({ name: 'Stop' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

test('a secret that is gone is not replaced in silence where links have left', async () => {
  await rm(join(folder, 'secret'))
  await start()
  await withDatabase(folder, (db) =>
    db.batch([
      db.prepare(
        `INSERT INTO mail (uid, kind, person_id, state, due_at, attempts, settled_at, created_at)
         SELECT 'a', 'new_link', id, 'sent', '2026-12-01', 1, '2026-12-01', '2026-12-01' FROM person LIMIT 1`,
      ),
      db.prepare("INSERT INTO link (hash, mail_id, expires_at) SELECT printf('%064d', id), id, '2027-01-01' FROM mail"),
    ]),
  )
  await expect(start()).rejects.toThrow(/secret is missing|secret .* is missing/)
  expect(existsSync(join(folder, 'secret'))).toBe(false)
})

describe('a secret that is not the one of the links', () => {
  const secret = (text: string) => writeFile(join(folder, 'secret'), text)
  beforeEach(() =>
    withDatabase(folder, async (db) => {
      await settleSecret(db, 'a'.repeat(64), now)
      await makeLink(db, 'Lou', { secret: 'a'.repeat(64), expiresAt: new Date('2027-01-01') }, now)
    }),
  )

  test.each([
    ['another one', `${'b'.repeat(64)}\n`],
    ['with one character that flipped', `${'a'.repeat(63)}c\n`],
    ['a text', 'Notes of a meeting, long enough to look like a secret.\n'],
    ['bytes', '\0'.repeat(64)],
  ])('%s, is said before any of them ends, and the start goes on once it is put back', async (_, text) => {
    await secret(text)
    await expect(start()).rejects.toThrow(/not the one that the links were made with[\s\S]*revoke-links/)
    expect(await withDatabase(folder, (db) => countWaysIn(db, now))).toMatchObject({ links: 1 })
    await secret(`${'a'.repeat(64)}\n`)
    await start()
  })

  test('is taken where all of them were ended by hand, though a link has left since', async () => {
    const later = new Date(now.getTime() + 1000)
    await withDatabase(folder, async (db) => {
      await revokeLinks({ db, actor: { kind: 'system' }, now: later })
      await makeLink(db, 'Sam', { secret: 'a'.repeat(64), expiresAt: new Date('2027-01-01') }, later)
    })
    await secret(`${'b'.repeat(64)}\n`)
    await start(later)
  })
})

test('a lock that holds something else is emptied, and the folder taken', async () => {
  await writeFile(join(folder, 'lock'), 'garbage '.repeat(2000))
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const taken = await takeFolder(folder)
  expect(taken).not.toBeNull()
  expect(await takeFolder(folder)).toBeNull()
  expect(said.mock.calls.join()).toContain('held something else than a lock')
  said.mockRestore()
  await taken?.release()
})

describe('a clock that cannot be right', () => {
  test.each([
    ['1970-01-01', 'says January 1, 1970'],
    ['2029-06-01', 'says June 1, 2029'],
  ])('such as %s is said by the start, unless it is told that it is right', async (at, words) => {
    await expect(start(new Date(at))).rejects.toThrow(words)
    await start(new Date(at), true)
  })

  test('from one minute to the next fires nothing until it is back', async () => {
    let told = now.getTime()
    const clocks: Clocks = { told: () => told, steady: () => 0 }
    const faults: unknown[] = []
    const ticks: number[] = []
    const run = async (at: number) => {
      told = at
      const ticker = startTicker(
        async () => void ticks.push(told),
        (error) => faults.push(error),
        { ...clocks, told: () => told },
      )
      await ticker.stop(1000)
    }
    await run(now.getTime())
    expect([ticks.length, faults.length]).toEqual([1, 0])
    let asked = 0
    // The first look is before the leap
    const leaping: Clocks = { told: () => (asked++ === 0 ? told : told + 4 * 365 * 86_400_000), steady: () => 0 }
    const ticker = startTicker(
      async () => void ticks.push(told),
      (error) => faults.push(error),
      leaping,
    )
    await ticker.stop(1000)
    expect([ticks.length, faults[0]]).toEqual([1, expect.any(ClockJumped)])
  })
})

describe('while Relance runs', () => {
  test.each([
    { title: 'taken away', replace: async () => undefined, kept: () => file },
    { title: 'replaced', replace: () => writeFile(file, 'another one'), kept: () => `${file}.rescued` },
  ])(
    'a database that is $title is said by /health and in the log, and all that it held is put back at the end',
    async ({ replace, kept }) => {
      const said = vi.spyOn(console, 'error').mockReturnValue()
      const relance = await startRelance({ fixed: sample, folder, port: 0, isQuiet: true, clock: now.toISOString() })
      for (const name of ['', '-wal', '-shm']) await rm(file + name, { force: true })
      await replace()
      await relance.tick()
      expect(await (await fetch(`${relance.url}/health`)).text()).toContain('["moved"]')
      await insertEvent(relance.db, { kind: 'system' }, { action: 'import_rows' }, now).run()
      await relance.stop()
      const words = said.mock.calls.join()
      said.mockRestore()
      expect(words).toContain('was taken away or replaced')
      expect(words).toContain(`is in ${kept()}`)
      await rename(kept(), file)
      await start()
      expect(await withDatabase(folder, (db) => db.prepare('SELECT count(*) AS n FROM event').first('n'))).toBe(2)
    },
  )

  test('a folder that is removed is there again at the end, with all that was saved and its secret; meanwhile coordinators read so', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    const clock = now.toISOString()
    const secondThread = (await compileServer()).secondThread
    const relance = await startRelance({ fixed: sample, folder, port: 0, isQuiet: true, clock, secondThread })
    const cookie = await sessionCookie(relance.db, { secret: 'a'.repeat(64) }, now)
    const today = () => open(`${relance.url}/dashboard`, { headers: { cookie } })
    await rm(folder, { recursive: true })
    await relance.tick()
    expect(textOf(await today())).toContain('Rien n’est perdu si quelqu’un arrête Relance')
    await insertEvent(relance.db, { kind: 'system' }, { action: 'import_rows' }, now).run()
    await relance.stop()
    expect(said.mock.calls.join()).toContain(`is in ${file}`)
    said.mockRestore()
    await start()
    expect(await withDatabase(folder, (db) => db.prepare('SELECT count(*) AS n FROM event').first('n'))).toBe(2)
    expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe('a'.repeat(64))
  })

  test('a file that is no database any more is said in words, on the first page that whoever looks on asks for', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    const secondThread = (await compileServer()).secondThread
    const relance = await startRelance({ fixed: sample, folder, port: 0, isQuiet: true, secondThread })
    await relance.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').run()
    overwrite(0, Buffer.from('<!doctype html>'.padEnd(statSync(file).size)))
    const page = await open(`${relance.url}/dashboard`)
    expect([page.status, textOf(page)]).toEqual([503, expect.stringContaining('ne peuvent pas être lues')])
    expect(said.mock.calls.join()).not.toContain(' at ')
    await relance.stop().catch(() => undefined)
    said.mockRestore()
  })

  test('what is wrong with the machine is said to coordinators on Today, until it is mended', async () => {
    await writeFile(join(folder, 'lock'), 'garbage '.repeat(2000))
    const said = vi.spyOn(console, 'error').mockReturnValue()
    vi.spyOn(console, 'log').mockReturnValue()
    vi.stubEnv('DATA', folder)
    const relance = await startRelance({
      fixed: sample,
      folder,
      port: 0,
      isQuiet: true,
      clock: new Date().toISOString(),
      secondThread: (await compileServer()).secondThread,
    })
    try {
      const cookie = await sessionCookie(relance.db, { secret: 'a'.repeat(64) }, new Date())
      const today = async () => textOf(await open(`${relance.url}/dashboard`, { headers: { cookie } }))
      const lines = {
        lock: 'Un autre programme a écrit',
        copy: 'La copie de sauvegarde n’a pas pu se faire',
        clock: 'L’horloge de la machine a sauté',
        full: 'Le disque est plein',
        readonly: 'On ne peut plus écrire',
        damaged: 'Le fichier des données est abîmé',
      }
      const told = async () => {
        const page = await today()
        return Object.keys(lines).filter((name) => page.includes(lines[name as keyof typeof lines]))
      }
      expect(await told()).toEqual(['lock'])
      await expect(backup([join(folder, 'secret')])).rejects.toMatchObject({ name: 'Stop' })
      relance.suffer('clock')
      expect(await told()).toEqual(['lock', 'clock'])
      await relance.tick()
      expect(await told()).toEqual(['lock', 'copy'])
      await backup([join(folder, 'copies')])
      await relance.tick()
      expect(await told()).toEqual(['lock'])
      const pages = await relance.db.prepare('PRAGMA page_count').first<number>('page_count')
      await relance.db.prepare(`PRAGMA max_page_count = ${pages}`).run()
      await expect(fillUp(relance.db)).rejects.toThrow('full')
      expect(await told()).toEqual(['lock', 'full'])
      await relance.db.prepare('PRAGMA max_page_count = 4000000').run()
      await relance.tick()
      expect(await told()).toEqual(['lock'])
      await relance.db.prepare('PRAGMA query_only = ON').run()
      await expect(relance.db.prepare('DELETE FROM link_request').run()).rejects.toThrow('readonly')
      expect(await told()).toEqual(['lock', 'readonly'])
      await relance.tick().catch(() => undefined)
      expect(await told()).toEqual(['lock', 'readonly'])
      await relance.db.prepare('PRAGMA query_only = OFF').run()
      await relance.tick()
      expect(await told()).toEqual(['lock'])
      await writeFile(join(folder, 'trouble-lock'), new Date(Date.now() - 8 * 86_400_000).toISOString())
      // A table that Today does not read
      const rootPage = "SELECT rootpage FROM sqlite_schema WHERE name = 'enquiry'"
      const damaged = (await relance.db.prepare(rootPage).first<number>('rootpage')) ?? 0
      overwrite(page * (damaged - 1), Buffer.alloc(page, 0x5a))
      await expect(backup([join(folder, 'copies')])).rejects.toMatchObject({ name: 'Stop' })
      await relance.tick()
      expect(await told()).toEqual(['damaged'])
      expect((await open(`${relance.url}/health`)).status).toBe(503)
    } finally {
      await relance.stop().catch(() => undefined)
      vi.unstubAllEnvs()
      said.mockRestore()
      vi.restoreAllMocks()
    }
  })

  test('a disk that is full, and a file that is damaged, are said on the page and in the log, in words', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    const relance = await startRelance({
      fixed: sample,
      folder,
      port: 0,
      isQuiet: true,
      clock: now.toISOString(),
      vars: { READING_MS: '0' },
    })
    try {
      const pages = await relance.db.prepare('PRAGMA page_count').first<number>('page_count')
      await relance.db.prepare(`PRAGMA max_page_count = ${pages}`).run()
      const asking = await open(`${relance.url}/new-link`)
      await expect(fillUp(relance.db)).rejects.toThrow('full')
      const full = await submit(asking, { email: 'lou@example.org' })
      expect([full.status, textOf(full)]).toEqual([507, expect.stringContaining('Rien ne peut être gardé')])
      expect(said.mock.calls.join()).toContain('is full')
      await relance.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').run()
      overwrite(0, Buffer.alloc(page * 40, 0x5a))
      await relance.db.prepare('PRAGMA shrink_memory').run()
      const damaged = await fetch(`${relance.url}/u/${'a'.repeat(43)}`)
      expect([damaged.status, await damaged.text()]).toEqual([503, expect.stringContaining('ne peuvent pas être lues')])
      expect(said.mock.calls.join()).toContain('is damaged')
    } finally {
      await relance.stop().catch(() => undefined)
      said.mockRestore()
    }
  })
})

/** Writes until there is no room, not even in the pages that hold requests for a link. */
async function fillUp(db: D1Database): Promise<void> {
  const requests = db.prepare(
    `INSERT INTO link_request (kind, address, asked_at)
     SELECT 'new_link', value || '@example.org', '2026-12-01' FROM json_each(?1)`,
  )
  const write = async (rows: number) => {
    const many = requests.bind(JSON.stringify(Array.from({ length: rows }, (_, index) => index)))
    for (let count = 0; count < 10_000; count++) await many.run()
  }
  await write(200).catch(() => undefined)
  await write(1)
}
