import type { Movement } from '#shared/movement.ts'

type Faced = Pick<Movement, 'face'>

export const logoPath = '/logo'

const marks = new WeakMap<Faced, string>()

/** Where the movement's logo is: another address once it is another picture, so that browsers may keep it. Undefined where it has none. */
export function logoAddress(movement: Faced): string | undefined {
  const { logo } = movement.face
  if (logo === undefined) return undefined
  const known = marks.get(movement) ?? markOf(logo)
  marks.set(movement, known)
  return `${logoPath}?v=${known}`
}

/** A number that another picture hardly shares (FNV-1a, 32 bits). */
function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(16)
}

/** Its picture with its type, as it is kept in settings. */
export function readLogo(logo: string): { type: string; bytes: Uint8Array<ArrayBuffer> } {
  const comma = logo.indexOf(',')
  const type = logo.slice('data:'.length, logo.indexOf(';'))
  return { type, bytes: Uint8Array.fromBase64(logo.slice(comma + 1)) }
}
