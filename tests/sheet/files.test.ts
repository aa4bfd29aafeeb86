import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import { packedZip, sheetWith, workbookWith } from '#tests/support/bombs.ts'
import { openDocumentOf, openRow } from '#tests/support/open-document.ts'
import { bytesOf, planOfWorkbook, workbookOf, zipOf } from '#tests/support/sheets.ts'

const kinds = sheetKinds(movement)
const read = (bytes: Uint8Array, hidden = false) => readSheets('x', bytes, kinds, { hidden })
const refusal = (bytes: Uint8Array) =>
  read(bytes).then(
    () => null,
    (error: { code: string; detail: string }) => [error.code, error.detail],
  )
const rowsOf = async (bytes: Uint8Array) => (await read(bytes))[0]?.rows.map(({ cells }) => cells)
const header = openRow(['Nom du groupe', 'Ville', 'Commentaires'])

describe('a quote that somebody left open', () => {
  const head = 'Groupe;Ville;Commentaires;Mail réf 1'
  test.each([
    ['until the end of the file', 'Pau;Pau;"super;a@example.org\nLyon;Lyon;;b@example.org', '2'],
    [
      'until another cell’s quotes',
      'Lille;Lille;;z@example.org\nPau;Pau;"super;a@example.org\nLyon;Lyon;;b@example.org\nNice;Nice;"ok";c@example.org',
      '3',
    ],
    ['until a quote that would close it', 'Pau;Pau;"super;a@example.org\nLyon;Lyon;super";b@example.org', '2'],
    [
      'over several rows, until a quote that would close it',
      'Pau;Pau;5";\nLyon;Lyon;"5;b@example.org\nNice;Nice;;c@example.org\nSète;Sète;5";d@example.org',
      '3',
    ],
  ])('%s never moves an address to another group: the row is named', async (_, rows, line) => {
    expect(await refusal(bytesOf(`${head}\n${rows}\n`))).toEqual(['quote_open', line])
  })

  test('is none where a cell has lines, delimiters and quotes of its own', async () => {
    const cell = 'A déménagé ; voir\navec « la Base » ; "urgent"\n\nmerci'
    const rows = `Pau;Pau;"${cell.replaceAll('"', '""')}";a@example.org\n"Lyon\nNord";Lyon;;\nLe "Nid";"Nice" ;x;`
    expect(await rowsOf(bytesOf(`${head}\n${rows}\n`))).toEqual([
      ['Pau', 'Pau', cell, 'a@example.org'],
      ['Lyon\nNord', 'Lyon', '', ''],
      ['Le "Nid"', 'Nice', 'x', ''],
    ])
  })
})

describe('a delimiter', () => {
  test.each([
    ['that is a bar', 'Groupe|Ville\nPau|Pau, 64\n', [['Pau', 'Pau, 64']]],
    ['that the first line names', '\uFEFFsep=|\r\nGroupe|Ville\r\nPau|Pau\r\n', [['Pau', 'Pau']]],
    ['that the first line names in quotes', '"sep=;"\nGroupe;Ville\nPau;Pau\n', [['Pau', 'Pau']]],
    ['with spaces before a quote', 'Groupe; "Ville"; Membres\nPau; "Pau; 64"; 3\n', [['Pau', 'Pau; 64', '3']]],
    ['within lines that are in quotes as a whole', '"Groupe;Ville"\n"Pau;""Pau; 64"""\n', [['Pau', 'Pau; 64']]],
  ])('%s is found', async (_, text, rows) => {
    expect(await rowsOf(bytesOf(text))).toEqual(rows)
  })
})

