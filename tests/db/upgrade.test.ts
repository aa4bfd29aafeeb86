import { globSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillHugely } from '#bench/huge-network.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { splitStatements } from '#scripts/local/migrate.ts'
import { root } from '#scripts/local/paths.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const mine = "name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'd1\\_%' ESCAPE '\\'"
const tablesOf = (db: DatabaseSync) =>
  db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND ${mine}`)
    .all()
    .map(({ name }) => String(name))
const columnsOf = (db: DatabaseSync, table: string) =>
  db
    .prepare(`PRAGMA table_info("${table}")`)
    .all()
    .map(({ name }) => String(name))

function migrate(db: DatabaseSync, from: string, to: string): void {
  const names = readdirSync(join(root, 'migrations')).filter((name) => name >= from && name < to)
  for (const name of names.sort())
    for (const sql of splitStatements(readFileSync(join(root, 'migrations', name), 'utf8'))) db.exec(sql)
}

/** What triggers keep: an older database makes it from the rest. */
const isKept = (table: string) => /(_count|_term|_check|^standing)$/.test(table) && table !== 'section_check'
/** Taken down at the end of each round, from then on. */
const endings = ['round_check', 'department_check']

test('a network from before the counters, brought up to today, counts as one that always had them', async () => {
  await withDatabase(folder, (db) => fillHugely(db, 120, 5, new Date('2026-12-09T10:00:00Z')))
  const [file = ''] = globSync('d1/**/*.sqlite', { cwd: folder }).filter((path) => !path.endsWith('metadata.sqlite'))
  const today = new DatabaseSync(join(folder, file), { readOnly: true })
  const old = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true })
  migrate(old, '0001', '0020')
  // Groups are taken down when a round opens, without an answer; their answers come after
  const lived = tablesOf(old).filter((name) => !isKept(name) && name !== 'answer')
  for (const table of [...lived, 'answer']) {
    const columns = columnsOf(old, table).filter(
      (column) => columnsOf(today, table).includes(column) && !(table === 'census' && column === 'answered_at'),
    )
    const rows = today.prepare(`SELECT ${columns.join(', ')} FROM ${table}`).all()
    const insert = old.prepare(
      `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of rows) insert.run(...Object.values(row))
  }
  migrate(old, '0020', '9999')
  for (const table of tablesOf(today).filter((name) => !endings.includes(name))) {
    const columns = columnsOf(today, table).join(', ')
    const rowsOf = (db: DatabaseSync) => db.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${columns}`).all()
    expect(rowsOf(old), table).toEqual(rowsOf(today))
  }
  expect(old.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  today.close()
  old.close()
})
