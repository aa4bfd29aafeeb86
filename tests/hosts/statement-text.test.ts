import { expect, test } from 'vitest'
import { isRead } from '#hosts/node/statement-text.ts'

test.each([
  ['SELECT 1', true],
  ['-- why\nSELECT replace(name, 1, 2) FROM person', true],
  ["WITH a AS (SELECT replace(own, ',', '') AS b FROM local_group) SELECT count(*) FROM a", true],
  ["WITH a AS (SELECT 1) SELECT 'delete' FROM a", true],
  ['WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a', false],
  ['WITH a AS (SELECT 1) REPLACE INTO b SELECT * FROM a', false],
  ['WITH a AS (SELECT 1) UPDATE b SET c = 1', false],
  ['UPDATE b SET c = 1', false],
  ['PRAGMA quick_check', false],
])('%s only reads: %s', (sql, reads) => {
  expect(isRead(sql)).toBe(reads)
})
