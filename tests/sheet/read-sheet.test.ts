import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { activityFields } from '#shared/record/sections/activities.ts'
import { groupFields } from '#shared/record/sections/identity.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import { Unreadable } from '#shared/sheet/unreadable.ts'
import { packedZip, sheetWith, workbookWith } from '#tests/support/bombs.ts'
import { bytesOf, sheetOf, workbookOf, zipOf } from '#tests/support/sheets.ts'

const kinds = sheetKinds(movement)
const cellsOf = async (bytes: Uint8Array) =>
  (await readSheets('x.csv', bytes, kinds))[0]?.rows.map(({ cells }) => cells)
const fieldsOf = async (header: string) =>
  (await sheetOf(`${header}\n`)).columns.map(
    ({ part, field, number }) => `${part}.${field}${part === 'referent' ? number : ''}`,
  )

describe('a sheet is read', () => {
  const text = 'Nom du groupe;Ville;Commentaires\r\nÉvry, œuvre;Évry;d’été\r\n'
  const cells = [['Évry, œuvre', 'Évry', 'd’été']]
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
  test.each([
    ['in UTF-8', bytesOf(text)],
    ['in UTF-8 behind a byte order mark', bytesOf(`\uFEFF${text}`)],
    ['in UTF-16 as Excel saves Unicode text', wide],
    ['in UTF-16 the other way round', Buffer.from(wide).swap16()],
    ['in UTF-16 without a mark', Buffer.from('Nom du groupe;Ville\nPau;Pau\n', 'utf16le'), [['Pau', 'Pau']]],
    ['in Windows-1252', Buffer.from(text.replaceAll('œ', '\x9c').replaceAll('’', '\x92'), 'latin1')],
    ['with commas', bytesOf('Nom du groupe,Ville\nPau;x,Pau\n'), [['Pau;x', 'Pau']]],
    ['with tabs', bytesOf('Nom du groupe\tVille\nPau, x\tPau\n'), [['Pau, x', 'Pau']]],
    [
      'after the line in which Excel names its delimiter',
      bytesOf('sep=;\r\nNom du groupe;Ville\nPau;Pau\n'),
      [['Pau', 'Pau']],
    ],
    [
      'with line breaks, quotes and commas in a cell',
      bytesOf('Nom,Ville\n"a\nb, ""c""",Pau\n'),
      [['a\nb, "c"', 'Pau']],
    ],
    ['with stray quotes', bytesOf('Nom,Ville\nLe "Nid" de Pau,Pau\n'), [['Le "Nid" de Pau', 'Pau']]],
    [
      'with mixed ends of lines',
      bytesOf('Nom,Ville\r\na,Pau\nb,Pau\rc,Pau'),
      [
        ['a', 'Pau'],
        ['b', 'Pau'],
        ['c', 'Pau'],
      ],
    ],
  ])('%s', async (_, bytes, expected = cells) => {
    expect(await cellsOf(bytes)).toEqual(expected)
  })

  test('with the row numbers that a spreadsheet shows, whatever the line breaks in cells and the blank rows', async () => {
    const sheet = await sheetOf(
      'Liste au 12 mars,,\n,,\nNom,Ville,Commentaires\n"Pau",Pau,"a\nb"\n,,\nBrest,Brest,\n,,\n',
    )
    expect(sheet.rows.map(({ line }) => line)).toEqual([4, 6])
    expect(sheet.blankRows).toBe(1)
  })

  test('from an Excel workbook, each tab that we recognise, with days and numbers as people write them', async () => {
    const workbook = workbookOf({
      Groupes: [
        ['Nom du groupe', 'Ville', 'Code postal', 'Date de création'],
        ['Archipel Pau', 'Pau', 64000, new Date('2019-08-07')],
        ['', '', '', ''],
        ['Archipel Bourg', 'Bourg & co', 1000, '7 août 2020'],
      ],
      Notes: [['à faire'], ['rien']],
      Formations: [
        ['Groupe', 'Thème', 'Date'],
        ['Pau', 'Médias', new Date('2023-06-13')],
      ],
    })
    const sheets = await readSheets('tout.xlsx', workbook, kinds)
    expect(sheets.map(({ title, kind }) => [title, kind])).toEqual([
      ['tout.xlsx (Groupes)', 'groups'],
      ['tout.xlsx (Formations)', 'trainings'],
    ])
    expect(sheets[0]?.rows).toEqual([
      { line: 2, cells: ['Archipel Pau', 'Pau', '64000', '2019-08-07'] },
      { line: 4, cells: ['Archipel Bourg', 'Bourg & co', '1000', '7 août 2020'] },
    ])
    expect(sheets[1]?.rows[0]?.cells).toEqual(['Pau', 'Médias', '2023-06-13'])
  })
})

