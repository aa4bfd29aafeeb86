import { openDocumentOf, openRow } from '#tests/support/open-document.ts'
import { workbookOf } from '#tests/support/sheets.ts'
import type { Network } from './network.ts'
import type { Random } from './random.ts'
import { valueFor } from './values.ts'

/** A file that somebody sends, its bytes in Latin-1. */
export type SentFile = { name: string; bytes: string }

const headings = [
  'Nom du groupe',
  'Ville',
  'Code postal',
  'État',
  'Référent·e 1',
  'Mail réf 1',
  'Titre',
  'Date',
  'Thème',
]
const endings = ['csv', 'tsv', 'txt', 'xlsx', 'ods', 'xls', '']

/** A spreadsheet of what may be typed, in each format that is read; now and then broken, or called what it is not. */
export function anyFile(random: Random, network: Network): SentFile {
  const rows = [
    random.several(1, 8, () => (random.chance(0.85) ? random.pick(headings) : valueFor(random, network))),
    ...random.several(0, 6, () => random.several(0, 9, () => valueFor(random, network).toWellFormed())),
  ]
  const format = random.pick(['csv', 'tsv', 'xlsx', 'ods'])
  const bytes = Buffer.from(written(format, rows)).toString('latin1')
  return {
    name: `sheet.${random.chance(0.8) ? format : random.pick(endings)}`,
    bytes: random.chance(0.75) ? bytes : broken(random, bytes),
  }
}

function written(format: string, rows: string[][]): Uint8Array {
  if (format === 'xlsx') return workbookOf({ Groupes: rows.map((cells) => cells.map(inXml)) })
  if (format === 'ods')
    return openDocumentOf({ Groupes: { rows: rows.map((cells) => openRow(cells.map(inXml))).join('') } })
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  return Buffer.from(rows.map((cells) => cells.map(quoted).join(format === 'tsv' ? '\t' : ';')).join('\r\n'))
}

/** What XML 1.0 has signs for. A workbook of ours writes the rest as references by itself. */
const inXml = (cell: string) => cell.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')

/** Cut, doubled, or with some bytes of it others. */
function broken(random: Random, bytes: string): string {
  const at = random.below(bytes.length + 1)
  const others = random.several(1, 20, () => String.fromCharCode(random.below(256))).join('')
  return random.pick([
    bytes.slice(0, at),
    bytes.slice(at),
    bytes.slice(0, at) + others + bytes.slice(at + others.length),
    bytes.slice(0, at) + bytes,
    others,
  ])
}
