import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { root } from '#scripts/local/paths.ts'
import { mailKinds } from '#shared/domain/mail.ts'
import { languages } from '#shared/text/language.ts'

const folder = join(root, 'migrations')
const files = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const db = new DatabaseSync(':memory:')
for (const sql of files) db.exec(sql)

type Entry = { type: 'table' | 'view' | 'index' | 'trigger'; name: string; tbl_name: string; sql: string }
const entries = db
  .prepare(
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY rowid",
  )
  .all() as Entry[]
const of = (...types: Entry['type'][]) => entries.filter(({ type }) => types.includes(type))

/** The comment that stands above a statement in its migration, alone or above some of its kind. */
function commentOf({ type, name }: Entry): string {
  const head = new RegExp(`^CREATE (UNIQUE )?${type.toUpperCase()} ${name}\\b`)
  for (const lines of files.map((sql) => sql.split('\n'))) {
    const at = lines.findIndex((line) => head.test(line))
    const block = at < 0 ? [] : lines.slice(lines.lastIndexOf('', at) + 1, at)
    const comment = block.filter((line) => line.startsWith('--'))
    if (comment.length > 0) return `${comment.join('\n')}\n`
  }
  return ''
}

/** What the migrations make, table by table with its indexes; of a trigger only when it runs: what it does stands in its migration. */
function schemaAtAGlance(): string {
  const parts = of('table', 'view').map((table) => {
    const own = entries.filter(({ tbl_name }) => tbl_name === table.name)
    const indexes = own.filter(({ type }) => type === 'index').map((index) => `${commentOf(index)}${index.sql};\n`)
    const triggers = own
      .filter(({ type }) => type === 'trigger')
      .map(({ name, sql }) => `-- ${name}: ${/^CREATE TRIGGER \w+ (.*? ON \w+)/.exec(sql)?.[1]}\n`)
    const runs = triggers.length > 0 ? [`-- Triggers\n${triggers.join('')}`] : []
    return [`${commentOf(table)}${table.sql};\n`, ...indexes, ...runs].join('\n')
  })
  return `-- Generated from the migrations: npx vitest run tests/db/schema.test.ts -u\n\n${parts.join('\n\n')}`
}

test('the schema at a glance is what the migrations make', async () => {
  await expect(schemaAtAGlance()).toMatchFileSnapshot(join(root, 'shared', 'db', 'schema.sql'))
})

test('every table says what a row is, and every index which query it serves', () => {
  const silent = of('table', 'view', 'index').filter((entry) => commentOf(entry) === '')
  expect(silent.map(({ name }) => name)).toEqual([])
})

test('the page about data has every table, and no other', () => {
  const page = readFileSync(join(root, 'docs', 'data.md'), 'utf8')
  const [, list = ''] = /\n## The tables\n([\s\S]*?)\n## /.exec(`${page}\n## `) ?? []
  const named = [...list.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  )
  expect(named.sort()).toEqual(
    of('table', 'view')
      .map(({ name }) => name)
      .sort(),
  )
})

test('no table refuses what configuration, or a field, decides: a third language, another kind of mail, a section, a state', () => {
  const options = movement.sections.asked.flatMap(({ fields }) =>
    Object.values(fields).flatMap(({ control }) => ('options' in control ? Object.keys(control.options) : [])),
  )
  const decided = [...languages, ...mailKinds, ...movement.sections.names, ...options]
  const checks = of('table').flatMap(({ name, sql }) =>
    [...sql.matchAll(/CHECK \((.*)\)/g)].flatMap(([, check = '']) =>
      decided.filter((word) => check.includes(`'${word}'`)).map((word) => `${name}: ${word}`),
    ),
  )
  expect(checks).toEqual([])
})
