import type { Language } from './language.ts'

/** What stands between a label and what it is of: French has a space before it that no line breaks at. */
export function colonIn(language: Language): string {
  return language === 'fr' ? '\u00a0: ' : ': '
}

/** What stands between parts that have commas of their own, for eyes and voices alike: voices spell out a point. */
export function semicolonIn(language: Language): string {
  return language === 'fr' ? '\u00a0; ' : '; '
}

/** A label before what it is of: `Town: `; a question ends by itself: `A room? `. */
export function labelled(label: string, language: Language): string {
  return endsItself(label) ? `${label} ` : label + colonIn(language)
}

/** Whether nothing stands after a label: it is a question, say. */
export function endsItself(label: string): boolean {
  return /[?!:…]$/.test(label)
}
