import { decomposed, plainest } from '#shared/text/normal-form.ts'
import { isOrder } from './order-to-click.ts'
import { isTopLevel } from './top-levels.ts'

/** Letters of other alphabets, and signs, that look like those of an address (Unicode TR 39, the part that names are tricked with). */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    a: 'аαɑᴀ',
    b: 'ЬьβʙƄᏼ',
    c: 'сϲᴄⅽ',
    d: 'ԁᴅđⅾ',
    e: 'еεєᴇ',
    f: 'ꜰ',
    g: 'ɡɢց',
    h: 'һհʜħ',
    i: 'іιıɪɩ',
    j: 'јᴊ',
    k: 'кκᴋ',
    l: 'ӏʟłⅼ',
    m: 'мᴍⅿ',
    n: 'пηոɴ',
    o: 'оοσօᴏø',
    p: 'рρᴘ',
    q: 'ԛզǫꞯ',
    r: 'гʀ',
    s: 'ѕꜱ',
    t: 'тτᴛŧ',
    u: 'υսᴜ',
    v: 'νѵᴠ',
    w: 'ԝωᴡ',
    x: 'хχ',
    y: 'уγʏ',
    z: 'ᴢ',
    '.': '。ꓸ܁܂۔',
    '/': '⁄∕⧸╱⟋',
    ':': 'ː˸꞉։׃∶',
  }).flatMap(([letter, others]) => [...others].map((other) => [other, letter])),
)

/** What takes no room. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu

/** A text without what cannot be seen, and in one case. */
function bare(text: string): string {
  return (isWestern(text) ? text : plainest(text).replace(unseen, '')).toLowerCase()
}

/** A text as a reader sees it, in the letters of addresses: no accents, one sign for those that look alike. `text` is bare. */
function seen(text: string): string {
  if (isBasic(text)) return text
  if (isWestern(text)) return decomposed(text).replace(/\p{M}/gu, '').replaceAll('ø', 'o')
  const alike = Array.from(text, (letter) => lookalikes[letter] ?? encased(letter) ?? letter).join('')
  return decomposed(alike).replace(/\p{M}/gu, '')
}

/** The first of each row of letters and figures in circles and squares that Unicode says nothing plainer for, and what it is. */
const cases: readonly (readonly [from: number, row: string])[] = [
  ...[0x1f150, 0x1f170, 0x1f1e6].map((from) => [from, 'abcdefghijklmnopqrstuvwxyz'] as const),
  ...[0x2776, 0x2780, 0x278a, 0x24f5].map((from) => [from, '123456789'] as const),
  [0x24ff, '0'],
]

/** The letter in a black circle, or the figure of another script, as ours. */
function encased(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x660) return undefined
  if (!/\p{Nd}/u.test(sign)) return cases.map(([from, row]) => row[code - from]).find((letter) => letter !== undefined)
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}

/** `e v i l . c o m`: letters that stand alone, together. */
function together(shown: string): string {
  return shown.replace(/(?<=(?:^|\s)\S) (?=\S(?:\s|$))/g, '')
}

