import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fillHugely } from '#bench/huge-network.ts'
import fixed from '#sample/movement.config.ts'
import { main } from '#scripts/export/main.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { ourFacts } from '#shared/db/facts.ts'

let folder: string
const now = new Date('2026-12-09T10:00:00Z')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  vi.stubEnv('DATA', join(folder, 'data'))
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await withDatabase(join(folder, 'data'), (db) => fillHugely(db, 1700, 4, now))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

function rowsOf(path: string, sql: string): Record<string, unknown>[] {
  const file = new DatabaseSync(path, { readOnly: true })
  try {
    return file.prepare(sql).all()
  } finally {
    file.close()
  }
}

test('the facts of the network are written to a SQLite file, all of them and no more', async () => {
  const path = join(folder, 'facts.sqlite')
  await main([path], fixed)
  expect(rowsOf(path, 'SELECT count(*) AS n, count(DISTINCT id) AS ids FROM groups')).toEqual([{ n: 1700, ids: 1700 }])
  // More than one window
  const rounds = rowsOf(
    path,
    'SELECT count(*) AS n, count(DISTINCT round || group_id) AS keys, sum(asked) AS asked, sum(answered) AS answered FROM group_rounds',
  )
  const kept = await withDatabase(join(folder, 'data'), (db) =>
    db
      .prepare(
        'SELECT count(*) AS n, count(*) AS keys, sum(asked) AS asked, count(answered_at) AS answered FROM round_snapshot',
      )
      .first(),
  )
  expect(rounds).toEqual([kept])
  expect(rounds[0]?.n).toBe(6800)
  const known = await withDatabase(join(folder, 'data'), (db) =>
    db.batch(
      ['section_check', 'training', 'activity', 'participation', 'revision'].map((table) =>
        db.prepare(`SELECT count(*) AS n FROM ${table}`),
      ),
    ),
  )
  const written = ['section_checks', 'trainings', 'activities', 'participations', 'changes'].flatMap((table) =>
    rowsOf(path, `SELECT count(*) AS n FROM ${table}`),
  )
  expect(written).toEqual(known.flatMap(({ results }) => results))
  expect(written.every(({ n }) => Number(n) > 0)).toBe(true)
})

test('a day is the movement’s own: half past eleven at Greenwich is the next one in Paris', async () => {
  const path = join(folder, 'late.sqlite')
  const late = '2026-11-30T23:30:00.000Z'
  await withDatabase(join(folder, 'data'), (db) =>
    db.batch([
      db.prepare('UPDATE revision SET made_at = ?1 WHERE id = (SELECT min(id) FROM revision)').bind(late),
      db.prepare(`UPDATE local_group SET created_at = ?1 WHERE id = 1`).bind(late),
    ]),
  )
  await main([path], fixed)
  expect(rowsOf(path, 'SELECT made_on FROM changes ORDER BY rowid LIMIT 1')).toEqual([{ made_on: '2026-12-01' }])
  expect(rowsOf(path, 'SELECT max(created_on) AS latest FROM groups')).toEqual([{ latest: '2026-12-01' }])
})

test('the file names nobody', async () => {
  const bytes = (await readFile(join(folder, 'facts.sqlite'))).toString('latin1')
  expect(bytes).toContain('Archipel Ville 000001')
  expect(bytes).not.toMatch(/@example\.org|Personne 0|\+336/)
})

test('the file says what its tables and columns mean, as the documentation does', async () => {
  const about = rowsOf(join(folder, 'facts.sqlite'), 'SELECT "table", "column" FROM about')
  const docs = await readFile('docs/facts.md', 'utf8')
  for (const { name, columns } of ourFacts)
    for (const [column, { means }] of Object.entries(columns)) {
      expect(about).toContainEqual({ table: name, column })
      expect(docs, `${name}.${column}`).toContain(`| \`${column}\` | ${means} |`)
    }
})

test('the next export takes the place of the last one, and of nothing else', async () => {
  const path = join(folder, 'facts.sqlite')
  await main([path], fixed)
  expect(rowsOf(path, 'SELECT count(*) AS n FROM groups')).toEqual([{ n: 1700 }])
  const other = join(folder, 'accounts.sqlite')
  new DatabaseSync(other).exec('CREATE TABLE money (amount INTEGER)')
  const message = join(folder, 'letter.txt')
  await writeFile(message, 'Dear all,')
  for (const path of [other, message]) await expect(main([path], fixed)).rejects.toMatchObject({ name: 'Stop' })
  expect(await readFile(message, 'utf8')).toBe('Dear all,')
  await expect(main([], fixed)).rejects.toMatchObject({ name: 'Stop' })
})

test('an export that cannot be written, or that is asked something nobody knows, says so and writes nothing', async () => {
  const nowhere = join(folder, 'nowhere', 'facts.sqlite')
  await expect(main([nowhere], fixed)).rejects.toMatchObject({
    name: 'Stop',
    message: expect.stringContaining(join(folder, 'nowhere')),
  })
  const path = join(folder, 'mistyped.sqlite')
  await expect(main([path, '--remot'], fixed)).rejects.toMatchObject({ name: 'Stop' })
  expect(existsSync(path)).toBe(false)
})
