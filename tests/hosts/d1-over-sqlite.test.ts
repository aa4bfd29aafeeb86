import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqlite } from '#hosts/node/d1-over-sqlite.ts'
import { compatibilityDate } from '#scripts/local/paths.ts'

let folder: string
let ours: { db: D1Database; close: () => Promise<void> }
let theirs: { db: D1Database; close: () => Promise<void> }

beforeAll(async () => {
  const miniflare = new Miniflare({
    modules: true,
    script: 'export default {}',
    compatibilityDate,
    d1Databases: { DB: 'test' },
  })
  theirs = {
    db: (await miniflare.getD1Database('DB')) as unknown as D1Database,
    close: () => miniflare.dispose(),
  }
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  const { db, close } = openSqlite(join(folder, 'relance.sqlite'))
  ours = { db, close: async () => close() }
  for (const { db } of [ours, theirs]) {
    await db.batch([
      db.prepare('CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT'),
      db.prepare(
        'CREATE TABLE child (parent_id INTEGER NOT NULL REFERENCES parent (id), size REAL, bytes BLOB) STRICT',
      ),
      db.prepare('CREATE TABLE size (size REAL) STRICT'),
      db.prepare('CREATE TRIGGER grow AFTER INSERT ON child BEGIN INSERT INTO size VALUES (new.size), (1); END'),
    ])
  }
})
afterAll(async () => {
  await Promise.all([ours.close(), theirs.close()])
  await rm(folder, { recursive: true, force: true })
})

type Answer = { results: unknown; meta: unknown } | { error: string }
type Statement = [sql: string, ...params: (string | number | null)[]]

async function ask(db: D1Database, statements: Statement[]): Promise<Answer[]> {
  try {
    const answers = await db.batch(statements.map(([sql, ...params]) => db.prepare(sql).bind(...params)))
    return answers.map(({ results, meta }) => ({ results, meta: comparable(meta) }))
  } catch (error) {
    // Only Cloudflare's says where in the statement
    return [{ error: (error instanceof Error ? error.message : String(error)).replace(/ at offset \d+/, '') }]
  }
}

/** What both count. How many rows a statement read, only Cloudflare's says. */
function comparable({ changes, changed_db, last_row_id }: Record<string, unknown>) {
  return { changes, changed_db, last_row_id }
}

