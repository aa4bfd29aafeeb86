import type { Language } from './language.ts'
import { more } from './more.ts'
import type { Pattern } from './pattern.ts'
import type { Translation } from './translation.ts'

type Labels = Translation['labels']

/** A field's words in every language, from French and English: the others have them by the English ones, or say it in English. */
export function words<Value extends string | Pattern | readonly string[]>(
  given: Readonly<Record<'fr' | 'en', Value>>,
): Readonly<Record<Language, Value>> {
  const others = Object.entries<Translation>(more).map(([code, { labels }]) => [code, translate(given.en, labels)])
  return { ...given, ...Object.fromEntries(others) }
}

function translate(english: string | Pattern | readonly string[], labels: Labels): unknown {
  if (typeof english === 'string') return labels[english] ?? english
  if ('other' in english) return labels[english.other] ?? english
  return english.map((word) => labels[word] ?? word)
}
