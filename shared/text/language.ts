/** The languages that Relance speaks. Adding one: `docs/decisions/` and a file beside fr.ts and en.ts. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** The same words in every language. */
export type Words = Readonly<Record<Language, string>>

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}

/** Each language by its own name. */
export const languageNames: Words = { fr: 'Français', en: 'English' }
