import { expect, test } from 'vitest'
import { lostRow, readRow } from '#shared/sheet/read-row.ts'
import { sheetOf } from '#tests/support/sheets.ts'

const today = '2026-11-29'

/** Whom the first row of a sheet, whose last column has this heading, would have us write to; and what is asked. */
async function asked(
  heading: string,
  cell: string,
  before = 'Groupe;Ville;Référente;Mail référente',
  row = 'Pau;Pau;Léa Roy;lea@example.org',
) {
  const sheet = { ...(await sheetOf(`${before};"${heading}"\n${row};"${cell}"\n`)), today }
  const [first] = sheet.rows
  if (!first) throw new Error('a sheet has a row')
  expect(lostRow({ sheet, row: first })).toBe(null)
  const { referents, faults, own } = readRow({ sheet, row: first })
  return {
    mails: referents.map(({ given }) => given.email),
    codes: faults.map(({ problem }) => problem.code),
    state: own.state,
  }
}

const ofReferents = ['Groupe;Nom référente;Mail référente', 'Pau;Léa Roy;lea@example.org'] as const

/** Headings, what says that somebody may be no longer there, and what says nothing of it. */
const sheets = `
Fin de mandat|12/03/2024, 2023, mars 2025, 45300, à voir|12/03/2029, 2029-03-12, mars 2028, 2026, en cours, -
Mandat jusqu’au|2024-03-12|31/12/2027
Until|2023-2025|2027
Term ends|12/03/2024|ongoing, 2028
Date de sortie|12/03/2024, x|12/03/2029, -
Einde mandaat|2024|2028
Amtszeit bis|12.03.2024|31.12.2028
Fin de mandato|2024|2028
Mandat|2019-2022, 2021/24|2025-2028, Présidente
Saison|2019-2020, 2025-2026|2026-2027
Parti·e|oui, x, ✓, 2024, a quitté|non, -, 0
Remplacé par|Sam Vu|-, non
Replaced by|Sam Vu|n/a
Vervangen door|Sam Vu|nee
Nachfolger|Sam Vu|nein
Démission|x, 2024|non
Décédé·e|x|non
Resigned on|2024|no
Ausgeschieden|ja|nein
Fecha de baja|2024|no
N’est plus référent|oui|non
Nouveau référent|Sam Vu|-
New email|sam@example.net|-
Encore en poste|non, ?, bof|oui
Still active|no|yes
Membre actif (oui/non)|non|oui
Current|no|yes
Rôle|ancienne présidente, ex-trésorier, Past President|présidente
Remarques|Léa est partie en mars, n’est plus référente, remplacée par Sam, resigned, NPAI, ausgeschieden, ya no está|fait partie de la fédération, réunion le mardi, présidente depuis 2020
Suivi|a quitté le groupe, ne plus contacter|relancée
|décédée en 2024|ok`

const cases = sheets
  .trim()
  .split('\n')
  .map((line) => line.split('|'))
  .flatMap(([heading = '', over = '', fine = '']) =>
    [
      ['over', over],
      ['fine', fine],
    ].flatMap(([is, cells = '']) => cells.split(', ').map((cell) => [heading, cell, is === 'over'] as const)),
  )

test('who may be no longer there is asked about, whatever the heading says it by, and others are not', async () => {
  const wrong: unknown[] = []
  for (const [heading, cell, isOver] of cases)
    for (const [before, row] of [undefined, ofReferents].map((of) => of ?? [])) {
      const { mails, codes } = await asked(heading, cell, before, row)
      const isAsked = mails.length === 0 && codes.length > 0
      if (isAsked !== isOver) wrong.push([heading, cell, before, mails, codes])
    }
  expect(wrong).toEqual([])
})

test.each([
  ['Statut', 'ancienne'],
  ['Statut', 'démissionnaire'],
  ['Status', 'former'],
  ['Statut', '?'],
  ['Actif', 'non'],
  ['Aktiv', 'nein'],
  ['Inactif', 'x'],
  ['Date de fin', '2024'],
])('in a sheet of referents, how somebody stands is theirs: %s, %s', async (heading, cell) => {
  expect((await asked(heading, cell, ...ofReferents)).mails).toEqual([])
})

test.each([
  ['Statut', 'titulaire'],
  ['Actif', 'oui'],
  ['Date de fin', '2028'],
])('in a sheet of referents, who is there is taken: %s, %s', async (heading, cell) => {
  expect((await asked(heading, cell, ...ofReferents)).mails).toEqual(['lea@example.org'])
})

test('what says it of one referent leaves the others of the row', async () => {
  const two = [
    'Groupe;Ville;Réf 1;Mail réf 1;Réf 2;Mail réf 2',
    'Pau;Pau;Léa Roy;lea@example.org;Sam Vu;sam@example.org',
  ] as const
  expect((await asked('Fin de mandat 2', '2024', ...two)).mails).toEqual(['lea@example.org'])
  expect((await asked('Remarques', 'Sam est parti', ...two)).mails).toEqual(['lea@example.org'])
  expect((await asked('Remarques', 'est partie', ...two)).mails).toEqual([])
})

test('a group that ends on a day to come goes on', async () => {
  expect((await asked('Date de fermeture', '31/12/2027')).state).toBeUndefined()
  expect((await asked('Date de fermeture', '31/12/2025')).state).toBe('closed')
})
