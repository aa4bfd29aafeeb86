import type { Language } from './language.ts'
import { more } from './more.ts'
import type { Pattern } from './pattern.ts'
import type { Translation } from './translation.ts'

type Labels = Translation['labels']

/** Each English label that stands in our code, with the French one: what a translator is asked for. */
export const labelOriginals = new Map<string, string>()

/** A field's words in every language, from French and English: the others have them by the English ones, or say it in English. */
export function inLanguages<Value extends string | Pattern | readonly string[]>(
  given: Readonly<Record<'fr' | 'en', Value>>,
): Readonly<Record<Language, Value>> {
  for (const [at, word] of wordsOf(given.en).entries()) labelOriginals.set(word, wordsOf(given.fr)[at] ?? '')
  const others = Object.entries<Translation>(more).map(([code, { labels }]) => [code, translate(given.en, labels)])
  return { ...given, ...Object.fromEntries(others) }
}

function translate(english: string | Pattern | readonly string[], labels: Labels): unknown {
  if (typeof english === 'string') return labels[english] ?? english
  if ('other' in english) return labels[english.other] ?? english
  return english.map((word) => labels[word] ?? word)
}

function wordsOf(given: string | Pattern | readonly string[]): readonly string[] {
  if (typeof given === 'string') return [given]
  return 'other' in given ? [given.other] : given
}
