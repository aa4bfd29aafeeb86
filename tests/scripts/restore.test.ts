import { existsSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import sample from '#sample/movement.config.ts'
import { copyFolder } from '#scripts/backup/copy-folder.ts'
import { writeSql } from '#scripts/backup/write-sql.ts'
import { checkBeforeStart } from '#scripts/local/check-data.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { databaseFile, takeFolder } from '#scripts/local/folder.ts'
import { main as mails } from '#scripts/mails/main.ts'
import { main as restore } from '#scripts/restore/main.ts'
import { settleSecret } from '#shared/actions/revoke-links.ts'
import { countCounterFaults } from '#shared/db/counters.ts'
import { makeGroups } from '#tests/support/movement.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { copyDatabase } from '#tests/support/template.ts'

const secret = 'a'.repeat(64)
const opened = new Date('2026-12-01T08:00:00Z')
const now = new Date('2026-12-02T10:00:00Z')
let folder: string
let data: string
let copy: string
let said: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  data = join(folder, 'data')
  vi.stubEnv('DATA', data)
  vi.stubEnv('LINK_SECRET', '')
  said = []
  vi.spyOn(console, 'log').mockImplementation((words: string) => void said.push(words))
  await copyDatabase(data)
  await writeFile(join(data, 'secret'), `${secret}\n`)
  await withDatabase(data, async (db) => {
    await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, opened)
    await makeStep(db, '2026-12', 'invitation', opened)
    await settleSecret(db, secret, opened)
  })
  copy = (await copyFolder(data, join(folder, 'copies'), opened)).path
  await withDatabase(data, (db) =>
    db.batch([
      db.prepare("UPDATE mail SET state = 'sent', settled_at = '2026-12-01T08:05:00Z'"),
      db.prepare("DELETE FROM local_group WHERE town = 'Dax'"),
    ]),
  )
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

const groups = () => withDatabase(data, (db) => db.prepare('SELECT count(*) AS n FROM local_group').first<number>('n'))
const states = () =>
  withDatabase(data, async (db) => {
    const { results } = await db
      .prepare("SELECT state || coalesce(' ' || reason, '') AS state, count(*) AS n FROM mail GROUP BY 1")
      .all()
    return results
  })
const pauseReason = () =>
  withDatabase(data, (db) => db.prepare('SELECT pause_reason FROM mail_control').first('pause_reason'))
const run = (...args: string[]) => restore(args, sample, now)

test('says what a copy holds and would send again, and changes nothing until it is told to', async () => {
  await run(copy)
  expect(said.join('\n')).toMatch(/2 groups, 3 people[\s\S]*go on opening[\s\S]*send again[\s\S]*3 mails[\s\S]*--yes/)
  expect(await groups()).toBe(1)
  expect(readdirSync(data).sort()).toEqual(['lock', 'relance.sqlite', 'secret'])
})

test('puts it in place, keeps what was there, and sends nothing again before somebody has said what has left', async () => {
  await run(copy, '--yes')
  expect(await groups()).toBe(2)
  const [kept = ''] = readdirSync(data).filter((name) => name.startsWith('replaced-'))
  expect(readdirSync(join(data, kept))).toEqual(expect.arrayContaining(['relance.sqlite', 'secret']))
  expect(await pauseReason()).toBe('a copy was put back')
  expect(said.join('\n')).toContain('Sending is paused')
  expect(await states()).toEqual([{ state: 'pending', n: 3 }])
  await mails(['--left'], sample, now)
  expect(await states()).toEqual([{ state: 'unknown left_before_copy', n: 3 }])
  expect(said.at(-1)).toContain('3 mails will not be sent again')
})

test('brings a database back from SQL, as Cloudflare gives it, with the secret that is set', async () => {
  const sql = join(folder, 'relance.sql')
  await writeSql(databaseFile(copy), sql)
  await writeFile(sql, `PRAGMA defer_foreign_keys=TRUE;\n${await readFile(sql, 'utf8')}`)
  vi.stubEnv('LINK_SECRET', 'b'.repeat(64))
  await run(sql)
  expect(said.join('\n')).toContain('WILL NOT OPEN')
  vi.stubEnv('LINK_SECRET', secret)
  await run(sql, '--yes')
  expect(said.join('\n')).toContain('go on opening')
  expect(await groups()).toBe(2)
})

test('compares what the copy keeps counted with what is in it, and counts it anew', async () => {
  await restore([copy], sample, now)
  expect(said.join('\n')).not.toContain('counted anew')
  await withDatabase(copy, (db) => db.prepare('UPDATE group_summary SET referents = referents + 1').run())
  await restore([copy, '--yes'], sample, now)
  expect(said.join('\n')).toContain('What it keeps counted is wrong in 2 rows: all of it is counted anew')
  const wrong = await withDatabase(data, countCounterFaults)
  expect(wrong.filter(({ faults }) => faults > 0)).toEqual([])
})

test('refuses what is no copy, is damaged or cut, and a folder in which Relance runs, and touches nothing', async () => {
  const damaged = join(folder, 'damaged')
  await cp(copy, damaged, { recursive: true })
  truncateSync(databaseFile(damaged), Math.floor(statSync(databaseFile(copy)).size / 2))
  const sql = join(folder, 'relance.sql')
  await writeSql(databaseFile(copy), sql)
  truncateSync(sql, statSync(sql).size - 40)
  for (const [source, words] of [
    [damaged, 'damaged'],
    [sql, 'ends in the middle'],
    [join(folder, 'nowhere'), 'is no copy'],
  ] as const)
    await expect(run(source, '--yes')).rejects.toMatchObject({ name: 'Stop', message: expect.stringContaining(words) })
  const running = await takeFolder(data)
  await expect(run(copy, '--yes')).rejects.toThrow('Another Relance')
  await running?.release()
  expect(await groups()).toBe(1)
})