describe('a LibreOffice spreadsheet is read', () => {
  test('with its texts, days, numbers and failed formulas as people see them, and nothing that is noted beside a cell', async () => {
    const cells = [
      '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>Ar<text:span>chi</text:span>pel<text:s text:c="1"/>Pau</text:p></table:table-cell>',
      '<table:table-cell office:value-type="string"><text:p>a</text:p><text:p>b</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2019-03-27T10:30:00"><text:p>27/03/19</text:p></table:table-cell>',
      '<table:table-cell office:value-type="float" office:value="1234.5"><text:p>1 234,50</text:p></table:table-cell>',
      '<table:table-cell office:value-type="float" office:value="1000"><text:p>01000</text:p></table:table-cell>',
      '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>',
    ]
    const rows = `${openRow(['Nom du groupe', 'Ville', 'Création', 'Membres', 'Code postal', 'Site'])}<table:table-row>${cells.join('')}</table:table-row>`
    expect(await rowsOf(openDocumentOf({ Groupes: { rows } }))).toEqual([
      ['Archipel Pau', 'a\nb', '2019-03-27', '1234.5', '01000', '#N/A'],
    ])
  })

  test('with the numbers of its rows, whatever is repeated or empty', async () => {
    const gap =
      '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="9"/></table:table-row>'
    const twice =
      '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>Pau</text:p></table:table-cell></table:table-row>'
    const [sheet] = await read(openDocumentOf({ Groupes: { rows: header + gap + twice } }))
    expect(sheet?.rows.slice(0, 2)).toEqual([
      { line: 5, cells: ['Pau', 'Pau', ''] },
      { line: 6, cells: ['Pau', 'Pau', ''] },
    ])
  })

  test('and refused by name when it asks for a password, or is a letter', async () => {
    const locked = {
      'META-INF/manifest.xml': '<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
    }
    expect(await refusal(openDocumentOf({}, locked))).toEqual(['locked', ''])
    expect(await refusal(openDocumentOf({}, { mimetype: 'application/vnd.oasis.opendocument.text' }))).toEqual([
      'binary',
      '',
    ])
  })

  test('and refused before it takes much, when one cell says that it stands for a million, or when its empty rows never end', async () => {
    const rows = `${header}<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`
    expect(await refusal(openDocumentOf({ a: { rows } }))).toEqual(['too_many_rows', '500000'])
    const wide =
      '<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    expect(await refusal(openDocumentOf({ a: { rows: wide } }))).toEqual(['too_many_columns', '1000'])
    const bomb = { before: '<office:spreadsheet><table:table>', again: '<table:table-row/>', megabytes: 500, after: '' }
    expect(await refusal(packedZip({ 'content.xml': bomb }))).toEqual(['too_many_rows', '500000'])
  })
})

describe('what somebody hid', () => {
  const rows =
    header +
    openRow(['Pau', 'Pau']) +
    openRow(['Brest', 'Brest'], 'table:visibility="filter"') +
    openRow(['Lyon', 'Lyon'], 'table:visibility="collapse"')
  const workbook = openDocumentOf({
    Groupes: { rows },
    Brouillon: { rows: header + openRow(['Nice', 'Nice']), isHidden: true },
    'Anciens groupes': { rows: header + openRow(['Lens', 'Lens']) },
  })

  test('is left out and named: rows, tabs, and tabs of what is past', async () => {
    const sheets = await read(workbook)
    expect(sheets.map((sheet) => sheet.rows.map(({ cells }) => cells[0]))).toEqual([['Pau']])
    expect(sheets[0]?.remarks).toEqual([
      { code: 'tabs_left_out', detail: 'Brouillon, Anciens groupes' },
      { code: 'rows_hidden', detail: '2' },
    ])
  })

  test('is read when somebody asks for it', async () => {
    const sheets = await read(workbook, true)
    expect(sheets.flatMap((sheet) => sheet.rows.map(({ cells }) => cells[0]))).toEqual([
      'Pau',
      'Brest',
      'Lyon',
      'Nice',
      'Lens',
    ])
    expect(sheets.flatMap(({ remarks }) => remarks)).toEqual([])
  })

  test('is left out of an Excel workbook too', async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const lines = `<row r="1">${cell('Groupe')}${cell('Ville')}</row><row r="2">${cell('Pau')}</row><row r="3" hidden="1">${cell('Brest')}</row>`
    const [sheet] = await read(packedZip(workbookWith({ sheet: sheetWith(lines) })))
    expect(sheet).toMatchObject({ rows: [{ line: 2 }], remarks: [{ code: 'rows_hidden', detail: '1' }] })
    const workbookXml = '<workbook><sheets><sheet name="Groupes" state="veryHidden" r:id="rId1"/></sheets></workbook>'
    const parts = workbookWith({ sheet: sheetWith(lines), workbook: workbookXml })
    expect(await refusal(packedZip(parts))).toEqual(['only_hidden', 'Groupes'])
  })
})