/** Each case in its turn, over what the ones before have left. */
const cases: [title: string, statements: Statement[]][] = [
  ['an insert', [["INSERT INTO parent (name) VALUES ('Pau'), (?1)", 'Tarbes']]],
  ['a read', [['SELECT * FROM parent WHERE name >= ?1 ORDER BY name', 'A']]],
  ['an insert that gives rows back', [["INSERT INTO parent (name) VALUES ('Dax') RETURNING id, name"]]],
  [
    'values of every kind',
    [["SELECT 1 AS whole, 1.5 AS part, 'é😀' AS text, NULL AS missing, x'00ff' AS bytes, 9007199254740993 AS big"]],
  ],
  ['two columns of one name', [['SELECT 1 AS a, 2 AS a']]],
  ['numbers that JSON does not have', [['SELECT 9e999 AS large, -9e999 AS small, -0.0 AS zero, 1.0 / 0 AS missing']]],
  ['a text that is none, in bytes', [["SELECT CAST(x'61ff62' AS TEXT) AS text, 'a' || char(0) || 'b' AS nul"]]],
  [
    'the largest and smallest numbers',
    [["SELECT 9223372036854775807 AS large, -9223372036854775808 AS small, x'01ff' AS bytes"]],
  ],
  ['values by their order', [['SELECT ? AS one, ? AS two', 1, 2]]],
  ['values in another order', [['SELECT ?2 AS two, ? AS three, ?1 AS one', 1, 2, 3]]],
  [
    'several rows that are given back',
    [['INSERT INTO size VALUES (1.5), (2.5), (3.5) RETURNING size * 2 AS twice'], ['DELETE FROM size RETURNING size']],
  ],
  ['a statement with its end, and a comment within', [["SELECT 'it''s ; ?' AS a -- ?\n, /* ? */ ?1 AS b;", 1]]],
  ['a statement that a comment begins', [['-- why\nSELECT 1 AS one']]],
  [
    'several statements at once',
    [
      ["UPDATE parent SET name = 'Pau-Ville' WHERE name = 'Pau'"],
      ['SELECT name FROM parent ORDER BY id'],
      ['DELETE FROM parent WHERE id = ?1', 3],
    ],
  ],
  [
    'a batch that fails in the middle',
    [["INSERT INTO parent (name) VALUES ('Lyon')"], ["INSERT INTO parent (name) VALUES ('Tarbes')"]],
  ],
  ['what that batch left', [['SELECT name FROM parent ORDER BY id']]],
  ['a foreign key that leads nowhere', [['INSERT INTO child (parent_id) VALUES (99)']]],
  ['a text where a number belongs', [["INSERT INTO child (parent_id, size) VALUES (1, 'much')"]]],
  [
    'what is said after a statement that failed',
    [['SELECT name FROM parent'], ["UPDATE parent SET name = 'Dax' WHERE id = 0"]],
  ],
  ['an insert that finds its row there', [["INSERT OR IGNORE INTO parent (name) VALUES ('Tarbes')"]]],
  ['a row that a statement by itself refuses', [["INSERT INTO parent (name) VALUES ('Foix'), ('Tarbes')"]]],
  ['what a trigger writes beside it', [['INSERT INTO child (parent_id, size) VALUES (1, 2.5)']]],
  ['a table that is emptied', [['DELETE FROM child'], ['SELECT * FROM child']]],
  ['a table that is not there', [['SELECT * FROM nowhere']]],
  ['a parameter too many', [['SELECT ?1 AS one', 1, 2]]],
  ['a parameter too few', [['SELECT ?1 AS one, ?2 AS two', 1]]],
  [
    'a hundred and one parameters',
    [
      [
        `SELECT ${Array.from({ length: 101 }, (_, index) => `?${index + 1}`).join(' + ')} AS sum`,
        ...Array.from({ length: 101 }, () => 1),
      ],
    ],
  ],
  [
    'six terms of a compound select',
    [[Array.from({ length: 6 }, (_, index) => `SELECT ${index} AS n`).join(' UNION ALL ')]],
  ],
  ['JSON taken apart', [["SELECT value ->> 'a' AS a FROM json_each(?1)", '[{"a":1},{"a":"é"}]']]],
  ['JSON that is none', [["SELECT value FROM json_each('{')"]]],
  ['a pattern of 51 bytes', [['SELECT ?1 LIKE ?2 AS found', 'a', `${'a'.repeat(50)}%`]]],
  ['a hundred and one columns', [[`SELECT ${Array.from({ length: 101 }, (_, n) => `${n} AS c${n}`).join(', ')}`]]],
  ['a value that may not be missing', [['INSERT INTO parent (name) VALUES (NULL)']]],
  ['a number where only text goes', [["INSERT INTO child (parent_id, size) VALUES ('one', 1)"]]],
  ['a column that is not there', [['SELECT nothing FROM parent']]],
  ['a function that is not there', [['SELECT nothing(1)']]],
  ['a statement that ends too early', [['SELECT 1 FROM']]],
  [
    'a row that is taken over',
    [["INSERT INTO parent (name) VALUES ('Tarbes') ON CONFLICT (name) DO UPDATE SET name = 'Lourdes' RETURNING name"]],
  ],
  ['what changed nothing', [['UPDATE parent SET name = name WHERE id = 0'], ['SELECT changes() AS changes']]],
  ['nothing but a comment', [['-- nothing']]],
  ['a NUL in a statement', [['SELECT 1 AS one\0, 2 AS two']]],
  ['a pragma', [['PRAGMA table_info(parent)']]],
]

describe('the database of a single machine answers as Cloudflare’s does to', () => {
  test.each(cases)('%s', async (_, statements) => {
    expect(await ask(ours.db, statements)).toEqual(await ask(theirs.db, statements))
  })
})

/** What a call comes to: its value, or its error's words. */
async function outcome(call: () => unknown): Promise<unknown> {
  try {
    return await call()
  } catch (error) {
    return { error: (error instanceof Error ? error.message : String(error)).replace(/ at offset \d+/, '') }
  }
}

const kind = 'SELECT typeof(?1) AS kind, ?1 AS value'

