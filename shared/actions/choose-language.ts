import { updateLanguage } from '#shared/db/people.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import type { Language } from '#shared/text/language.ts'
import { type Acting, commit } from './acting.ts'

/** Keeps a language with a person (uid): pages and mails follow. `before`: the one that was kept, as whoever of the team chooses has seen it. */
export async function chooseLanguage(
  acting: Acting,
  person: string,
  language: Language,
  before: Language | null = null,
): Promise<void> {
  const event = { action: 'choose_language', details: { language } } as const
  await commit(acting, [updateLanguage(acting.db, person, language)], event, preconditions.personReads(person, before))
}
