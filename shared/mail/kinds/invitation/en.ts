import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Monthly mail',
  kicker: '{month} update',
  subject: '{groups}: is everything still right?',
  title: 'Is everything still right?',
  lead: 'Here is what we know of {groups}.',
}
