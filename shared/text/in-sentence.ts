import type { Language } from './language.ts'

/** A label within a sentence: it begins small, unless it begins with an abbreviation or a name (`BAFA`, `WhatsApp`), and the rest stays as it was written. */
export function inSentence(label: string, language: Language): string {
  const [first = ''] = label.split(/\s/, 1)
  const stays = /^\p{Lu}[.-]?\p{Lu}/u.test(first) || /\p{Ll}\p{Lu}/u.test(first)
  return stays ? label : label.charAt(0).toLocaleLowerCase(language) + label.slice(1)
}
