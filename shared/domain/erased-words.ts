import { decomposed } from '#shared/text/normal-form.ts'
import { cutNumber, type SoughtNumber, soughtNumber } from './erased-numbers.ts'

/** What is known of somebody by which a text may name them. */
export type Traces = { names: readonly string[]; emails: readonly string[]; phones: readonly string[] }

/** What is known of somebody of whom there are several rows. */
export function joinTraces(all: readonly Traces[]): Traces {
  const joined = (of: keyof Traces) => [...new Set(all.flatMap((one) => one[of]))]
  return { names: joined('names'), emails: joined('emails'), phones: joined('phones') }
}

/** What stands where somebody was named who is erased. */
export const erasedMark = '…'

/** What is looked for in others' texts: names word by word, addresses in lower case, numbers as they are dialled. */
export type SoughtWords = {
  names: readonly (readonly string[])[]
  /** The same as they may stand in a text, by how many letters they have; the longest first. */
  writings: ReadonlyMap<number, ReadonlySet<string>>
  emails: readonly string[]
  numbers: readonly SoughtNumber[]
}

/** The words by which others' texts name somebody. One word alone is no trace: it is many people's, and part of many words. */
export function wordsOf({ names, emails, phones }: Traces): SoughtWords {
  const whole = names.map((name) => name.trim().split(/\s+/)).filter((words) => words.length > 1)
  return {
    names: whole,
    writings: writingsOf(whole),
    emails: emails.map((email) => email.toLowerCase()),
    numbers: phones.map(soughtNumber),
  }
}

/** Words of which any may be the first where others write a name; a longer one is looked for as it stands. */
const mostTurned = 12

/** Names in any case, with or without accents, first or last name first. */
function writingsOf(names: SoughtWords['names']): SoughtWords['writings'] {
  const all = names.flatMap((name) =>
    (name.length > mostTurned ? [name] : name.map((_, at) => [...name.slice(at), ...name.slice(0, at)])).map(
      (words) => folded(words.join(' ')).letters,
    ),
  )
  const known = new Map<number, Set<string>>()
  for (const writing of all.filter((one) => one.trim() !== '').toSorted((a, b) => b.length - a.length))
    known.set(writing.length, (known.get(writing.length) ?? new Set()).add(writing))
  return known
}

/** A text without these words, however they are written; a text that is JSON stays JSON. Cost: the text once, however many names there are. */
export function withoutWords(text: string, words: SoughtWords): string {
  const held = /^[[{]/.test(text) ? readJson(text) : undefined
  if (held === undefined) return withoutAny(text, words)
  const left = JSON.stringify(inJson(held, (said) => withoutAny(said, words)))
  return left === JSON.stringify(held) ? text : left
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function inJson(held: unknown, write: (said: string) => string): unknown {
  if (typeof held === 'string') return write(held)
  if (Array.isArray(held)) return held.map((one) => inJson(one, write))
  if (typeof held !== 'object' || held === null) return held
  return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, inJson(one, write)]))
}

function withoutAny(text: string, { writings, emails, numbers }: SoughtWords): string {
  const unaddressed = emails.reduce(withoutAddress, text)
  const unnumbered = numbers.reduce((said, number) => cutNumber(said, number, erasedMark), unaddressed)
  return withoutNames(unnumbered, writings)
}

function withoutAddress(text: string, email: string): string {
  // Letter by letter: one that grows in lower case would shift what is cut
  const folded = Array.from(text, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  )
  return cutEach(text, placesOf(folded.join(''), email))
}

/** Only whole words: `Ana Mar` is not in `Ana Martin`. */
function withoutNames(text: string, writings: SoughtWords['writings']): string {
  const { letters, from, to } = folded(text)
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(letters[at] ?? ' ')
  const places: Place[] = []
  for (let at = 0; at < letters.length; at++) {
    if (isLetter(at - 1)) continue
    const length = lengthAt(letters, at, writings, isLetter)
    if (length === 0) continue
    places.push([from[at] ?? 0, to[at + length - 1] ?? text.length])
    at += length - 1
  }
  return cutEach(text, places)
}

/** How many letters the name has that begins here; 0 where none does. */
function lengthAt(
  letters: string,
  at: number,
  writings: SoughtWords['writings'],
  isLetter: (at: number) => boolean,
): number {
  for (const [length, some] of writings)
    if (!isLetter(at + length) && some.has(letters.slice(at, at + length))) return length
  return 0
}

type Place = readonly [at: number, end: number]

function placesOf(text: string, sought: string): Place[] {
  const places: Place[] = []
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length))
    places.push([at, at + sought.length])
  return places
}

function cutEach(text: string, places: readonly Place[]): string {
  const kept: string[] = []
  let from = 0
  for (const [at, end] of places) {
    if (at < from) continue
    kept.push(text.slice(from, at), erasedMark)
    from = end
  }
  return kept.join('') + text.slice(from)
}

/** A text as names are compared, letter by letter: where each stands in the text. What parts the words of a name is one space. */
function folded(text: string): { letters: string; from: number[]; to: number[] } {
  const [from, to, letters]: [number[], number[], string[]] = [[], [], []]
  let at = 0
  for (const sign of text) {
    const end = at + sign.length
    const plain = foldedSign(sign)
    if (plain === '') to[to.length - 1] = end
    else if (plain !== ' ' || letters.at(-1) !== ' ') {
      for (const letter of plain.split('')) {
        letters.push(letter)
        from.push(at)
        to.push(end)
      }
    }
    at = end
  }
  return { letters: letters.join(''), from, to }
}

function foldedSign(sign: string): string {
  if (/[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(sign)) return ''
  if (/[\s,.'’_\p{Pd}]/u.test(sign)) return ' '
  const letter = decomposed(sign).replace(/\p{M}/gu, '').toLowerCase()
  return letter === 'œ' ? 'oe' : letter === 'æ' ? 'ae' : letter
}
