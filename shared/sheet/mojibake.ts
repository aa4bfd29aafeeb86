/** The bytes that Windows-1252 gives signs to above ASCII, by sign; of Latin-1, a sign's number is its byte. */
const byteOf = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128))].map(
    (sign, at) => [sign, at + 128] as const,
  ),
)

/** Signs that stand for the first byte of a letter in UTF-8, and for the bytes that follow, where somebody read UTF-8 as Windows-1252. */
const run =
  /[\u00C2-\u00F4][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013\u2014\u2018-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]{1,3}/gu

/** Letters and signs that our languages use: nothing else is taken for what was meant. */
const meant = /^[\u00A0-\u017F\u2010-\u2026\u20AC\u2122]$/u

/** Texts that were read in the wrong encoding once before, read again: `OrlÃ©ans` is Orléans. `example` is the first; null when there is none. */
export function mendMojibake(text: string): { text: string; example: string | null } {
  let example: string | null = null
  const once = text.replace(run, (found) => {
    const letter = again(found)
    if (letter === null) return found
    example ??= `${found} → ${letter}`
    return letter
  })
  // The second byte of à is a space without a break, which programs make a plain one
  const mended = example === null ? once : once.replace(/Ã (?=[\s\p{L};,"]|$)/gu, 'à ')
  return { text: mended, example }
}

/** What was meant by a run, and the signs behind it that are not part of it; null when it is no such text. */
function again(found: string): string | null {
  const bytes = Uint8Array.from([...found].map((sign) => byteOf.get(sign) ?? sign.charCodeAt(0)))
  const lead = bytes[0] ?? 0
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  if (bytes.length < length) return null
  const letter = new TextDecoder().decode(bytes.subarray(0, length))
  return meant.test(letter) ? letter + found.slice(length) : null
}
