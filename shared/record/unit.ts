import type { Patterns } from '#shared/text/pattern.ts'
import { inLanguages } from '#shared/text/words.ts'

/** What most numbers of a record count. */
export const people: Patterns = inLanguages({
  fr: { one: '{} personne', other: '{} personnes' },
  en: { one: '{} person', other: '{} people' },
})
