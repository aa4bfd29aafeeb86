import { en } from './en.ts'
import { fr, type Text } from './fr.ts'
import type { Language } from './language.ts'

const texts: Readonly<Record<Language, Text>> = { fr, en }

export function textIn(language: Language): Text {
  return texts[language]
}
