import type { Movement } from '#shared/movement.ts'
import { colourShades } from '#shared/settings/contrast.ts'

type Faced = Pick<Movement, 'face'>

const styles = new WeakMap<Faced, string>()

/** The style that gives pages the movement's colour; nothing where it has none. */
export function ownStyle(movement: Faced): string {
  const known = styles.get(movement) ?? styleOf(movement)
  styles.set(movement, known)
  return known
}

function styleOf({ face }: Faced): string {
  if (face.colour === undefined) return ''
  const { day, night } = colourShades(face.colour)
  return `:root{${variables(day)}}@media(prefers-color-scheme:dark){:root{${variables(night)}}}`
}

function variables({ colour, deep, wash }: ReturnType<typeof colourShades>['day']): string {
  return `--green:${colour};--green-deep:${deep};--green-wash:${wash}`
}

/** The logo on `/find`. Most are drawn for paper. */
const findLogo =
  '.logo img{block-size:2.5rem;max-inline-size:9rem;object-fit:contain}@media(prefers-color-scheme:dark){.logo img{background:#fff;border-radius:4px;padding:2px}}'

/** The same for `/find`, which may have a colour of its own; nothing where it has neither that nor a logo. */
export function findStyle(colour: string | undefined, hasLogo: boolean): string {
  const logo = hasLogo ? findLogo : ''
  if (colour === undefined) return logo
  const { day, night } = colourShades(colour)
  return `:root{--accent:${day.colour}}@media(prefers-color-scheme:dark){:root{--accent:${night.colour}}}${logo}`
}

const hashes = new Map<string, string>()
/** More than movements have in a process. */
const mostHashes = 100

/** What a style sheet is allowed by (CSP level 3). */
export async function styleHash(css: string): Promise<string> {
  const known = hashes.get(css)
  if (known) return known
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css))
  const hash = `sha256-${new Uint8Array(digest).toBase64()}`
  if (hashes.size >= mostHashes) hashes.clear()
  hashes.set(css, hash)
  return hash
}
