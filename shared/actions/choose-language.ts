import { updateLanguage } from '#shared/db/people.ts'
import type { Language } from '#shared/text/language.ts'
import { type Acting, commit } from './acting.ts'

/** Keeps a language with a person (uid): pages and mails follow. */
export async function chooseLanguage(acting: Acting, person: string, language: Language): Promise<void> {
  await commit(acting, [updateLanguage(acting.db, person, language)], {
    action: 'choose_language',
    details: { language },
  })
}
