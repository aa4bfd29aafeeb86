/** What a file of one byte a letter may be in. */
export const legacies = ['windows-1252', 'iso-8859-15', 'macintosh'] as const
export type Legacy = (typeof legacies)[number]

/** Letters that our languages write, and signs that stand between or behind them in a sheet. */
const expected = /[éèêëàâäçîïôöùûüÿœæñáíóúãõåøßÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŒÆÑÁÍÓÚ·’‘“”«»–—…€°ºª\u00A0]/u
/** High bytes that are looked at: a file has more of the same. */
const enough = 5000

/** The encoding in which the bytes above ASCII make most sense: of two that say the same, the likelier. */
export function legacyOf(bytes: Uint8Array): Legacy {
  const places = highPlaces(bytes)
  let best: { name: Legacy; points: number } = { name: 'windows-1252', points: Number.NEGATIVE_INFINITY }
  for (const name of legacies) {
    const letters = lettersOf(name)
    const points = places.reduce((sum, at) => sum + sense(letters[bytes[at] ?? 0] ?? '', bytes, at), 0)
    if (points > best.points) best = { name, points }
  }
  return best.name
}

function highPlaces(bytes: Uint8Array): number[] {
  const places: number[] = []
  for (let at = 0; at < bytes.length && places.length < enough; at++) if ((bytes[at] ?? 0) >= 0x80) places.push(at)
  return places
}

function lettersOf(name: Legacy): string[] {
  const all = new TextDecoder(name).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return [...all]
}

/** A letter among letters is likely, a sign or a capital within a word is not. */
function sense(letter: string, bytes: Uint8Array, at: number): number {
  if (!expected.test(letter)) return -2
  const within = isSmall(bytes[at - 1]) && isSmall(bytes[at + 1])
  if (/\p{Ll}|[·’]/u.test(letter)) return within ? 2 : 1
  return within ? -1 : 1
}

function isSmall(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x61 && byte <= 0x7a
}

/** More, and it is no text with some letters pasted in. */
const mostStrays = 1_000_000

/**
 * A text that is UTF-8 in some places and of single bytes in others; null when nothing shows that any of it is UTF-8. Bytes of `É»` or
 * `é »` are UTF-8 of rare letters by chance: only what our languages use shows it.
 */
export function mixedText(bytes: Uint8Array, legacy: Legacy): { text: string; example: string } | null {
  const strays: number[] = []
  let usual = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at)
    if (length === 0) strays.push(at)
    else if (length > 1 && isUsual(bytes, at)) usual += 1
    at += Math.max(1, length)
  }
  if (usual === 0 || strays.length > mostStrays) return null
  const letters = lettersOf(legacy === 'macintosh' ? 'windows-1252' : legacy)
  const pieces: string[] = []
  const decoder = new TextDecoder()
  let from = 0
  for (const at of strays) {
    pieces.push(decoder.decode(bytes.subarray(from, at)), letters[bytes[at] ?? 0] ?? '')
    from = at + 1
  }
  pieces.push(decoder.decode(bytes.subarray(from)))
  const text = pieces.join('')
  const before = (pieces[0] ?? '').length
  return { text, example: wordAt(text, before) }
}

/** How long the UTF-8 sequence is that begins here (RFC 3629); 0 when none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1] ?? 0
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90)
  const isNone = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f)
  return isOverlong || isNone ? 0 : length
}

/** Latin letters and signs (U+0080 to U+017F), general punctuation, the euro, emoji. */
function isUsual(bytes: Uint8Array, at: number): boolean {
  const [lead = 0, second = 0] = [bytes[at], bytes[at + 1]]
  return (lead >= 0xc2 && lead <= 0xc5) || (lead === 0xe2 && (second === 0x80 || second === 0x82)) || lead === 0xf0
}

/** The word around a place of a text, and no more of it. */
function wordAt(text: string, at: number): string {
  const isPart = (index: number) => /[\p{L}\p{M}\p{N}·’'-]/u.test(text[index] ?? '')
  let [from, to] = [at, at]
  while (from > 0 && at - from < 20 && isPart(from - 1)) from -= 1
  while (to - at < 20 && isPart(to)) to += 1
  return text.slice(from, to)
}
