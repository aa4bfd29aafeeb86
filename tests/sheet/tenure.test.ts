import { expect, test } from 'vitest'
import { lostRow, readRow } from '#shared/sheet/read-row.ts'
import { planOf, planOfWorkbook, sheetOf, zipOf } from '#tests/support/sheets.ts'

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
Remarques|n’y a plus de référent, plus de référente depuis mars, plus personne, pas de référent pour l’instant, sans référent, cherche un nouveau référent, référent à trouver, poste vacant|plus de 30 référents, de plus en plus actif, cherche un local, contact préféré le lundi matin
Notes|no contact any more, needs a new organiser, nobody left, chair vacant|left bank of the river, needs flyers, no problem
Divers|s’est retirée, passe le relais, stop, perdue de vue, injoignable|arrêt de bus Gare, stop pub, a déménagé rue Foch
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
  ['Statut', 'candidate'],
  ['Statut', 'en attente'],
  ['Statut', 'invitée, pas de réponse'],
  ['Année', '2019'],
  ['Au', '12/2021'],
  ['Actif', 'non'],
  ['Aktiv', 'nein'],
  ['Inactif', 'x'],
  ['Date de fin', '2024'],
])('in a sheet of referents, how somebody stands is theirs: %s, %s', async (heading, cell) => {
  expect((await asked(heading, cell, ...ofReferents)).mails).toEqual([])
})

test.each([
  ['Statut', 'titulaire'],
  ['Statut', 'confirmée'],
  ['Année', '2026'],
  ['Au', '12/2027'],
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

const whom = ({ plans }: Awaited<ReturnType<typeof planOf>>) =>
  plans.flatMap(({ after }) => after.referents.map(({ email }) => email))

test.each(['~~Léa Roy~~', '~~Léa Roy~~ Sam Vu', 'L\u0336é\u0336a\u0336', 'Léa Roy → Sam Vu'])(
  'who is struck through, or has become somebody else, is asked about: %s',
  async (name) => {
    const planned = await planOf([
      `Groupe;Ville;Référente;Mail référente\nPau;Pau;${name};lea@example.org\nLyon;Lyon;Lou;lou@example.org\n`,
    ])
    expect(whom(planned)).toEqual(['lou@example.org'])
  },
)

test('nobody new is taken for a group that we know, where nobody understands what its row says of its state', async () => {
  const { plans } = await planOf(['Groupe;Ville;Statut;Référente;Mail référente\nPau;Pau;actif;Léa;lea@example.org\n'])
  const known = plans.map(({ after }) => after)
  const sheet = (state: string) =>
    `Groupe;Ville;Statut;Référente;Mail référente;Référent 2;Mail réf 2\nPau;Pau;${state};Léa;lea@example.org;Sam;sam@example.org\n`
  expect(whom(await planOf([sheet('moribond')], known))).toEqual(['lea@example.org'])
  expect(whom(await planOf([sheet('actif')], known))).toEqual(['lea@example.org', 'sam@example.org'])
})

test('a heading of past years is nobody’s', async () => {
  const planned = await planOf([
    'Groupe;Ville;Référent (jusqu’en 2020);Mail référent (jusqu’en 2020);Référent (depuis 2020);Mail référent (depuis 2020)\nPau;Pau;Léa;lea@example.org;Sam;sam@example.org\n',
  ])
  expect(whom(planned)).toEqual(['sam@example.org'])
})

/** Rows of cells of which some are struck through: whole (`-`), or their first word (`/`). */
const marked = [
  ['Groupe', 'Ville', 'Référente', 'Mail référente'],
  ['Pau', 'Pau', '-Léa', 'lea@example.org'],
  ['Lyon', 'Lyon', '/Lou Sam', 'sam@example.org'],
  ['Nice', 'Nice', 'Zoé', '-zoe@example.org'],
  ['-Brest', 'Brest', 'Gwen', 'gwen@example.org'],
  ['Metz', 'Metz', 'Eva', 'eva@example.org'],
]
const halves = (cell: string) => cell.slice(1).split(' ')

function excel(): Uint8Array {
  const cell = (text: string) => {
    const [first, rest] = halves(text)
    if (text.startsWith('/'))
      return `<c t="inlineStr"><is><r><rPr><strike/></rPr><t>${first}</t></r><r><t xml:space="preserve"> ${rest}</t></r></is></c>`
    return text.startsWith('-')
      ? `<c t="inlineStr" s="1"><is><t>${text.slice(1)}</t></is></c>`
      : `<c t="inlineStr" s="0"><is><t>${text}</t></is></c>`
  }
  const rows = marked.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="${rel}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml':
      '<styleSheet><fonts><font><strike val="0"/></font><font><strike/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  })
}

function openDocument(): Uint8Array {
  const cell = (text: string) => {
    const [first, rest] = halves(text)
    if (text.startsWith('/'))
      return `<table:table-cell><text:p><text:span text:style-name="s">${first}</text:span> ${rest}</text:p></table:table-cell>`
    return text.startsWith('-')
      ? `<table:table-cell table:style-name="s"><text:p>${text.slice(1)}</text:p></table:table-cell>`
      : `<table:table-cell table:style-name="p"><text:p>${text}</text:p></table:table-cell>`
  }
  const rows = marked.map((cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`).join('')
  const names = ['office', 'table', 'text', 'style'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ')
  const style = (name: string, line: string) =>
    `<style:style style:name="${name}"><style:text-properties style:text-line-through-style="${line}"/></style:style>`
  return zipOf({
    'content.xml': `<office:document-content ${names}>${style('s', 'solid')}${style('p', 'none')}<table:table table:name="A">${rows}</table:table></office:document-content>`,
  })
}

test.each([
  ['.xlsx', excel],
  ['.ods', openDocument],
])('what is struck through in a workbook is asked about: %s', async (_, bytes) => {
  const planned = await planOfWorkbook(bytes())
  expect(whom(planned)).toEqual(['eva@example.org'])
  expect(planned.refused.map(({ fault }) => fault.problem)).toEqual([{ code: 'struck', name: 'Brest' }])
  expect(planned.plans.flatMap(({ faults }) => faults.map(({ fault }) => fault.problem))).toEqual([
    { code: 'person_struck', name: 'Léa' },
    { code: 'person_struck', name: 'Lou Sam' },
    { code: 'person_struck', name: 'zoe@example.org' },
  ])
})
