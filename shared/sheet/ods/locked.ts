import { readXml } from '../read-xml.ts'
import { Unreadable } from '../unreadable.ts'
import type { Zip } from '../unzip.ts'

const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet'

/** @throws Unreadable when an OpenDocument file asks for a password (ISO 26300-3, 3.4), or is a letter or the like. */
export async function refuseLocked(zip: Zip): Promise<void> {
  const kind = (await textOf(zip, 'mimetype')).trim()
  if (kind !== '' && !kind.startsWith(spreadsheet)) throw new Unreadable('binary')
  if (!zip.names.has('META-INF/manifest.xml')) return
  await readXml(zip.pieces('META-INF/manifest.xml'), {
    open: (name) => {
      if (name === 'encryption-data') throw new Unreadable('locked')
    },
  })
}

/** The beginning of a part. */
async function textOf(zip: Zip, part: string): Promise<string> {
  for await (const piece of zip.pieces(part)) return new TextDecoder().decode(piece.subarray(0, 200))
  return ''
}
