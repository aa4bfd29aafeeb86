import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Monthly mail',
  subject: '{groups}: is everything still right?',
  title: 'Is everything still right?',
  lead: {
    one: 'Once a month, we check with you that what we know of your group is still true. Here is what we have.',
    other: 'Once a month, we check with you that what we know of your groups is still true. Here is what we have.',
  },
}
