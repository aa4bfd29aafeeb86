import { en } from './en.ts'
import { fr, type Text } from './fr.ts'
import type { Language } from './language.ts'
import { more } from './more.ts'
import { completeText, type Translation } from './translation.ts'

const others = Object.entries<Translation>(more).map(([code, { text }]) => [code, completeText(text, en)])
const texts: Readonly<Record<Language, Text>> = { fr, en, ...Object.fromEntries(others) }

export function textIn(language: Language): Text {
  return texts[language]
}
