import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { writeFacts } from '#scripts/export/write-facts.ts'
import { writeTables } from '#scripts/export/write-tables.ts'
import { movementOf } from '#shared/movement.ts'
import { questionTypes } from '#shared/settings/questions.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import { templateFormats, writeTemplate } from '#shared/sheet/write-template.ts'
import { openDatabase } from '#tests/support/database.ts'
import { contentsOf, folderOf, importPaths } from '#tests/support/importing.ts'
import { makeGroups } from '#tests/support/movement.ts'

/** What a label may be that somebody pasted, or meant ill with. */
const labels = [
  '<script>alert(1)</script> & <b>"fat"</b> \'thin\'',
  '=HYPERLINK("https://evil.example.org";"Click")',
  'كم دراجة عندكم؟ ‮abc',
  `Combien de ${'très '.repeat(60)}longs vélos`,
  '%s %d $1 $& `x` $<1> \\n ]]>',
  '+33;"a",b|c',
  'Deux\nlignes\tet une tabulation',
  '@all [cliquez](https://evil.example.org) **gras** ~~non~~ :smile: <!channel>',
  '🏳️‍🌈 Vélos 👩‍👩‍👧 ?',
  'groups; DROP TABLE "groups" --',
]
const labelOf = (index: number) => labels[index % labels.length] ?? ''
const options = labels.map((label, index) => ({ key: `o${index}`, label: { fr: label, en: label } }))
const keys = ['order', 'group', 'select', 'id', 'name', 'state', 'table', 'value', 'uid', 'index']
const sections = ['identity', 'activities', 'trainings', 'campaigns', 'referents', 'meetings']
const movement = movementOf({
  ...fixed,
  sections: [
    'identity',
    'referents',
    'activities',
    'trainings',
    'campaigns',
    { key: 'meetings', title: { fr: labelOf(7) }, row: { fr: labelOf(1) }, name: 'order_m' },
  ],
  questions: sections.flatMap((section, at) =>
    questionTypes.map((type, index) => ({
      key: section === 'identity' ? (keys[index] ?? '') : `${keys[index]}_${section.slice(0, 1)}`,
      section,
      type,
      label: { fr: `${labelOf(index)} ${sections[at]}`, en: `${labelOf(index)} ${sections[at]}` },
      ...(type === 'choice' || type === 'choices' ? { options } : {}),
    })),
  ),
})

const answers = [
  'un mot',
  'plus\nlong',
  12,
  true,
  'o1',
  'o3,o7',
  '2026-06-21',
  'https://x.example.org/',
  'x@example.org',
  '+33559000000',
]
const ownOf = (suffix: string) =>
  JSON.stringify(Object.fromEntries(keys.map((key, index) => [`${key}${suffix}`, answers[index]])))

let db: D1Database
let close: () => Promise<void>
let folder: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  const made = await folderOf({})
  folder = made.path('.')
  remove = made.remove
  await makeGroups(db, { Pau: ['Lou'], Dax: ['Noa'] }, new Date('2026-12-01T08:00:00Z'))
  await db.prepare('UPDATE local_group SET own = ?1').bind(ownOf('')).run()
  await db.prepare('UPDATE referent SET own = ?1').bind(ownOf('_r')).run()
  await db
    .prepare(
      `INSERT INTO activity (uid, group_id, title, held_on, own) SELECT 'activity-' || id, id, 'Marche', '2026-12-12', ?1 FROM local_group`,
    )
    .bind(ownOf('_a'))
    .run()
  await db
    .prepare(
      `INSERT INTO section_row (uid, group_id, section, own) SELECT 'meeting-' || id, id, 'own_meetings', ?1 FROM local_group`,
    )
    .bind(ownOf('_m'))
    .run()
})
afterAll(async () => {
  await close()
  await remove()
})

test('tables for NocoDB and others have each label as one heading, and come back without a change', async () => {
  await writeTables(db, folder, { movement, language: 'fr', withPeople: true })
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv'))
  expect(names).toContain('own_meetings.csv')
  for (const name of names) {
    const rows = parse(await readFile(join(folder, name))) as string[][]
    const [headings = []] = rows
    expect(
      headings.filter((one) => /^[=+@\-\t\r]/.test(one)),
      name,
    ).toEqual([])
    expect(
      headings.filter((one) => /[\p{Cc}\u202e]/u.test(one)),
      name,
    ).toEqual([])
    expect(new Set(headings).size, name).toBe(headings.length)
    for (const row of rows) expect(row).toHaveLength(headings.length)
  }
  const back = async () =>
    importPaths(
      db,
      names.map((name) => join(folder, name)),
      { movement },
    )
  // At first the towns' regions are put in
  expect((await back()).summary.sheets.flatMap(({ faults }) => faults)).toEqual([])
  await writeTables(db, folder, { movement, language: 'fr', withPeople: true })
  const before = await contentsOf(db)
  expect((await back()).counts).toMatchObject({ new: 0, changed: 0 })
  expect(await contentsOf(db)).toBe(before)
})

test.each(templateFormats)('a template as .%s knows each of its columns again', async (format) => {
  const pieces: Uint8Array[] = []
  for await (const piece of writeTemplate(movement, format, 'fr'))
    pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
  const [sheet] = await readSheets(`x.${format}`, new Uint8Array(Buffer.concat(pieces)), sheetKinds(movement))
  expect(sheet).toMatchObject({ kind: 'groups', ignored: [], repeated: [], unsure: [], rows: [] })
})

test('facts have the questions’ keys as columns, whatever SQL would read in them', async () => {
  const path = join(folder, 'network.sqlite')
  await rm(path, { force: true })
  await writeFacts(db, path, movement, new Date('2026-12-01T08:00:00Z'))
  const file = new DatabaseSync(path, { readOnly: true })
  expect(file.prepare('SELECT own_select, own_id, own_name FROM groups LIMIT 1').get()).toEqual({
    own_select: 12,
    own_id: 1,
    own_name: 'o1',
  })
  file.close()
})
