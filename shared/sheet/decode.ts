import { Unreadable } from './unreadable.ts'

/** The text of a sheet's file. Google and LibreOffice write UTF-8, Excel may write Windows-1252 or UTF-16. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Unreadable('empty')
  const wide = wideEncoding(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (bytes.includes(0)) throw new Unreadable('binary')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes)
    throw error
  }
}

/** UTF-16 by its byte order mark; without one, by the zeros that half of its bytes are in our languages. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 1000)
  const zeros = (parity: number) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length
  if (start.length < 4 || bytes.length % 2 === 1) return null
  if (zeros(1) > start.length * 0.4 && zeros(0) === 0) return 'utf-16le'
  if (zeros(0) > start.length * 0.4 && zeros(1) === 0) return 'utf-16be'
  return null
}