test('takes what `sqlite3 .dump` writes, whose transaction and settings stay its own, and triggers that come too early', async () => {
  const sql = join(folder, 'dump.sql')
  await writeSql(databaseFile(copy), sql)
  const [triggers = [], rest = []] = [true, false].map((early) =>
    readFileSync(sql, 'utf8')
      .split(/(?<=;\n)(?=(?:CREATE|INSERT) )/)
      .filter((one) => one.startsWith('CREATE TRIGGER') === early),
  )
  const tables = rest.filter((one) => one.startsWith('CREATE TABLE'))
  const others = rest.filter((one) => !one.startsWith('CREATE TABLE'))
  const dump = [...tables, '/* ; */ -- it’s\n', ...triggers, ...others].join('')
  await writeFile(sql, `\ufeffPRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n${dump}COMMIT;\n`)
  await run(sql, '--yes')
  expect(await groups()).toBe(2)
  expect((await withDatabase(data, countCounterFaults)).filter(({ faults }) => faults > 0)).toEqual([])
  expect(statSync(databaseFile(data)).mode & 0o077).toBe(0)
})

test.each([
  ['opens another file', (at: string) => `COMMIT; ATTACH '${at}' AS other; CREATE TABLE other.x (a); BEGIN;`],
  ['copies itself elsewhere', (at: string) => `COMMIT; VACUUM INTO '${at}';`],
  [
    'does so behind a trigger',
    (at: string) =>
      `CREATE TRIGGER x AFTER INSERT ON person BEGIN SELECT 1; /* ; END; */ END; ATTACH '${at}' AS other;`,
  ],
  ['loads a library', () => "SELECT load_extension('other');"],
  ['takes a table away', () => 'DROP TABLE event;'],
  ['undoes itself', () => 'ROLLBACK; -- due to errors'],
])('SQL that %s is not run, and the words say what it is', async (_, hostile) => {
  const other = join(folder, 'other')
  const sql = join(folder, 'relance.sql')
  await writeSql(databaseFile(copy), sql)
  await writeFile(sql, `${await readFile(sql, 'utf8')}${hostile(other)}\n`)
  await expect(run(sql, '--yes')).rejects.toThrow(/holds what no copy of a database does: \w+/)
  expect([existsSync(other), await groups()]).toEqual([false, 1])
})

describe('a copy that nothing has damaged for SQLite is refused where', () => {
  const change = (sql: string) => {
    const database = new DatabaseSync(databaseFile(copy))
    database.exec(sql)
    database.close()
  }
  test.each([
    ['a table is gone', 'DROP TABLE note', 'is damaged'],
    ['a trigger is gone', 'DROP TRIGGER former_name_renamed', 'is damaged'],
    ['nothing is said to have been migrated', 'DELETE FROM d1_migrations', 'is damaged'],
    ['another program made it', 'DROP TABLE d1_migrations', 'nothing of Relance in'],
    ['a time is none', "UPDATE event SET happened_at = 'yesterday'", 'is damaged'],
    ['it is of tomorrow', "INSERT INTO d1_migrations (name) VALUES ('9999_of_tomorrow.sql')", 'by a newer Relance'],
  ])('%s', async (_, sql, words) => {
    change(
      "INSERT INTO event (happened_at, actor, action) VALUES ('2026-12-01T08:00:00.000Z', 'system', 'revoke_links')",
    )
    change(sql)
    await expect(run(copy, '--yes')).rejects.toMatchObject({ name: 'Stop', message: expect.stringContaining(words) })
    expect(await groups()).toBe(1)
  })

  test('it is empty', async () => {
    truncateSync(databaseFile(copy))
    await expect(run(copy, '--yes')).rejects.toThrow('nothing of Relance in')
  })

  test('but is told what another program does in it at each change', async () => {
    change('CREATE TRIGGER theirs AFTER INSERT ON event BEGIN DELETE FROM link; END')
    await run(copy)
    expect(said.join('\n')).toContain('Relance has not made these triggers, which do something at each change: theirs')
  })
})

test('a copy from before all links were ended opens none of them again', async () => {
  const another = 'c'.repeat(64)
  await withDatabase(data, (db) => settleSecret(db, another, now))
  await writeFile(join(data, 'secret'), `${another}\n`)
  await run(copy, '--yes')
  expect(said.join('\n')).toMatch(/All links were ended on .* 2 December 2026[^\n]*: those of the copy stay ended/)
  expect(await readFile(join(data, 'secret'), 'utf8')).toBe(`${another}\n`)
  const starting = { folder: data, linkSecret: null, now, isClockRight: true }
  await withDatabase(data, (db) => checkBeforeStart(db, starting))
  await withDatabase(data, (db) => settleSecret(db, another, now))
  await writeFile(join(data, 'secret'), `${secret}\n`)
  await expect(withDatabase(data, (db) => checkBeforeStart(db, starting))).rejects.toThrow('has ended')
})