describe('a cell of a workbook is read as people see it', () => {
  const strings = `<sst><si><t>Nom du groupe</t></si><si><t>Ville</t></si><si><r><t>Arc</t></r><r><rPr><b/></rPr><t xml:space="preserve">hipel </t></r><rPh><t>アル</t></rPh></si></sst>`
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-40C]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0&quot; jours&quot;"/></numFmts><cellStyleXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf xfId="1"/></cellXfs></styleSheet>`
  const header = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
  test.each([
    ['a text in several styles, without how it is pronounced', '<c t="s"><v>2</v></c>', 'Archipel'],
    ['a day in the format of somebody’s own', '<c s="1"><v>43684</v></c>', '2019-08-07'],
    ['a day in a format that its style inherits', '<c s="3"><v>43684</v></c>', '2019-08-07'],
    ['a number in a format that has words', '<c s="2"><v>43684</v></c>', '43684'],
    ['a number with an exponent', '<c><v>3.3612345678E10</v></c>', '33612345678'],
    ['the 1 March 1900, after a day that never was', '<c s="1"><v>61</v></c>', '1900-03-01'],
    ['what a formula gave', '<c t="str"><f>A1&amp;"x"</f><v>Pau &amp; co</v></c>', 'Pau & co'],
    ['a formula that failed', '<c t="e"><v>#REF!</v></c>', '#REF!'],
    ['yes', '<c t="b"><v>1</v></c>', 'true'],
    ['a line break that XML cannot hold', '<c t="inlineStr"><is><t>a_x000D_b</t></is></c>', 'a\rb'],
    ['a text that is not there', '<c t="s"><v>99</v></c><c t="inlineStr"><is><t>x</t></is></c>', ''],
  ])('%s', async (_, cell, expected) => {
    const parts = workbookWith({ strings, styles, sheet: sheetWith(`${header}<row>${cell}</row>`) })
    const [sheet] = await readSheets('x.xlsx', packedZip(parts), kinds)
    expect(sheet?.rows[0]?.cells[0]).toBe(expected)
  })

  test('and columns without a heading are columns all the same', async () => {
    const rows = `${header}<row><c t="s"><v>2</v></c><c/><c><v>12</v></c></row>`
    const [sheet] = await readSheets('x.xlsx', packedZip(workbookWith({ strings, sheet: sheetWith(rows) })), kinds)
    expect(sheet?.headings).toEqual(['Nom du groupe', 'Ville', ''])
  })
})

