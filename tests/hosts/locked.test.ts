import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite, type SqliteDatabase } from '#hosts/node/d1-over-sqlite.ts'

let folder: string
let database: SqliteDatabase
let other: DatabaseSync
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  const file = join(folder, 'relance.sqlite')
  database = openSqlite(file)
  await database.db.prepare("CREATE TABLE town (name TEXT NOT NULL DEFAULT 'Pau') STRICT").run()
  other = new DatabaseSync(file)
})
afterEach(async () => {
  other.close()
  database.close()
  await rm(folder, { recursive: true, force: true })
})

test('while another program writes, a look is answered, and a save waits until it is done', async () => {
  const { db } = database
  other.exec('BEGIN IMMEDIATE; INSERT INTO town DEFAULT VALUES')
  const saves = Promise.all([
    db.prepare('INSERT INTO town DEFAULT VALUES').run(),
    db.batch([db.prepare('SELECT 1'), db.prepare('INSERT INTO town DEFAULT VALUES')]),
  ])
  expect(await db.prepare('SELECT count(*) AS towns FROM town').first('towns')).toBe(0)
  other.exec('COMMIT')
  await saves
  expect(await db.prepare('SELECT count(*) AS towns FROM town').first('towns')).toBe(3)
})

test('a copy that is being read does not hold the server up when it empties its log', async () => {
  other.exec('BEGIN; SELECT count(*) FROM town')
  await database.db.prepare('INSERT INTO town DEFAULT VALUES').run()
  const begin = performance.now()
  database.emptyLog()
  expect(performance.now() - begin).toBeLessThan(10_000)
  other.exec('COMMIT')
})
