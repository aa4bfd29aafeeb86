import type { Language } from './language.ts'

/** Words that the team typed; in French with spaces that do not break before what follows one, and within guillemets. */
export function typeset(text: string, language: Language): string {
  return language === 'fr' ? text.replace(/ ([:;?!»])/g, '\u00a0$1').replaceAll('« ', '«\u00a0') : text
}
