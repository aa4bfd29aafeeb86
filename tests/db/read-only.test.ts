import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isQuestion, readOnly } from '#shared/db/read-only.ts'
import { openDatabase } from '#tests/support/database.ts'

test.each([
  'SELECT 1',
  'select name from person;',
  "WITH one AS (SELECT 'DELETE; FROM' AS text) SELECT replace(text, 'a', 'b') FROM one",
  'SELECT 1 -- ; DELETE FROM person',
  'SELECT /* INSERT */ "update" FROM (SELECT 1 AS "update")',
  'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 3) SELECT x FROM n',
])('a question is asked: %s', (sql) => {
  expect(isQuestion(sql)).toBe(true)
})

test.each([
  'DELETE FROM person',
  'INSERT INTO person SELECT * FROM person',
  "WITH one AS (SELECT 1) DELETE FROM person WHERE name = 'SELECT'",
  'WITH one AS (SELECT 1) INSERT INTO person SELECT * FROM one',
  'WITH one AS (SELECT 1) REPLACE INTO person SELECT * FROM one',
  'WITH one AS (SELECT 1) UPDATE person SET name = 1',
  'SELECT 1; DELETE FROM person',
  '/* SELECT */ DROP TABLE person',
  "SELECT ' ; DELETE FROM person",
  'PRAGMA writable_schema = 1',
  'EXPLAIN SELECT 1',
  'VACUUM',
  '',
])('a write is refused: %s', (sql) => {
  expect(isQuestion(sql)).toBe(false)
})

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())

test('a database that only reads answers questions and throws at anything else', async () => {
  const reading = readOnly(db)
  expect(await reading.prepare('SELECT ?1 + 1 AS two').bind(1).first()).toEqual({ two: 2 })
  expect(await reading.batch([reading.prepare('SELECT 1 AS one')])).toMatchObject([{ results: [{ one: 1 }] }])
  expect(() => reading.prepare('DELETE FROM person')).toThrow('only reads')
})
