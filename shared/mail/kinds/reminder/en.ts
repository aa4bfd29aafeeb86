import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Reminder',
  subject: '{groups}: two minutes to check?',
  title: 'Two minutes to check?',
  lead: {
    one: 'This month, nobody of your group has answered us yet. Is what we know still right?',
    other: 'This month, nobody has answered us yet for these groups. Is what we know still right?',
  },
}
