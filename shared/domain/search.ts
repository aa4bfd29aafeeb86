import { fold } from '#shared/record/fold.ts'
import { editDistance } from './edit-distance.ts'

/** What somebody looks for, as it is compared: the beginning of a word of a group or person, or of an address; or the end of a phone number. */
export type SearchTerm = { text: string; of: 'word' | 'address' | 'phone' }

/** More words narrow nothing down, and would make the question to the database too long. */
const mostTerms = 8

export function searchTerms(text: string): SearchTerm[] {
  if (isPhone(text)) return [{ text: text.replace(/\D/g, '').slice(-phoneDigits), of: 'phone' }]
  const terms = text.split(/\s+/).flatMap((word): SearchTerm[] => {
    if (/.@/.test(word)) return [{ text: word.toLowerCase(), of: 'address' }]
    return fold(together(word))
      .split(' ')
      .filter((part) => part !== '')
      .map((part) => ({ text: part, of: 'word' }))
  })
  // Signs between words narrow nothing down, but a group may be called 🌻
  const words = terms.filter((term) => term.of === 'address' || /[\p{L}\p{N}]/u.test(term.text))
  return (words.length > 0 ? words : terms).slice(0, mostTerms)
}

/** `N’Diaye` is looked for as `ndiaye`, which finds whoever writes it either way: words behind short ones are kept with them too. */
const together = (word: string) => word.replace(/^(\p{L}{1,2})['’ʼ‘´`](?=\p{L})/u, '$1')

/** The last digits of a number are the same with and without its country, and told apart enough. */
const phoneDigits = 8

/** `06 12 34 56 78`, `+33 6.12.34.56.78`: as long as a number, and nothing else in it. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return digits >= phoneDigits && digits <= 15 && /^[\d+()./ \u00a0\u202f-]+$/.test(text)
}

/** Words that are written out and cut short: both are found by each. */
const short: readonly (readonly string[])[] = [
  ['saint', 'st'],
  ['sainte', 'ste'],
]

/** A word and its other writing: `st` is `saint` too. */
export function writings({ text }: Pick<SearchTerm, 'text'>): readonly string[] {
  const pair = short.find((one) => one.includes(text))
  if (pair) return pair
  // `stdenis`; in letters alone, since it stands in SQL
  const [, cutShort, name] = /^(ste?)([a-z]{3,40})$/.exec(text) ?? []
  return cutShort && name
    ? [text, ...short.filter(([, one]) => one === cutShort).map(([whole]) => `${whole}${name}`)]
    : [text]
}

/** Whether all that is looked for is in somebody's or something's names, address or number; for the few that no index has. */
export function hasTerms(
  terms: readonly SearchTerm[],
  { names, email, phone }: { names: readonly string[]; email: string | null; phone: string | null },
): boolean {
  const tokens = names.flatMap((name) => {
    const words = fold(name).split(' ')
    // As names with a short word before them are kept: `ndiaye` of N’Diaye
    return [
      ...words,
      ...words.map((word, at) => (word.length <= 2 && at + 1 < words.length ? word + words[at + 1] : word)),
    ]
  })
  return terms.every((term) => {
    if (term.of === 'phone') return phone?.replace(/\D/g, '').endsWith(term.text) ?? false
    if (term.of === 'address') return email?.startsWith(term.text) ?? false
    return writings(term).some((text) => tokens.some((token) => token.startsWith(text)))
  })
}

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789']

/** Every word that is one slip away: a letter added, dropped, changed or swapped with its neighbour. A thousand for a word of 13 letters. */
export function oneEditFrom(term: string): string[] {
  const near = new Set<string>()
  for (let at = 0; at <= term.length; at++) {
    const [before, after] = [term.slice(0, at), term.slice(at)]
    if (after.length > 0) near.add(before + after.slice(1))
    if (after.length > 1) near.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
    for (const letter of letters) {
      near.add(before + letter + after)
      if (after.length > 0) near.add(before + letter + after.slice(1))
    }
  }
  near.delete(term)
  near.delete('')
  return [...near]
}

/** A word that is there, and a name that it stands in, as it is written. */
export type KnownTerm = { term: string; name: string }

/** How many corrections are offered. */
const most = 3

/** What somebody may have typed instead: the text with a word that nobody has put right, nearest first. */
export function corrections(text: string, term: string, known: readonly KnownTerm[]): string[] {
  const limit = Math.max(1, Math.floor(term.length / 4))
  const close = known
    .map((candidate) => ({ ...candidate, distance: editDistance(term, candidate.term, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.term.localeCompare(b.term))
  const corrected = close.map(({ term: right, name }) => replaceWord(text, term, written(name, right)))
  return [...new Set(corrected)].slice(0, most)
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu

/** The word of a name that is compared as this one. */
function written(name: string, term: string): string {
  return name.match(wordPattern)?.find((word) => fold(word) === term) ?? term
}

function replaceWord(text: string, term: string, right: string): string {
  return text.replace(wordPattern, (word) => (fold(word) === term ? right : word))
}
