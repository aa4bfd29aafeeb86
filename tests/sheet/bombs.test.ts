import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forNode } from '#hosts/node/bundle.ts'
import movement from '#sample/movement.ts'
import { loadCompiler } from '#scripts/local/compile-once.ts'
import { root } from '#scripts/local/paths.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import { Unreadable } from '#shared/sheet/unreadable.ts'
import { openZip } from '#shared/sheet/unzip.ts'
import { packedZip, type Repeated, sheetWith, workbookWith, zipOfMany } from '#tests/support/bombs.ts'

// A small file that unpacks, or is read, into one that fills the memory.

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bombs-'))
  const { buildSync } = await loadCompiler()
  const entryPoints = ['tests/support/weigh-sheets.ts']
  // Once, and not by Node at each of these starts
  buildSync({
    ...forNode(),
    external: [],
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    absWorkingDir: root,
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** How reading a file ends in a process of its own, and the memory that it took. */
async function weigh(bytes: Uint8Array): Promise<{ ending: unknown; megabytes: number }> {
  const path = join(folder, 'bomb.xlsx')
  await writeFile(path, bytes)
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'weigh-sheets.mjs'), path], {
    cwd: root,
  })
  return JSON.parse(stdout) as { ending: unknown; megabytes: number }
}

/** A spreadsheet as LibreOffice has it, with one tab. */
function openDocument({ before = '', ...content }: Repeated): Uint8Array {
  const spaces = ['table', 'text'].map((name) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`)
  const root = `<o xmlns:t="${spaces[0]}" xmlns:x="${spaces[1]}"><t:table t:name="Groupes">`
  return packedZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': { ...content, before: root + before, after: '</t:table></o>' },
    'META-INF/manifest.xml': '<m/>',
  })
}

const filler = { again: '<!-- nothing -->', megabytes: 1900 }

describe('a workbook that is small on disk and huge in memory is refused before it takes much', () => {
  test.each([
    [
      'whose directory says that 1.9 GB are a kilobyte',
      () => packedZip(workbookWith({ sheet: sheetWith(filler) }), 1000),
      ['damaged_excel'],
    ],
    [
      'whose directory says that 1.9 GB are nothing',
      () => packedZip(workbookWith({ sheet: sheetWith(filler) }), 0),
      ['damaged_excel'],
    ],
    [
      'whose tab unpacks to 1.9 GB, as its directory says',
      () => packedZip(workbookWith({ sheet: sheetWith(filler) })),
      ['unpacks_too_large'],
    ],
    [
      'with 13 million cells of one sign',
      () =>
        packedZip(
          workbookWith({
            sheet: sheetWith({ before: '<row>', again: '<c><v>1</v></c>', megabytes: 200, after: '</row>' }),
          }),
        ),
      ['too_many_columns'],
    ],
    [
      'with rows of nothing that never end',
      () => packedZip(workbookWith({ sheet: sheetWith({ again: '<row/>', megabytes: 390 }) })),
      ['too_many_rows'],
    ],
    [
      'with cells of nothing that never end',
      () =>
        packedZip(
          workbookWith({ sheet: sheetWith({ before: '<row>', again: '<c/>', megabytes: 390, after: '</row>' }) }),
        ),
      ['too_many_cells'],
    ],
    [
      'with 12 million rows of one sign',
      () => packedZip(workbookWith({ sheet: sheetWith({ again: '<row><c><v>1</v></c></row>', megabytes: 320 }) })),
      ['too_many_rows'],
    ],
    [
      'with rows of 1,000 columns of which the last is filled',
      () =>
        packedZip(
          workbookWith({
            sheet: sheetWith({ again: `<row>${'<c/>'.repeat(999)}<c><v>1</v></c></row>`, megabytes: 100 }),
          }),
        ),
      ['unpacks_too_large'],
    ],
    [
      'with 15 million texts that no cell shows',
      () =>
        packedZip(
          workbookWith({ strings: { before: '<sst>', again: '<si><t>a</t></si>', megabytes: 250, after: '</sst>' } }),
        ),
      ['unpacks_too_large'],
    ],
    [
      'with a text of 30,000 characters that a million cells show',
      () => {
        const text = 'a'.repeat(30_000)
        const sheet = sheetWith({ again: '<row><c t="s"><v>0</v></c></row>', megabytes: 40 })
        return packedZip(workbookWith({ sheet, strings: `<sst><si><t>${text}</t></si></sst>` }))
      },
      ['too_much_text'],
    ],
    [
      'with a million tabs inside each other',
      () => packedZip(workbookWith({ sheet: sheetWith({ again: '<a>', megabytes: 3 }) })),
      ['damaged_excel'],
    ],
    [
      'with one tag of 300 MB',
      () =>
        packedZip(workbookWith({ sheet: sheetWith({ before: '<row ', again: 'a="" ', megabytes: 300, after: '/>' }) })),
      ['damaged_excel'],
    ],
    [
      'with one text of 300 MB',
      () =>
        packedZip(
          workbookWith({ strings: { before: '<sst><si><t>', again: 'abc', megabytes: 300, after: '</t></si></sst>' } }),
        ),
      ['damaged_excel'],
    ],
    [
      'with one comment of 300 MB',
      () => packedZip(workbookWith({ sheet: sheetWith({ before: '<!--', again: '<', megabytes: 300, after: '-->' }) })),
      ['damaged_excel'],
    ],
    [
      'that names one tab ten million times',
      () => {
        const workbook = {
          before: '<workbook><sheets>',
          again: '<sheet name="a" id="rId1"/>',
          megabytes: 270,
          after: '</sheets></workbook>',
        }
        return packedZip(workbookWith({ workbook }))
      },
      ['too_many_parts'],
    ],
    [
      'with a million styles whose formats never end',
      () => {
        const numFmt = `<numFmt numFmtId="200" formatCode="${'['.repeat(50_000)}"/>`
        const styles = {
          before: '<styleSheet><cellXfs>',
          again: `${numFmt}<xf numFmtId="200"/>`,
          megabytes: 50,
          after: '</cellXfs></styleSheet>',
        }
        return packedZip(workbookWith({ styles }))
      },
      ['unpacks_too_large'],
    ],
    [
      'with a text of so many runs that none of them is long',
      () => {
        const runs = `<r><t>${'a'.repeat(1000)}</t></r>`
        return packedZip(
          workbookWith({ strings: { before: '<sst><si>', again: runs, megabytes: 20, after: '</si></sst>' } }),
        )
      },
      ['too_much_text'],
    ],
    [
      'with a value in pieces that comments part',
      () => {
        const pieces = `${'a'.repeat(1000)}<!---->`
        const sheet = sheetWith({
          before: '<row><c t="str"><v>',
          again: pieces,
          megabytes: 20,
          after: '</v></c></row>',
        })
        return packedZip(workbookWith({ sheet }))
      },
      ['too_much_text'],
    ],
    [
      'whose tags have nothing in them, a hundred times as long as the file',
      () => packedZip(workbookWith({ sheet: sheetWith({ again: '<!---->', megabytes: 60 }) })),
      ['unpacks_too_large'],
    ],
    [
      'of LibreOffice with one row of cells each of which stands for 1,000',
      () =>
        openDocument({
          before: '<t:table-row>',
          again: `<t:table-cell t:number-columns-repeated="1000"><x:p>a</x:p></t:table-cell>`,
          megabytes: 9,
        }),
      ['too_many_columns'],
    ],
    [
      'of LibreOffice with a cell of spaces that stand for a hundred each',
      () => openDocument({ before: '<t:table-row><t:table-cell><x:p>', again: '<x:s x:c="100"/>', megabytes: 12 }),
      ['too_much_text'],
    ],
    [
      'of LibreOffice with a cell of lines with nothing in them',
      () => openDocument({ before: '<t:table-row><t:table-cell>', again: '<x:p/>', megabytes: 10 }),
      ['too_much_text'],
    ],
    [
      'of LibreOffice with rows that each stand for 20 million',
      () =>
        openDocument({
          again:
            '<t:table-row t:number-rows-repeated="20000000"><t:table-cell><x:p>a</x:p></t:table-cell></t:table-row>',
          megabytes: 1,
        }),
      ['too_many_rows'],
    ],
    ['with 60,000 parts', () => zipOfMany(60_000), ['too_many_parts']],
  ])('%s', async (_, bomb, endings) => {
    const bytes = bomb()
    expect(bytes.length).toBeLessThan(20_000_000)
    const { ending, megabytes } = await weigh(bytes)
    expect(endings).toContain(ending)
    expect(megabytes).toBeLessThan(400)
  })
})

describe('a workbook that says what is not so is read by what it holds', () => {
  const header =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Nom du groupe</t></is></c><c r="B1" t="inlineStr"><is><t>Ville</t></is></c></row>'
  const rowsOf = async (rows: string, parts: Parameters<typeof workbookWith>[0] = {}) => {
    const sheets = await readSheets(
      'x.xlsx',
      packedZip(workbookWith({ ...parts, sheet: sheetWith(header + rows) })),
      sheetKinds(movement),
    )
    return sheets[0]?.rows.map(({ line, cells }) => [line, ...cells])
  }
  const pau = '<c r="A2" t="inlineStr"><is><t>Pau</t></is></c>'

  test('of its extent: all the rows and columns that a spreadsheet can have', async () => {
    expect(await rowsOf(`<row r="2">${pau}</row>`)).toEqual([[2, 'Pau', '']])
  })

  test('of empty rows and cells, down to the last that a spreadsheet can have', async () => {
    expect(await rowsOf(`<row r="2">${pau}<c r="XFD2" s="1"/></row><row r="1048576"><c r="A1048576"/></row>`)).toEqual([
      [2, 'Pau', ''],
    ])
  })

  test.each([
    [
      'in the last row that a spreadsheet can have',
      '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
      'too_many_rows',
    ],
    ['in the last column that a spreadsheet can have', '<row r="2"><c r="XFD2"><v>1</v></c></row>', 'too_many_columns'],
    ['in a row beyond all', '<row r="9e15"><c r="A9e15"><v>1</v></c></row>', 'damaged_excel'],
    ['in a column beyond all', '<row r="2"><c r="ZZZZZZZ2"><v>1</v></c></row>', 'damaged_excel'],
    ['above the last one', `<row r="3"><c r="A3"><v>1</v></c></row><row r="2">${pau}</row>`, 'damaged_excel'],
  ])('but not where a cell stands %s', async (_, rows, code) => {
    const failure = await rowsOf(rows).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Unreadable)
    expect(failure).toMatchObject({ code })
  })

  test.each([
    ['that grow by naming each other', '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>', '&b;'],
    ['that are fetched from the machine', '<!DOCTYPE s [<!ENTITY b SYSTEM "file:///etc/hostname">]>', '&b;'],
  ])('but not with entities of its own %s', async (_, doctype, text) => {
    const strings = `${doctype}<sst><si><t>${text}</t></si></sst>`
    const failure = await rowsOf('<row r="2"><c r="A2" t="s"><v>0</v></c></row>', { strings }).catch((e: unknown) => e)
    expect(failure).toMatchObject({ code: 'damaged_excel' })
  })
})

test('of a zip nothing is unpacked but what is asked for', async () => {
  const bytes = packedZip({ 'content.xml': '<a>text</a>', 'media/film.bin': { again: '0', megabytes: 1900 } })
  const zip = await openZip(bytes)
  const pieces: Uint8Array[] = []
  for await (const piece of zip.pieces('content.xml')) pieces.push(piece)
  expect(Buffer.concat(pieces).toString()).toBe('<a>text</a>')
})
