import { type MoreCode, more } from './more.ts'
import type { Translation } from './translation.ts'

/** The languages that Relance speaks. Adding one: docs/languages.md. */
export type Language = 'fr' | 'en' | MoreCode
export const languages = ['fr', 'en', ...Object.keys(more)] as ['fr', 'en', ...Language[]]

/** The same words in every language. */
export type Words = Readonly<Record<Language, string>>

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}

/** Languages that are written from right to left (ISO 639). */
const fromRight: ReadonlySet<string> = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** HTML's `dir` of a page in this language; from left to right goes without saying. */
export function directionOf(language: string): 'rtl' | undefined {
  return fromRight.has(language) ? 'rtl' : undefined
}

/** Stands between what was and what is, and points where the eye goes. */
export const arrowIn = (language: string) => (directionOf(language) === 'rtl' ? '←' : '→')

/** Latin words in a sentence from right to left, with a mark of that direction on both sides (UAX 9): quotation marks and numbers beside them stay the sentence's. Isolates would be taken out of mails, as what hides a link. */
export const setOffIn = (language: string, text: string) =>
  directionOf(language) === 'rtl' && /\p{Script=Latin}/u.test(text) ? `\u200f${text}\u200f` : text

/** Whether the pages of the team are in this language. */
export function isForTeam(language: Language): boolean {
  return (
    language === 'fr' ||
    language === 'en' ||
    (more as Readonly<Record<string, Translation>>)[language]?.hasTeamPages === true
  )
}

/** Words that are worked out for each language. */
export function eachLanguage(inLanguage: (language: Language) => string): Words {
  return inEachLanguage(inLanguage)
}

export function inEachLanguage<Value>(of: (language: Language) => Value): Readonly<Record<Language, Value>> {
  return Object.fromEntries(languages.map((language) => [language, of(language)])) as Record<Language, Value>
}

const otherNames = Object.entries<Translation>(more).map(([code, { name }]) => [code, name])

/** Each language by its own name. */
export const languageNames: Words = { fr: 'Français', en: 'English', ...Object.fromEntries(otherNames) }

/** What a language is called in another: `anglais`, `French`. */
export function languageNameIn(language: Language, reader: Language): string {
  return new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? languageNames[language]
}
