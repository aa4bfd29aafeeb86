import type { MailKind } from '#shared/domain/mail.ts'
import { languageOf, type Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { more } from '#shared/text/more.ts'
import type { Translation } from '#shared/text/translation.ts'

/** The language of a mail to somebody who prefers `preferred`: a mail is whole, so a language that has no word of this kind leaves it to the movement's first that has. */
export function mailLanguage(
  kind: MailKind,
  movement: Pick<Movement, 'languages'>,
  preferred: string | null | undefined,
): Language {
  const known = [languageOf(movement, preferred), ...movement.languages]
  return known.find((language) => isTranslated(kind, language)) ?? 'en'
}

const translations: Readonly<Record<string, Translation | undefined>> = more

function isTranslated(kind: MailKind, language: Language): boolean {
  return language === 'fr' || language === 'en' || translations[language]?.mails?.[kind] !== undefined
}
