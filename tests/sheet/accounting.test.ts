import fc from 'fast-check'
import { expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { addFault, addGroup, addLeftOut, newSummary, whoIn } from '#shared/sheet/summary.ts'
import { summaryData } from '#shared/sheet/summary-data.ts'
import { planOf } from '#tests/support/sheets.ts'

// Sheets made of what people write: whatever they say, each row is told once, and nobody is written to by another group's row

const names = [
  'Pau',
  'Lyon',
  'Saint-Denis',
  'St Denis',
  'C++',
  'C#',
  'Les Ami·es',
  'TOTAL',
  'BRETAGNE',
  '* à voir',
  '',
  'idem',
  'Groupes fermés',
]
const towns = ['Pau', 'Lyon', 'Saint-Denis', '', 'idem', '64000 Pau', '?']
const postcodes = ['64000', '93200', '97400', '1000', '64000 Pau', '', 'CEDEX', '6,4E+04']
const states = ['actif', 'inactif', 'fermé en 2024', 'actif ?', 'moribond', '', 'en pause', '-']
const counts = ['12', '20+', '10 à 15', 'beaucoup', '', '#REF!', '12.0']
const people = [
  'Léa Roy',
  'ROY, Léa',
  'Léa Roy, Sam Vu',
  'Léa Roy / Sam Vu',
  'vacant',
  'ancien : Léa',
  'voir Lyon',
  'Léa ?',
  '',
  'Mme Roy (trésorière)',
]
const mails = ['@', '@ ; autre', 'lea@gmail.con', 'à compléter', '', 'pas une adresse', "'@", '@ (ancien)', 'Léa <@>']
const phones = ['0612345678', '06 12 34 56 7', '6,12E+08', '', '06 12 34 56 78 / 05 59 00 00 00']

const cell = (all: readonly string[]) => fc.constantFrom(...all)
const row = fc.tuple(
  cell(names),
  cell(towns),
  cell(postcodes),
  cell(states),
  cell(counts),
  cell(people),
  cell(mails),
  cell(phones),
)
const headings = [
  ['Groupe', 'Ville', 'CP', 'Statut', 'Nb membres', 'Référent', 'Mail référent', 'Tél réf'],
  ['NOM DU GROUPE', 'Commune', 'Code postal', 'État', 'Adhérents', 'Référent·e 1', 'Mail réf 1', 'Tél réf 1'],
  ['Chapter', 'Town/City', 'Postcode', 'Status', '# of members', 'Lead’s name', 'Lead’s email', 'Lead’s phone no.'],
]

/** Each row has addresses of its own: whoever is written to is known by them. */
function written(
  rows: readonly (readonly string[])[],
  [heads, delimiter]: readonly [readonly string[], string],
): string {
  const lines = rows.map((cells, at) =>
    cells.map((text, column) =>
      column === 6 ? text.replaceAll('@', `r${at}@example.org`).replace('autre', `b${at}@example.net`) : text,
    ),
  )
  return [heads, ...lines]
    .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter))
    .join('\n')
}

const sheets = fc.tuple(
  fc.array(row, { minLength: 1, maxLength: 12 }),
  cell([';', ',', '\t', '|']),
  fc.nat(headings.length - 1),
)

test('each row of a sheet is told once, and whoever is written to is named by a row of that group', async () => {
  await fc.assert(
    fc.asyncProperty(sheets, async ([rows, delimiter, at]) => {
      const { plans, refused, leftOut } = await planOf([written(rows, [headings[at] ?? [], delimiter])])
      const entry = [...plans.flatMap((plan) => [...plan.outcomes, ...plan.faults]), ...refused, ...leftOut][0]?.entry
      if (!entry) throw new Error('a sheet has a row')
      const summary = newSummary([entry.sheet], 100)
      for (const one of refused) addFault(summary, { who: whoIn(one.entry), ...one })
      for (const one of leftOut) addLeftOut(summary, one)
      for (const plan of plans) addGroup(summary, plan, { sections: movement.sections, nameOf: String })
      const [data] = summaryData(summary, []).sheets
      expect(Object.values(data?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(rows.length)
      for (const { after, changes } of plans.filter((plan) => plan.changes.length > 0)) {
        expect(changes.length).toBeGreaterThan(0)
        const mails = after.referents.flatMap(({ email }) => (typeof email === 'string' ? [email] : []))
        for (const email of mails) {
          const from = rows[Number(/^[rb](\d+)@/.exec(email)?.[1] ?? -1)]
          expect(sameName(from?.[0] ?? '')).toBe(sameName(String(after.group[0]?.name)))
        }
      }
    }),
    { seed: 17, numRuns: 300 },
  )
})

/** `St Denis` is Saint-Denis. */
const sameName = (name: string) =>
  name
    .toLowerCase()
    .replace(/^st /, 'saint ')
    .replace(/[^a-z+#]/g, '')
