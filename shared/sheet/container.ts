import type { UnreadableCode } from '#shared/text/sheet-problem.ts'

/** Why a file that is neither a zip nor a text of rows cannot be read, by how it begins; null where that tells nothing. */
export function otherContainer(bytes: Uint8Array): UnreadableCode | null {
  if (isCompound(bytes)) return holds(bytes, 'EncryptedPackage') ? 'locked' : 'old_excel'
  const start = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 1000))
    .replace(/^[^<]{0,10}</, '<')
    .toLowerCase()
  if (start.startsWith('%pdf')) return 'binary'
  if (!start.startsWith('<')) return null
  if (start.includes('progid="excel.sheet"') || start.includes('office:spreadsheet')) return 'old_excel'
  return /^<(?:!doctype html|html|table|head|body|meta)/.test(start) ? 'html' : null
}

/** A compound file (MS-CFB), as Excel 97–2003 writes, and Excel today around a workbook with a password (MS-OFFCRYPTO 2.3.4.4). */
function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}

/** Whether a compound file has a stream of this name, which its directory has in UTF-16. */
function holds(bytes: Uint8Array, stream: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(stream, 'utf16le'))
}