test.each([
  [
    'an Excel workbook with a password',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'locked',
  ],
  ['a workbook of Excel 2003', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_excel'],
  ['a web page that says it is .xls', bytesOf('<html><table><tr><td>Groupe</td></tr></table></html>'), 'html'],
  ['a Numbers file', zipOf({ 'Index/Document.iwa': 'x' }), 'numbers'],
  ['a letter of Word', zipOf({ 'word/document.xml': 'x' }), 'binary'],
  ['a PDF', bytesOf('%PDF-1.7\n'), 'binary'],
])('%s is refused by its name', async (_, bytes, code) => {
  expect(await refusal(bytes)).toEqual([code, ''])
})

describe('cells that people merged over the rows of one group', () => {
  const rows = [
    ['Groupe', 'Ville', 'Référent·e 1', 'Mail réf 1'],
    ['Pau', 'Pau', 'Lou', 'lou@example.org'],
    ['', '', 'Sam', 'sam@example.org'],
    ['Dax', 'Dax', 'Noa', 'noa@example.org'],
    ['', '', 'Ida', 'ida@example.org'],
  ]
  const read = [rows[1], ['Pau', 'Pau', 'Sam', 'sam@example.org'], rows[3]]

  test('are said of each of them in a workbook of Excel, and what was merged with nothing is not', async () => {
    const bytes = workbookOf({ Groupes: rows }, ['A2:A3', 'B2:B3', 'D2:E2'])
    expect(await rowsOf(bytes)).toEqual([...read, ['', '', 'Ida', 'ida@example.org']])
  })

  test('are said of each of them in one of LibreOffice', async () => {
    const over = (text: string) =>
      `<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
    const cell = (text: string) =>
      `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
    const first = `<table:table-row>${over('Pau')}${over('Pau')}${cell('Lou')}${cell('lou@example.org')}</table:table-row>`
    const second = `<table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>${cell('Sam')}${cell('sam@example.org')}</table:table-row>`
    const bytes = openDocumentOf({
      Groupes: { rows: `${openRow(rows[0] ?? [])}${first}${second}${openRow(rows[3] ?? [])}` },
    })
    expect(await rowsOf(bytes)).toEqual(read)
  })

  test('make both people referents of the group', async () => {
    const { plans } = await planOfWorkbook(workbookOf({ Groupes: rows.slice(0, 4) }, ['A2:A3', 'B2:B3']))
    expect(plans.map(({ after }) => [after.group[0]?.name, after.referents.map(({ name }) => name)])).toEqual([
      ['Pau', ['Lou', 'Sam']],
      ['Dax', ['Noa']],
    ])
  })

  test('over two rows of headings are one heading', async () => {
    const two = [
      ['Groupe', 'Ville', 'Référent 1', ''],
      ['', '', 'Nom', 'Mail'],
      ['Pau', 'Pau', 'Lou', 'lou@example.org'],
    ]
    const [sheet] = await readSheets('x', workbookOf({ Groupes: two }, ['A1:A2', 'B1:B2', 'C1:D1']), kinds)
    expect(sheet?.headings).toEqual(['Groupe', 'Ville', 'Référent 1 Nom', 'Référent 1 Mail'])
  })

  test('that lie over each other in their thousands are refused before they cost anything', async () => {
    const many = Array.from({ length: 6000 }, (_, row) => ['Pau', '', `lou${row}@example.org`])
    const merged = Array.from({ length: 5000 }, () => 'A2:A6000')
    const bytes = workbookOf({ Groupes: [['Groupe', 'Ville', 'Mail réf 1'], ...many] }, merged)
    expect(await refusal(bytes)).toEqual(['too_many_cells', '10000000'])
  })
})
