import { expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { planAddresses } from '#shared/sheet/plan-addresses.ts'
import { addGroup, newSummary } from '#shared/sheet/summary.ts'
import { growth } from '#tests/support/growth.ts'
import { planOf, sheetOf } from '#tests/support/sheets.ts'

/** A name of letters alone, another one for each number. */
function word(number: number): string {
  const messages = number.toString(26).replace(/\d/g, (digit) => String.fromCharCode(113 + Number(digit)))
  return `v${messages}`
}

const day = (number: number) => new Date(Date.UTC(1900, 0, 1 + (number % 40_000))).toISOString().slice(0, 10)
const rows = (heading: string, count: number, row: (number: number) => string) =>
  `${heading}\n${Array.from({ length: count }, (_, number) => row(number)).join('\n')}\n`
const groups = (count: number, row: (number: number) => string) => rows('Nom du groupe;Ville;Commentaires', count, row)
const pau = groups(1, () => 'Pau;Pau;')

/** Sheets of so many rows, of the kinds that make each row look at all the others. */
const sheets: Readonly<Record<string, (count: number) => string[]>> = {
  'groups of one name in as many towns': (count) => [groups(count, (n) => `Pau;Ville ${word(n)};`)],
  'rows that may be about any of those': (count) => [
    groups(count, (n) => (n < count / 2 ? `Pau;Ville ${word(n)};` : 'Pau;;')),
  ],
  'groups in one town, named by it': (count) => [
    groups(count, (n) => `Groupe ${word(n)};Pau;`),
    rows('Groupe;Date;Activité', count, () => 'Pau;2026-01-01;Marché'),
  ],
  'names that no group has': (count) => [
    groups(count, (n) => `Groupe ${word(n)};Pau;`),
    rows('Groupe;Date;Activité', count, (n) => `Groope ${word(n)};2026-01-01;Marché`),
  ],
  'names that no campaign has': (count) => [
    pau,
    rows('Campagne;Date', count, (n) => `Marche ${word(n)};${day(n)}`),
    rows('Groupe;Campagne;Rôle', count, (n) => `Pau;Marchee ${word(n)};organise`),
  ],
  'one group with as many referents': (count) => [
    rows(
      'Nom du groupe;Ville;Commentaires;Référent·e 1;Mail réf 1',
      count,
      (n) => `Pau;Pau;;Lou ${word(n)};l${n}@example.org`,
    ),
  ],
  'one group with as many activities': (count) => [
    pau,
    rows('Groupe;Date;Activité', count, (n) => `Pau;${day(n)};Marché`),
  ],
  'as many activities on one day': (count) => [
    pau,
    rows('Groupe;Date;Activité', count, (n) => `Pau;2026-01-01;Marché ${word(n)}`),
  ],
  'towns of one department, each nearly named': (count) => [
    rows('Ville;Département;Région;Latitude;Longitude', count, (n) => `Ville ${word(n)};64;X;43;0`),
    rows('Nom du groupe;Ville;Département', count, (n) => `Groupe ${word(n)};Ville ${word(n)} sur mer;64`),
  ],
  'towns of one name in as many departments': (count) => [
    rows('Ville;Département;Région;Latitude;Longitude', count, (n) => `Pau;D${n};X;43;0`),
    rows('Nom du groupe;Ville;Code postal', count, (n) => `Groupe ${word(n)};Pau;64000`),
  ],
}

/** Plans and sums up what an import would do, as its preview does. */
async function preview(csvs: readonly string[]): Promise<void> {
  const { plans } = await planOf(csvs)
  const entries = plans.flatMap(({ outcomes, faults, notes }) => [...outcomes, ...faults, ...notes])
  const summary = newSummary([...new Set(entries.map(({ entry }) => entry.sheet))], 20)
  for (const plan of plans) addGroup(summary, plan, { sections: movement.sections, nameOf: () => '' })
}

test.each(Object.entries(sheets))('a sheet takes as long to understand as it is long: %s', async (_, write) => {
  // Of a small one, each name that nobody has is still compared with all: how many are is bounded
  const written = (size: number) => JSON.stringify(write(Math.ceil(size / 5)))
  expect(await growth((text) => preview(JSON.parse(text)), written, false)).toBe(null)
})

test.each([
  ['members of lists that nobody has', 'Liste;Adresse mail', (n: number) => `Liste ${word(n)};l${n}@example.org`],
  ['languages of people whom nobody knows', 'Mail;Langue', (n: number) => `l${n}@example.org;fr`],
])('a sheet of addresses takes as long to understand as it is long: %s', async (_, heading, row) => {
  const lists = [{ key: 'news', names: ['Nouvelles'] }]
  const sheet = await sheetOf(rows(heading, 32_000, row))
  // Its reading takes longer than what is judged
  const plan = (count: string) =>
    planAddresses([{ ...sheet, rows: sheet.rows.slice(0, Number(count)) }], new Map(), { languages: ['fr'], lists })
  expect(await growth(plan, String, false)).toBe(null)
})
