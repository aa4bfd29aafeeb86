import { words } from '#shared/text/words.ts'
import type { Patterns } from './pattern.ts'

/** What most numbers of a record count. */
export const people: Patterns = words({
  fr: { one: '{} personne', other: '{} personnes' },
  en: { one: '{} person', other: '{} people' },
})
