import type { Patterns } from './pattern.ts'

/** What most numbers of a record count. */
export const people: Patterns = {
  fr: { one: '{} personne', other: '{} personnes' },
  en: { one: '{} person', other: '{} people' },
}
