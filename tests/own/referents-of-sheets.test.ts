import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { movementOf } from '#shared/movement.ts'
import { openDatabase } from '#tests/support/database.ts'
import { importTexts } from '#tests/support/importing.ts'

const movement = movementOf({
  ...fixed,
  questions: [
    { key: 'size', section: 'referents', type: 'text', label: { fr: 'Taille', en: 'Size' } },
    {
      key: 'bike',
      section: 'referents',
      type: 'yes_no',
      label: { fr: 'Un vélo ?', en: 'A bike?' },
      audience: 'consent',
    },
  ],
})

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())

const said = async () =>
  (
    await db
      .prepare(
        `SELECT person.name, local_group.name AS at, json_patch('{}', referent.own) AS own
         FROM referent JOIN person ON person.id = person_id JOIN local_group ON local_group.id = group_id
         ORDER BY 1, 2`,
      )
      .all<{ name: string; at: string; own: string }>()
  ).results.map(({ name, at, own }) => [name, at, JSON.parse(own)])

test.each([
  ['by a number', 'Référent·e 1;Mail réf 1;Taille 1;Un vélo ? 1;Référent·e 2;Mail réf 2;Taille 2;Un vélo ? 2'],
  ['by their place', 'Référent·e 1;Mail réf 1;Taille;Un vélo ?;Référent·e 2;Mail réf 2;Taille;Un vélo ?'],
])('what a movement asks of its referents is read from a sheet of groups, whose it is told %s', async (_, headings) => {
  const { summary } = await importTexts(
    db,
    [
      `Groupe;Ville;${headings}\nBrest;Brest;Lou;lou@example.org;M;oui;Sam;sam@example.org;XL;non\nPau;Pau;Noa;noa@example.org;;;Lou;lou@example.org;L;\n`,
    ],
    { movement },
  )
  expect(summary.sheets.flatMap(({ faults }) => faults)).toEqual([])
  expect(await said()).toEqual([
    ['Lou', 'Brest', { size: 'M', bike: true }],
    ['Lou', 'Pau', { size: 'L' }],
    ['Noa', 'Pau', {}],
    ['Sam', 'Brest', { size: 'XL', bike: false }],
  ])
})

test('and from a sheet of referents; one that does not ask leaves what was said', async () => {
  await importTexts(db, ['Groupe;Référent·e;Mail réf;Taille\nBrest;Sam;sam@example.org;S\n'], { movement })
  await importTexts(db, ['Groupe;Référent·e;Mail réf;Rôle réf\nBrest;Lou;lou@example.org;trésor\n'], { movement })
  expect(await said()).toEqual([
    ['Lou', 'Brest', { size: 'M', bike: true }],
    ['Lou', 'Pau', { size: 'L' }],
    ['Noa', 'Pau', {}],
    ['Sam', 'Brest', { size: 'S', bike: false }],
  ])
})

test('no sheet says that everybody may see an answer', async () => {
  await importTexts(
    db,
    ['Groupe;Référent·e;Mail réf;Un vélo ?;Tout le monde peut voir « Un vélo ? »\nBrest;Sam;sam@example.org;oui;oui\n'],
    { movement },
  )
  expect((await said()).at(-1)).toEqual(['Sam', 'Brest', { size: 'S', bike: true }])
})
