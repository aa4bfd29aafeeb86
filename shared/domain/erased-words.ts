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
  emails: readonly string[]
  numbers: readonly SoughtNumber[]
}

/** The words by which others' texts name somebody. One word alone is no trace: it is many people's, and part of many words. */
export function wordsOf({ names, emails, phones }: Traces): SoughtWords {
  const whole = names.map((name) => name.trim().split(/\s+/)).filter((words) => words.length > 1)
  return { names: whole, emails: emails.map((email) => email.toLowerCase()), numbers: phones.map(soughtNumber) }
}

/** A text without these words, however they are written; a text that is JSON stays JSON. Cost: the text once for each of them. */
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

function withoutAny(text: string, { names, emails, numbers }: SoughtWords): string {
  const unaddressed = emails.reduce(withoutAddress, text)
  const unnumbered = numbers.reduce((said, number) => cutNumber(said, number, erasedMark), unaddressed)
  return names.reduce(withoutName, unnumbered)
}

function withoutAddress(text: string, email: string): string {
  // Letter by letter: one that grows in lower case would shift what is cut
  const folded = Array.from(text, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  )
  return cutEach(text, placesOf(folded.join(''), email))
}

/** A name, in any case, with or without accents, first or last name first. Only whole words: `Ana Mar` is not in `Ana Martin`. */
function withoutName(text: string, name: readonly string[]): string {
  const { letters, from, to } = folded(text)
  const turned = name.map((_, at) => [...name.slice(at), ...name.slice(0, at)])
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(letters[at] ?? ' ')
  const places = [...new Set(turned.map((words) => folded(words.join(' ')).letters))].flatMap((sought) =>
    sought.trim() === '' ? [] : placesOf(letters, sought).filter(([at, end]) => !isLetter(at - 1) && !isLetter(end)),
  )
  const shown = places.map(([at, end]): Place => [from[at] ?? 0, to[end - 1] ?? text.length])
  return cutEach(
    text,
    shown.sort(([a], [b]) => a - b),
  )
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
