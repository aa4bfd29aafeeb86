import type { Language } from './language.ts'

/** What stands between a label and what it is of: French has a space before it that no line breaks at. */
export function colonIn(language: Language): string {
  return language === 'fr' ? '\u00a0: ' : ': '
}

/** What stands between parts that have commas of their own, for eyes and voices alike: voices spell out a point. */
export function semicolonIn(language: Language): string {
  return language === 'fr' ? '\u00a0; ' : '; '
}