/** Letters, figures and signs of ASCII alone: in them nothing hides. */
function isBasic(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

/** With the letters of western Europe, each in one: of them `ø` alone looks like another without a mark. Most names that are not basic are. */
function isWestern(text: string): boolean {
  return /^[\x20-\x7e\u00c0-\u00ff]*$/.test(text)
}

const host = /(?:[\p{L}\p{N}_-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}/gu

/** The names of the internet in a text, with what follows. */
function hostsIn(shown: string): { name: string; next: string }[] {
  return [...shown.matchAll(host)]
    .map((match) => ({ name: match[0], next: shown.slice(match.index + match[0].length) }))
    .filter(({ name }) => isTopLevel(name.slice(name.lastIndexOf('.') + 1)))
}

/** A name of the internet with its points said as words, as people do where addresses are refused: `evil dot com`. */
const spoken = /[\p{L}\p{N}] (?:dot|point) (?:com|net|org|info|ru|cn|top|xyz)\b(?! \p{L})/u

/** What nobody calls a group, and every browser opens: a scheme, `www.`, a mail address, a name of the internet with a path. */
function isAddress(text: string): boolean {
  const shown = together(text)
  // Without a sign of an address, only its scheme could tell
  if (!/[./\\:@([{]/.test(shown)) return /\bh(?:tt|xx)ps?\b/.test(shown) || spoken.test(shown)
  return (
    /[a-z]:\s?[/\\]{2}|\bh(?:tt|xx)ps?\b|\b(?:mailto|tel|sms|javascript|data):\S|\bw ?w ?w ?\d?\s?\./.test(shown) ||
    /\bh ?t ?t ?p ?s? ?: ?\//.test(shown) ||
    /[^\s@]@[^\s@]{1,63}\.[^\s@.]{2}/.test(shown) ||
    spoken.test(shown) ||
    /[([{]\s?(?:dot|point|at|arobase|\.|@)\s?[)\]}]/.test(shown) ||
    /(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.])/.test(shown) ||
    hostsIn(shown).some(({ name, next }) => /^[/\\?#](?:\S|$)|^:\d/.test(next) || name.split('.').length > 2) ||
    hostsIn(shown.replace(/ \. ?/g, '.')).some(({ next }) => /^ ?[/\\?#]/.test(next))
  )
}

/** A number that one could be told to call. */
const phone = /\d(?:[\s.()/_·•\u2010-\u2015-]{0,2}\d){8}/

/** Letters of two alphabets in a word, or a word of letters that only look like ours: nobody’s name, but another’s to the eye (Unicode TR 39 §5). */
function isMasked(text: string): boolean {
  const words =
    plainest(text)
      .replace(unseen, '')
      .match(/\p{L}+/gu) ?? []
  const isLatin = words.some((word) => /\p{Script=Latin}/u.test(word))
  return words.some((word) => {
    if (!/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(word)) return false
    if (/\p{Script=Latin}/u.test(word)) return true
    return isLatin && word.length > 2 && [...word.toLowerCase()].every((letter) => letter in lookalikes)
  })
}

/**
 * Whether a name would mislead who reads it in a mail: it holds an address, a number to call, or looks like an order to click. Beyond the
 * length of a name nothing is looked at.
 */
export function isMisleading(name: string): boolean {
  const text = name.slice(0, longest)
  const spelled = bare(text)
  const shown = seen(spelled)
  if (isAddress(shown) || (shown !== spelled && isAddress(spelled))) return true
  return phone.test(shown) || isOrder(shown, spelled) || (!isWestern(text) && isMasked(text))
}

/** Characters of the longest name that any field takes, with room for what is around it in a subject. */
const longest = 400

/** Ends of inclusive words that are countries elsewhere: `Étudiant.es`, `Citoyen.ne.s`, `Actif.ve.s`. */
const inclusive = new Set(['es', 'ne', 've', 'se', 're'])

/** Whether a text names a site, as some groups are called: `Rezo.net`. Those of one's own country (`Pau.fr`) are names first. */
export function namesSite(text: string, country: string): boolean {
  const spelled = bare(text.slice(0, longest))
  const hosts = [seen(spelled), spelled].flatMap((shown) => hostsIn(together(shown).replaceAll(' . ', '.')))
  return hosts.some(({ name }) => {
    const topLevel = name.slice(name.lastIndexOf('.') + 1)
    return topLevel !== country.toLowerCase() && !inclusive.has(topLevel)
  })
}

/** Where mail programs see an address in a text that has none: they make links of `https://`, `//x`, `pau.fr`, `lou@pau.fr` and `10.0.0.1`. */
const linkable = [
  /(?<=[/\\:])(?=[/\\])/g,
  /(?<=\b(?:mailto|tel|sms):)/gi,
  /(?<=\S)(?=@[^\s@]{1,63}\.\p{L}{2})/gu,
  /(?<=[\p{L}\p{N}_-][.\u3002\uff0e\uff61\u2024])(?=\p{L}{2})/gu,
  /(?<=\d\.)(?=\d{1,3}\.\d{1,3}\.\d)|(?<=\d\.\d{1,3}\.)(?=\d{1,3}\.\d)|(?<=\d\.\d{1,3}\.\d{1,3}\.)(?=\d)/g,
]

/** What takes no room, and parts a word for programs alone. */
const parted = '\u200b'

/** A text that no program makes a link of: it reads the same. */
export function unlinked(text: string): string {
  const plain = text.replace(/[\u202a-\u202e\u2066-\u2069\u200b]/g, '')
  return linkable.reduce((shown, place) => shown.replaceAll(place, () => parted), plain)
}
