import { globSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeSql } from '#scripts/backup/write-sql.ts'
import { checkDatabase } from '#scripts/deploy/check-database.ts'
import { wrangler } from '#scripts/deploy/wrangler.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { makeGroups } from '#tests/support/movement.ts'
import { startProgram } from '#tests/support/program.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const now = new Date('2026-12-01T08:00:00Z')
const wanted = `d1 'quoted'; -- not a comment\nCREATE TRIGGER BEGIN END; « é » 😀`

test('a database goes from a machine to Cloudflare’s as it is: rows, counters, indexes and what was migrated', async () => {
  const path = join(folder, 'data')
  await withDatabase(path, async (db) => {
    await makeGroups(db, { Pau: ['Camille', 'Lou'], 'L’Île-d’Yeu': ['Lou'] }, now)
    await db.batch([
      db.prepare('UPDATE local_group SET networks = ?1, latitude = ?2').bind(wanted, 48.80359),
      // More than one statement may hold
      db.prepare(
        `INSERT INTO suppression (address, reason, since_at)
         WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 3000)
         SELECT 'person-' || value || '@example.org', 'complaint', '2026-12-01T08:00:00.000Z' FROM n`,
      ),
    ])
  })
  const file = join(path, 'relance.sqlite')
  const sql = join(folder, 'relance.sql')
  expect(await writeSql(file, sql)).toBe((await stat(sql)).size)
  expect((await stat(sql)).mode & 0o077).toBe(0)

  const where = ['--local', '--persist-to', join(folder, 'theirs')]
  const { ok, output } = await wrangler(['d1', 'execute', 'relance', ...where, '--env', 'forms', '--file', sql], {
    isQuiet: true,
  })
  expect(ok, output).toBe(true)
  const theirs = databaseIn(join(folder, 'theirs'))
  const before = contentsOf(file)
  expect(before.rows.local_group).toHaveLength(2)
  expect(contentsOf(theirs)).toEqual(before)

  const older = new DatabaseSync(theirs)
  older.exec("INSERT INTO d1_migrations (name) VALUES ('9999_of_tomorrow.sql')")
  older.close()
  await expect(checkDatabase(where)).rejects.toThrow(/9999_of_tomorrow/)
})

function databaseIn(path: string): string {
  const [file = ''] = globSync('**/*.sqlite', { cwd: path }).filter((name) => !name.endsWith('metadata.sqlite'))
  return join(path, file)
}

/** Everything that was made by migrations, and every row, sorted. */
function contentsOf(file: string) {
  const database = new DatabaseSync(file, { readOnly: true })
  const made = database
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB '_cf_*' ORDER BY 1, 2")
    .all()
    .filter(({ name }) => name !== 'sqlite_sequence')
  const tables = made.filter(({ type }) => type === 'table').map(({ name }) => String(name))
  const rows = Object.fromEntries(
    tables.map((table) => [
      table,
      database
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  )
  database.close()
  return { made, rows }
}

test('a command that is asked what it does not know does nothing, and says what it knows', async () => {
  const program = startProgram('open-round', ['--now'], { env: { DATA: join(folder, 'data') } })
  expect(await program.ended).toBe(1)
  expect(program.said()).toContain('This command does not know "--now". It knows: --remote.')
  expect(readdirSync(folder)).toEqual([])
})
