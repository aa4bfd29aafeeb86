import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A part of a zip: its packed bytes, and what its directory says that they unpack to. */
type Part = { name: string; packed: Buffer; says: number }

/** A megabyte of one text again and again, so many times: a thousandth of it when it is packed. */
export type Repeated = { before?: string; again: string; megabytes: number; after?: string }

/** A zip whose parts are packed (APPNOTE 4.3); `says` is what its directory tells of each part's size, in bytes, where it lies. */
export function packedZip(parts: Readonly<Record<string, string | Repeated>>, says?: number): Uint8Array {
  return zip(
    Object.entries(parts).map(([name, content]) => {
      const { packed, size } = pack(
        typeof content === 'string' ? { again: '', megabytes: 0, before: content } : content,
      )
      return { name, packed, says: says ?? size }
    }),
  )
}

/** As many parts as asked for, with nothing in them. */
export function zipOfMany(howMany: number): Uint8Array {
  const { packed } = pack({ again: '', megabytes: 0 })
  return zip(Array.from({ length: howMany }, (_, index) => ({ name: `xl/${index}.xml`, packed, says: 0 })))
}

function pack({ before = '', again, megabytes, after = '' }: Repeated): { packed: Buffer; size: number } {
  const flushed = { level: 9, finishFlush: constants.Z_FULL_FLUSH }
  const megabyte = Buffer.from(again.repeat(Math.ceil(1_000_000 / (again.length || 1))))
  const packed = deflateRawSync(megabyte, flushed)
  return {
    packed: Buffer.concat([
      deflateRawSync(before, flushed),
      ...Array<Buffer>(megabytes).fill(packed),
      deflateRawSync(after, { level: 9 }),
    ]),
    size: Buffer.byteLength(before) + megabytes * megabyte.length + Buffer.byteLength(after),
  }
}

function zip(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, packed, says } of parts) {
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(packed), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(says, 18)
    common.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    files.push(Buffer.from('PK\x03\x04'), common, path, packed)
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, path)
    offset += 30 + path.length + packed.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, index, Buffer.from('PK\x05\x06'), end])
}

const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const rel = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook with one tab, any of them another than a spreadsheet program would write. */
export function workbookWith(
  parts: Partial<Record<'workbook' | 'relations' | 'sheet' | 'strings' | 'styles', string | Repeated>>,
): Record<string, string | Repeated> {
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  return {
    'xl/workbook.xml':
      parts.workbook ??
      `<workbook ${ns} xmlns:r="${office}"><sheets><sheet name="Groupes" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      parts.relations ??
      `<Relationships ${rel}>${link('rId1', 'worksheet', 'worksheets/sheet1.xml')}${link('rId2', 'sharedStrings', 'sharedStrings.xml')}${link('rId3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': parts.sheet ?? sheetWith('<row r="1"><c r="A1"><v>1</v></c></row>'),
    ...(parts.strings ? { 'xl/sharedStrings.xml': parts.strings } : {}),
    ...(parts.styles ? { 'xl/styles.xml': parts.styles } : {}),
  }
}

/** A tab with these rows. */
export function sheetWith(rows: string | Repeated): string | Repeated {
  const [before, after] = [`<worksheet ${ns}><dimension ref="A1:XFD1048576"/><sheetData>`, '</sheetData></worksheet>']
  if (typeof rows === 'string') return before + rows + after
  return { ...rows, before: before + (rows.before ?? ''), after: (rows.after ?? '') + after }
}
