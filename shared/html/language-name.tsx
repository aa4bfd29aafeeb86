import { type Language, languageNames } from '#shared/text/language.ts'

/** A language by its own name, as who speaks it says it. */
export function LanguageName({ language }: { language: Language }) {
  return <span lang={language}>{languageNames[language]}</span>
}
