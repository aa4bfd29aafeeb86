import { type Legacy, legacyOf, mixedText } from './legacy-encoding.ts'
import { mendMojibake } from './mojibake.ts'
import type { ReadingRemark } from './reading-remark.ts'
import { Unreadable } from './unreadable.ts'

export type Decoded = { text: string; remarks: ReadingRemark[] }

/** The text of a sheet's file. Google and LibreOffice write UTF-8; Excel may write Windows-1252 or UTF-16, old Macs their own; people paste one into another. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new Unreadable('empty')
  const wide = wideEncoding(bytes)
  if (wide) return mended(new TextDecoder(wide).decode(bytes), [])
  if (bytes.includes(0)) throw new Unreadable('binary')
  try {
    return mended(new TextDecoder('utf-8', { fatal: true }).decode(bytes), [])
  } catch (error) {
    if (error instanceof TypeError) return mended(...ofSingleBytes(bytes))
    throw error
  }
}

function mended(raw: string, remarks: ReadingRemark[]): Decoded {
  const { text, example } = mendMojibake(raw)
  return { text, remarks: example === null ? remarks : [...remarks, { code: 'mojibake', detail: example }] }
}

/** Not UTF-8 throughout: some of it, with other bytes pasted in, or another encoding. */
function ofSingleBytes(bytes: Uint8Array): [string, ReadingRemark[]] {
  const legacy: Legacy = legacyOf(bytes)
  const mixed = mixedText(bytes, legacy)
  if (mixed) return [mixed.text, [{ code: 'encoding_mixed', detail: mixed.example }]]
  const text = new TextDecoder(legacy).decode(bytes)
  return [text, legacy === 'windows-1252' ? [] : [{ code: 'encoding_guessed', detail: legacy }]]
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
