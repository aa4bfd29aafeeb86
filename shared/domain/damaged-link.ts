/** Addresses that hold a token, as `linkPath` makes them. What comes after the token, where something may, is in words of `[\w-]`. */
const places: readonly { start: RegExp; path: string; goesOn: boolean }[] = [
  { start: /^\/{1,9}u\/{1,9}/i, path: '/u/', goesOn: true },
  { start: /^\/{1,9}p\/{1,9}/i, path: '/p/', goesOn: true },
  { start: /^\/{1,9}unsubscribe\/{1,9}/i, path: '/unsubscribe/', goesOn: false },
  { start: /^\/{1,9}back\/{1,9}/i, path: '/back/', goesOn: false },
  { start: /^\/{1,9}invitation\/{1,9}/i, path: '/invitation/', goesOn: false },
  { start: /^\/{1,9}find\/{1,9}confirm\/{1,9}/i, path: '/find/confirm/', goesOn: false },
  { start: /^\/{1,9}lists\/{1,9}confirm\/{1,9}/i, path: '/lists/confirm/', goesOn: false },
  { start: /^\/{1,9}find\/{1,9}answered\/{1,9}/i, path: '/find/answered/', goesOn: false },
  { start: /^\/{1,9}join\/{1,9}confirm\/{1,9}/i, path: '/join/confirm/', goesOn: false },
  { start: /^\/{1,9}desk\/{1,9}sign-in\/{1,9}/i, path: '/desk/sign-in/', goesOn: false },
]

/** Characters of an address that is looked at: a hundred times what a mail program adds. */
const longest = 8192

/** Nearly every address. */
const whole =
  /^\/(?:[pu]\/[\w-]{43}(?:$|\/[\w/-]*$)|(?:unsubscribe|back|invitation|find\/confirm|find\/answered|(?:join|lists)\/confirm|desk\/sign-in)\/[\w-]{43}$)/

/**
 * The path of a link that a mail program damaged, as we wrote it, as long as it still holds the whole token: without the `.`, `>` or
 * `&utm_source=x` that follows it, and without the spaces, signs of a quotation, soft breaks (`=` at the end of a line, RFC 2045 §6.7) and invisible characters
 * within. A path that is as it should be, or that holds no token, is given back as it is. `path` may be encoded.
 */
export function mendedPath(path: string): string {
  if (path.length > longest || (whole.test(path) && !/\/\/|\/$|3D$/.test(path))) return path
  const place = places.find(({ start }) => start.test(path))
  if (!place) return path
  const rest = decoded(path.replace(place.start, ''))
  const found = [rest, rest.replace(/=\r?\n|[\r\n][> ]{1,9}|\s/g, ''), rest.replace(/[=\s]/g, '')]
    .map(tokenIn)
    .find((one) => one !== null)
  if (!found) return path
  return place.path + [found.token, ...(place.goesOn ? wordsIn(found.after) : [])].join('/')
}

/** What does not belong to a text: invisible characters, and how HTML names them. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|&(?:#8203|#x200b|#173|shy|zwnj|zwj|nbsp|#160);/giu

/** A path as it reads. What was encoded is encoded again by some. */
function decoded(path: string): string {
  return decodeOnce(decodeOnce(path)).replace(unseen, '')
}

function decodeOnce(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    new TextDecoder().decode(Uint8Array.from(bytes.split('%').slice(1), (byte) => Number.parseInt(byte, 16))),
  )
}

/** Characters of a token. */
const tokenLength = 43

/** The token that a text begins with, but for signs, and what comes after it. `3D` is an `=` of quoted-printable, before the token or behind it. */
function tokenIn(text: string): { token: string; after: string } | null {
  const match = /^(?:3D|[^\w-])*/i.exec(text)
  const signs = match?.[0].length ?? 0
  const from = (start: number) => /^[\w-]*/.exec(text.slice(start))?.[0] ?? ''
  // A token may begin with 3D itself
  const starts = [signs, signs - 2].filter((start) => start >= 0 && from(start).length >= tokenLength)
  const start = starts[0]
  if (start === undefined) return null
  const word = from(start)
  return { token: word.slice(0, tokenLength), after: text.slice(start + word.length) }
}

/** What ends a path: a tag or an entity of HTML, a query, a fragment. */
const ends = /[&?#<\\]/

/** The words of the rest of a path, without the signs around them. */
function wordsIn(after: string): string[] {
  const [path = ''] = after.split(ends, 1)
  const words = path.split('/').map((part) => (/[\w-]+/.exec(part)?.[0] ?? '').replace(/(?<=\w)3D$/, ''))
  return words.slice(1).filter((word) => word !== '')
}
