import type { Text } from './fr.ts'
import type { Language } from './language.ts'
import type { Sentence } from './sentence.ts'
import { shapeOf, type Tell, toldOtherwise } from './told-shape.ts'

/** A sentence of our pages that a movement says otherwise: `pages.form.allRight.fr`. */
export type OwnSentence = {
  readonly key: string
  /** As settings have it: one sentence, or its forms by number. */
  readonly says: string | Readonly<Record<string, string | undefined>>
}

/** Said to who administers, or by commands: there the words are those of our docs. */
const ours: ReadonlySet<string> = new Set(['settings', 'sheet', 'sheets', 'chat', 'fieldProblem'])

type Texts = Readonly<Record<string, unknown>>

/** Every sentence of pages that can be said otherwise, by its path; those that are several sentences in one are left out. */
export function* pageSentences(text: Text, language: Language): Generator<[path: string, sentence: Sentence]> {
  for (const [name, part] of Object.entries(text)) if (!ours.has(name)) yield* sentencesIn(name, part, language)
}

function* sentencesIn(path: string, whole: unknown, language: Language): Generator<[string, Sentence]> {
  if (typeof whole === 'object' && whole !== null && !Array.isArray(whole))
    for (const [name, part] of Object.entries(whole)) yield* sentencesIn(`${path}.${name}`, part, language)
  else {
    const sentence = sentenceIn(whole, language)
    if (sentence !== null) yield [path, sentence]
  }
}

function sentenceIn(whole: unknown, language: Language): Sentence | null {
  if (typeof whole === 'string') return whole === '' || /[{}]/.test(whole) ? null : whole
  return isTell(whole) ? (shapeOf(whole, language)?.sentence ?? null) : null
}

const isTell = (whole: unknown): whole is Tell => typeof whole === 'function'

/** The sentence at a path; null where there is none that can be said otherwise. */
export function pageSentence(text: Text, path: string, language: Language): Sentence | null {
  const names = path.split('.')
  if (ours.has(names[0] ?? '')) return null
  const found = names.reduce<unknown>(
    (whole, name) =>
      typeof whole === 'object' && whole !== null && Object.hasOwn(whole, name) ? (whole as Texts)[name] : null,
    text,
  )
  return sentenceIn(found, language)
}

const prefix = 'pages.'

/** The key that a setting has for a sentence of pages. */
export const pageKey = (path: string, language: Language) => `${prefix}${path}.${language}`

/** Whether any of these is said on pages: most movements say all as we do. */
export function areOnPages(sentences: readonly OwnSentence[], language: Language): boolean {
  return sentences.some(({ key }) => key.startsWith(prefix) && key.endsWith(`.${language}`))
}

/** What is said otherwise below a place, by names; `says` where the place is a sentence itself. */
type Place = { says?: Sentence; below: Map<string, Place> }

/**
 * The texts with the movement's sentences in the places of ours. One whose original is not there any more is left out. Each is looked at when it is
 * first read: a page reads few of them.
 */
export function withOwnSentences(text: Text, sentences: readonly OwnSentence[], language: Language): Text {
  const whole: Place = { below: new Map() }
  for (const { key, says } of sentences) {
    if (!key.startsWith(prefix) || !key.endsWith(`.${language}`)) continue
    const names = key.slice(prefix.length, -language.length - 1).split('.')
    if (!ours.has(names[0] ?? '')) placeOf(whole, names).says = says as Sentence
  }
  return saidIn(text, whole, language) as Text
}

function placeOf(whole: Place, names: readonly string[]): Place {
  let place = whole
  for (const name of names) {
    const next = place.below.get(name) ?? { below: new Map() }
    place.below.set(name, next)
    place = next
  }
  return place
}

function saidIn(whole: unknown, { says, below }: Place, language: Language): unknown {
  if (says !== undefined) return sayingSo(whole, says, language)
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return whole
  const there = Object.getOwnPropertyDescriptors(whole)
  const otherwise = [...below].flatMap(([name, place]): [string, PropertyDescriptor][] => {
    let made: unknown
    const get = () => (made ??= saidIn((whole as Texts)[name], place, language))
    return Object.hasOwn(there, name) ? [[name, { enumerable: true, get }]] : []
  })
  return Object.defineProperties({}, { ...there, ...Object.fromEntries(otherwise) })
}

function sayingSo(ours: unknown, says: Sentence, language: Language): unknown {
  if (typeof ours === 'string') return typeof says === 'string' && sentenceIn(ours, language) !== null ? says : ours
  return isTell(ours) ? (toldOtherwise(ours, says, language) ?? ours) : ours
}
