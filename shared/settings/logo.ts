import * as z from 'zod'

/** Bytes of a picture: each page shows it, and settings are read whole. */
export const largestLogo = 32 * 1024

/** Pictures that hold no script and lead nowhere, by how their bytes begin. */
const signatures: readonly { type: string; starts: readonly number[]; at: number }[] = [
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], at: 0 },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff], at: 0 },
  { type: 'image/webp', starts: [0x57, 0x45, 0x42, 0x50], at: 8 },
]

/** What kind of picture this is, by its bytes; null where it is none that pages may show. */
export function pictureType(bytes: Uint8Array): string | null {
  const found = signatures.find(({ starts, at }) => starts.every((byte, index) => bytes[at + index] === byte))
  return found?.type ?? null
}

/** A picture as text: `data:image/png;base64,…`, within the limit, and what it says it is. */
export const logoSchema = z
  .string()
  .max(Math.ceil(largestLogo / 3) * 4 + 40, { error: 'at most 32 kB', abort: true })
  .regex(/^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/, {
    error: 'write a picture as data:image/png;base64,…',
    abort: true,
  })
  .refine(isPicture, 'this is no PNG, JPEG or WebP picture')

function isPicture(text: string): boolean {
  const at = text.indexOf(',')
  try {
    return pictureType(Uint8Array.fromBase64(text.slice(at + 1))) === text.slice('data:'.length, text.indexOf(';'))
  } catch {
    // Letters that are no bytes
    return false
  }
}