describe('the database of a single machine takes what a worker gives it as Cloudflare’s does:', () => {
  test.each<[title: string, value: unknown]>([
    ['a text with a letter of two halves', 'é😀'],
    ['an empty text', ''],
    ['a text with a NUL in it', 'a\0b'],
    ['a text with half a letter', 'a\ud800b\udc00'],
    ['a text that a mark begins', '\ufeffa'],
    ['a text as long as a row may be', 'x'.repeat(1_900_000)],
    ['a text that is longer', 'x'.repeat(2_300_000)],
    ['a whole number', 7],
    ['a part', 1.5],
    ['the largest number that is exact', 2 ** 53 - 1],
    ['a whole number of more than 32 bits', 2 ** 32],
    ['the smallest part', 5e-324],
    ['a number beyond what is exact', 2 ** 60],
    ['no number', Number.NaN],
    ['too large a number', Number.POSITIVE_INFINITY],
    ['less than nothing', -0],
    ['true', true],
    ['nothing', null],
    ['bytes', new Uint8Array([0, 255])],
    ['a buffer', new Uint8Array([1, 2, 3]).buffer],
    ['no bytes', new Uint8Array()],
    ['a part of a buffer', new Uint8Array([1, 2, 3, 4]).subarray(1, 3)],
    ['a list of numbers that are no bytes', new Uint16Array([258])],
    ['a list of parts', new Float64Array([1.5])],
    ['a view that has no elements', new DataView(new ArrayBuffer(2))],
    ['what is not there', undefined],
    ['a large number', 1n],
    ['an object', { a: 1 }],
    ['an instant', new Date(0)],
  ])('%s', async (_, value) => {
    const asked = (db: D1Database) => outcome(() => db.prepare(kind).bind(value).first())
    expect(await asked(ours.db)).toEqual(await asked(theirs.db))
  })
})

describe('the database of a single machine answers as Cloudflare’s does to a call:', () => {
  test.each<[title: string, call: (db: D1Database) => unknown]>([
    ['the first row', (db) => db.prepare('SELECT 1 AS a UNION SELECT 2').first()],
    ['a column of it', (db) => db.prepare('SELECT 1 AS a, NULL AS b').first('b')],
    ['a column that is not there', (db) => db.prepare('SELECT 1 AS a').first('b')],
    ['the first of no rows', (db) => db.prepare('SELECT 1 AS a WHERE 0').first('a')],
    ['nothing at once', (db) => db.batch([])],
    [
      'a batch whose third statement lacks a value',
      (db) => db.batch(['SELECT 1', 'SELECT 2', 'SELECT ?1'].map((sql) => db.prepare(sql))),
    ],
    ['a statement of a batch that does not prepare', (db) => db.batch([db.prepare('SELECT 1'), db.prepare('SELEC 1')])],
    [
      'a second run of the same statement',
      async (db) => {
        const statement = db.prepare('SELECT ?1 AS a').bind(1)
        return [(await statement.all()).results, (await statement.all()).results]
      },
    ],
    ['a statement that is bound twice', (db) => db.prepare('SELECT ?1 AS a').bind(1).bind(2).first()],
  ])('%s', async (_, call) => {
    expect(await outcome(() => call(ours.db))).toEqual(await outcome(() => call(theirs.db)))
  })
})

test.each([
  ['a transaction of one’s own', 'BEGIN'],
  ['a savepoint', '-- why\nSAVEPOINT here'],
  ['a comment after the end', 'SELECT 1 AS one; -- why'],
  ['two ends', 'SELECT 1 AS one;;'],
  ['another file', "ATTACH 'other.sqlite' AS other"],
  ['two statements in one', "INSERT INTO parent (name) VALUES ('Metz'); DELETE FROM parent WHERE name = 'Metz'"],
])('%s is refused, rather than done in another way than there', async (_, sql) => {
  const [before] = await ask(ours.db, [['SELECT count(*) AS n FROM parent']])
  expect(await ask(ours.db, [[sql]])).toEqual([{ error: expect.stringMatching(/^D1_ERROR/) }])
  expect(await ask(ours.db, [['SELECT count(*) AS n FROM parent']])).toEqual([before])
})