describe('columns are recognised', () => {
  test.each([
    ['in French', 'Nom du groupe,Ville,Code postal', ['own.name', 'own.town', 'own.postcode']],
    ['in English, in another order', 'Town,State,Group name', ['own.town', 'own.state', 'own.name']],
    [
      'in capitals, without accents, dots and dashes',
      'GROUPE,DEPARTEMENT,Nb membres actifves',
      ['own.name', 'own.department', 'own.active_members'],
    ],
    [
      'by the number of each referent',
      'Nom,Ville,Référent·e 2,Mail réf 2,Tél réf 1',
      ['own.name', 'own.town', 'referent.name2', 'referent.email2', 'referent.phone1'],
    ],
    [
      'without a number when there is one referent',
      'Nom,Ville,Référent(e),Mail réf',
      ['own.name', 'own.town', 'referent.name1', 'referent.email1'],
    ],
  ])('%s', async (_, header, fields) => {
    expect(await fieldsOf(header)).toEqual(fields)
  })

  test('by what the movement itself calls them, as its configuration says', async () => {
    expect(await fieldsOf('Antenne;tete de pont 1;Ouvert le;Ville')).toEqual([
      'own.name',
      'referent.name1',
      'own.founded_on',
      'own.town',
    ])
  })

  test('and those that mean nothing to us, or say again what another says, are named', async () => {
    const sheet = await sheetOf('Nom du groupe,Ville,Couleur préférée,Commune,,À corriger\nPau,Pau,bleu,x,,\n')
    expect(sheet).toMatchObject({ ignored: ['Couleur préférée'], repeated: ['Commune'] })
  })

  test.each([
    ['groups', 'Nom du groupe,Ville'],
    ['campaigns', 'Campagne,Date'],
    ['participations', 'Groupe,Campagne,Rôle,Nb de personnes'],
    ['trainings', 'Groupe,Thème,Date,Participant·es'],
    ['activities', 'Groupe,Activité,Date,Type,Participant·es'],
    ['places', 'insee,name,department,region,lat,lon'],
  ])('as a sheet of %s', async (kind, header) => {
    expect((await sheetOf(`${header}\n`)).kind).toBe(kind)
  })

  test('by every heading that a field gives, in any language', async () => {
    for (const [field, { headings }] of Object.entries(groupFields('FR')).filter(
      ([name]) => name !== 'name' && name !== 'town',
    )) {
      for (const heading of Object.values(headings).flat())
        expect(await fieldsOf(`Nom du groupe;Ville;${heading}`)).toContain(`own.${field}`)
    }
    for (const heading of Object.values(activityFields.kind.headings).flat())
      expect(await fieldsOf(`Groupe;Titre;Jour;${heading}`)).toContain('own.kind')
  })

  test('a list of people is not taken for groups', async () => {
    await expect(sheetOf('Nom,Email,Téléphone\nLou,lou@example.org,\n')).rejects.toMatchObject({
      code: 'headings_unknown',
    })
  })
})

describe('what is no sheet is refused in words', () => {
  test('with the headings that it has, not the title above them', async () => {
    const text = 'Liste des cuisines ; mars\n\nCuisine;Lieu-dit;Téléphone\nA;B;C\n'
    const failure = await readSheets('x.csv', bytesOf(text), kinds).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'headings_unknown', detail: 'Cuisine, Lieu-dit, Téléphone' })
  })

  const header = 'Nom du groupe,Ville'
  test.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a file of blanks', bytesOf('\n \n'), 'empty'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'binary'],
    ['a text with a NUL byte', bytesOf(`${header}\nPau\0,Pau`), 'binary'],
    ['a letter', bytesOf('Chères et chers,\nvoici la liste.'), 'headings_unknown'],
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_excel'],
    ['a zip that is no workbook', zipOf({ 'a.txt': 'x' }), 'damaged_excel'],
    ['half a workbook', workbookOf({ a: [['Nom du groupe', 'Ville']] }).subarray(0, 600), 'damaged_excel'],
    ['a quote that never closes', bytesOf(`${header}\nPau,"Pau\nLille,Lille\n`), 'quote_open'],
    ['100,000 columns', bytesOf(`${header}${',x'.repeat(100_000)}\n`), 'too_many_columns'],
    ['600,000 rows', bytesOf(`${header}\n${'a,b\n'.repeat(600_000)}`), 'too_many_rows'],
    ['51 MB', new Uint8Array(51_000_000), 'too_large'],
  ])('%s', async (_, bytes, code) => {
    const failure = await readSheets('x', bytes, kinds).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Unreadable)
    expect(failure).toMatchObject({ code })
  })

  test('headings alone are a sheet without rows', async () => {
    expect((await sheetOf(header)).rows).toEqual([])
  })
})

test('whoever has a column of addresses reads that it is not kept', async () => {
  const remarksOf = async (text: string) => (await readSheets('x.csv', bytesOf(text), kinds))[0]?.remarks
  const headings = 'Nom du groupe;Ville;Nb membres;Adresse\n'
  expect(await remarksOf(`${headings}La Fabrique;Pau;12;Rue du Canal 12\n`)).toEqual([
    { code: 'address_not_kept', detail: 'Adresse' },
  ])
  expect(await remarksOf(`${headings}La Fabrique;Pau;12;\n`)).toEqual([])
})
