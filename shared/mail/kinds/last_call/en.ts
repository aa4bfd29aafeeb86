import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Final reminder',
  kicker: 'Final reminder, {month} update',
  subject: '{groups}: final reminder, are you there?',
  title: 'Are you still there?',
  lead: 'We will not write again this month. Without an answer, somebody from the team may call. Even if nothing has changed, please tell us.',
}
