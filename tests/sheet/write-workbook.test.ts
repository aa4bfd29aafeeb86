import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWorkbook } from '#shared/sheet/workbook.ts'
import type { WrittenCell } from '#shared/sheet/written-cells.ts'
import { writeXlsx } from '#shared/sheet/xlsx/write-xlsx.ts'

async function bytesIn(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

async function readBack(rows: readonly (readonly WrittenCell[])[]): Promise<string[][]> {
  const columns = Array.from({ length: 3 }, (_, index) => ({ heading: `h${index}`, kind: 'text' as const }))
  async function* pieces() {
    yield rows
  }
  const [tab] = await readWorkbook(await bytesIn(writeXlsx({ tab: 'Groupes', columns, rows: pieces() })))
  return (tab?.rows ?? []).slice(1).map(({ cells }) => [...cells])
}

/** Text as a workbook can hold it: XML has no way to write the other signs. */
const text = fc
  .string({ unit: 'binary', maxLength: 30 })
  .map((value) => value.toWellFormed().replace(/[^\t\n -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''))
  .filter((value) => value.trim() === value)

test('what is written in a workbook is read back as it was, whatever the text', async () => {
  const rows = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const read = await readBack(given)
      const wanted = given.filter((cells) => cells.some((cell) => cell !== ''))
      expect(read.map((cells) => [...cells, '', '', ''].slice(0, 3))).toEqual(wanted)
    }),
    { numRuns: 25 },
  )
})

test.each(['08', '01000', '2A', '0612345678', '12345678901234567', '1-2', '=1+1', '_x0041_', 'a\nb', '<&">', 'true'])(
  '%s stays what it is in a workbook',
  async (cell) => {
    expect(await readBack([['Pau', cell, 'x']])).toEqual([['Pau', cell, 'x']])
  },
)

test('a number is a number in a workbook, and a day a day, shown as 2026-12-31; each cell says where it is, for Gnumeric', async () => {
  expect(await readBack([['2026-12-31', 12, -1.55]])).toEqual([['2026-12-31', '12', '-1.55']])
  const bytes = await bytesIn(
    writeXlsx({
      tab: 'x',
      columns: [{ heading: 'a', kind: 'day' }],
      rows: (async function* () {
        yield [['2026-12-31', 12, { month: '2026-12' }]]
      })(),
    }),
  )
  const { unzipSync, strFromU8 } = await import('fflate')
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain(
    '<row r="2"><c r="A2" s="2"><v>46387</v></c><c r="B2"><v>12</v></c><c r="C2" s="4"><v>46357</v></c></row>',
  )
})
