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
  ['nothing but a comment', [['-- nothing']]],
  ['a pragma', [['PRAGMA table_info(parent)']]],
]

describe('the database of a single machine answers as Cloudflare’s does to', () => {
  test.each(cases)('%s', async (_, statements) => {
    expect(await ask(ours.db, statements)).toEqual(await ask(theirs.db, statements))
  })
})

test.each([
  ['a transaction of one’s own', 'BEGIN'],
  ['a savepoint', '-- why\nSAVEPOINT here'],
  ['another file', "ATTACH 'other.sqlite' AS other"],
  ['two statements in one', "INSERT INTO parent (name) VALUES ('Metz'); DELETE FROM parent WHERE name = 'Metz'"],
])('%s is refused, rather than done in another way than there', async (_, sql) => {
  const [before] = await ask(ours.db, [['SELECT count(*) AS n FROM parent']])
  expect(await ask(ours.db, [[sql]])).toEqual([{ error: expect.stringMatching(/^D1_ERROR/) }])
  expect(await ask(ours.db, [['SELECT count(*) AS n FROM parent']])).toEqual([before])
})
