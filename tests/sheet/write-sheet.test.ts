import fc from 'fast-check'
import { expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { delimiters, parseDelimited } from '#shared/sheet/delimited.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { neutralise, restore } from '#shared/sheet/neutral.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import { spreadsheetOptions, writeSheet } from '#shared/sheet/write-sheet.ts'
import { sourcesOf } from '#tests/support/patterns.ts'
import { bytesOf } from '#tests/support/sheets.ts'

/** Any text that UTF-8 can hold and that is no mark of a binary file. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '=1+1',
      "'=1",
      "''",
      '@a',
      '-',
      '+33 6 12 34 56 78',
      '\t',
      '\r',
      '"',
      '";',
      'sep=;',
      '\uFEFF',
      '\r\n',
      ' x ',
    ),
  )
  .map((value) => value.toWellFormed().replaceAll('\0', ''))

test('what is written in a sheet is read back as it was, whatever the text, the delimiter and the mark of its encoding', () => {
  const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { maxLength: 8 })
  fc.assert(
    fc.property(rows, fc.constantFrom(...delimiters), (given, delimiter) => {
      const written = writeSheet(given, { delimiter, bom: false })
      const read = parseDelimited(written, delimiter).map(({ cells }) => cells)
      expect(read).toEqual(given.filter((cells) => cells.some((cell) => cell.trim() !== '')))
    }),
  )
})

test('a sheet of groups keeps every cell on its way through a file, in the delimiter of each language', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text), { maxLength: 5 }),
      fc.constantFrom('fr', 'en'),
      async (cells, language) => {
        const rows = [['Nom du groupe', 'Ville', 'Commentaires'], ...cells.map(([town, note]) => ['Pau', town, note])]
        const [sheet] = await readSheets(
          'x.csv',
          bytesOf(writeSheet(rows, spreadsheetOptions(language))),
          sheetKinds(movement),
        )
        expect(sheet?.rows.map((row) => row.cells)).toEqual(rows.slice(1))
      },
    ),
  )
})

test.each([
  ['a formula', '=HYPERLINK("https://evil.example","clic")', `'=HYPERLINK("https://evil.example","clic")`],
  ['a command that begins with a plus', '+cmd|x', "'+cmd|x"],
  ['a minus before a formula', '-1+SUM(A1)', "'-1+SUM(A1)"],
  ['an at', '@SUM(A1)', "'@SUM(A1)"],
  ['a tab', '\t=1', "'\t=1"],
  ['a line break', '\n=1', "'\n=1"],
  ['a carriage return', '\r=1', "'\r=1"],
  ['a full-width equals sign', '＝1+1', "'＝1+1"],
  ['a full-width plus', '＋cmd|x', "'＋cmd|x"],
  ['a full-width minus', '－1+SUM(A1)', "'－1+SUM(A1)"],
  ['a full-width at', '＠SUM(A1)', "'＠SUM(A1)"],
  ['a small plus, as some keyboards have it', '﹢cmd|x', "'﹢cmd|x"],
  ['a formula behind a space', ' =1+1', "' =1+1"],
  ['a formula behind a space that does not break', '\u00a0@SUM(A1)', "'\u00a0@SUM(A1)"],
  ['a formula behind what cannot be seen', '\u200b\ufeff=1+1', "'\u200b\ufeff=1+1"],
  ['a formula behind a vertical tab', '\v=1+1', "'\v=1+1"],
  ['a formula behind a quote', '"=1+1', `'"=1+1`],
  ['a formula behind an apostrophe and a space', "' =1+1", "'' =1+1"],
  ['a phone, readable as it is', '+33 6 12 34 56 78', '+33 6 12 34 56 78'],
  ['a longitude west of Greenwich', '-1.55336', '-1.55336'],
  ['a text that begins with an apostrophe', "'tit groupe", "'tit groupe"],
  ['what was neutralised once', "'=1", "''=1"],
])('%s is harmless in a spreadsheet and comes back unchanged', (_, cell, written) => {
  expect(neutralise(cell)).toBe(written)
  expect(restore(written)).toBe(cell)
})

test('a French spreadsheet gets semicolons behind a byte order mark', () => {
  expect(writeSheet([['Été', 'a;b']], spreadsheetOptions('fr'))).toBe('\uFEFFÉté;"a;b"\r\n')
})

test.each([
  ['the number of a department', '08'],
  ['that of Corsica', '2A'],
  ['a postal code', '01000'],
  ['a phone in one piece', '0612345678'],
  ['an international one', '+33612345678'],
  ['17 digits', '12345678901234567'],
  ['what looks like a power of ten', '3E5'],
  ['what looks like a day', '1-2'],
  ['a month and a year', '12/2024'],
  ['a month in words', 'mai 68'],
  ['a day of a month', '1 févr.'],
  ['an hour', '18:30'],
  ['half a day', '2 A'],
  ['a decimal that ends with a zero', '1.50'],
  ['a decimal with a comma', '1,5'],
  ['thousands with spaces', '1 000'],
  ['a share', '5 %'],
  ['a rough number', '20+'],
  ['an amount of money', '3 000 €'],
  ['a fraction', '1 1/2'],
  ['a word that means true', 'VRAI'],
])('%s keeps its writing in a spreadsheet that opens our CSV: %s', async (_, cell) => {
  const written = writeSheet(
    [
      ['Nom du groupe', 'Ville', 'Commentaires'],
      ['Pau', 'Pau', cell],
    ],
    {
      delimiter: ';',
      bom: true,
      keepsWriting: true,
    },
  )
  expect(written).toContain(`Pau;Pau;"=""${cell}"""\r\n`)
  const [sheet] = await readSheets('x.csv', bytesOf(written), sheetKinds(movement))
  expect(sheet?.rows[0]?.cells[2]).toBe(cell)
})

test.each([
  '12',
  '-1.55336',
  '0',
  '2019',
  '2026-12-31',
  '06 12 34 56 78',
  '+33 6 12 34 56 78',
  'Pau',
  'Paris 12e',
  '3 rue',
  '',
])('what no spreadsheet rewrites stands as it is: %s', (cell) => {
  expect(writeSheet([['a', cell, 'b']], { ...spreadsheetOptions('fr'), bom: false })).toBe(`a;${cell};b\r\n`)
})

test.each(['=', '+', '-', '@', '＝', '＋', '－', '＠'])(
  'a file that nobody brings back has no formula, wherever it is cut: %s',
  (sign) => {
    const cell = `Pau,${sign}1;${sign}1\t ${sign}1\n${sign}1`
    const written = writeSheet([[cell]], { delimiter: ',', bom: false, isFinal: true })
    expect(written).toBe(`"Pau,'${sign}1;'${sign}1\t '${sign}1\n'${sign}1"\r\n`)
  },
)

test('every file of cells is written by one function', () => {
  const users = sourcesOf(['shared', 'workers', 'scripts']).filter(
    ([, text]) => text.includes('sheet/neutral.ts') || text.includes('./neutral.ts'),
  )
  // Two read back what was written so, the third writes it
  expect(users.map(([file]) => file)).toEqual([
    'shared/sheet/as-known.ts',
    'shared/sheet/delimited.ts',
    'shared/sheet/write-sheet.ts',
  ])
  const writers = sourcesOf(['shared', 'workers', 'scripts']).filter(
    ([, text]) => /text\/csv|csvType/.test(text) && !/writeSheet|refusedContent/.test(text),
  )
  // They name the type, and are given what was written
  expect(writers.map(([file]) => file)).toEqual(['workers/attachment.ts', 'workers/desk/sheets/template.tsx'])
})
