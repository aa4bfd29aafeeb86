import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Reminder',
  kicker: 'Reminder, {month} update',
  subject: '{groups}: reminder, a minute is enough',
  title: 'A minute to check?',
  lead: {
    one: 'Nobody in {groups} has answered yet this month. Is this still right?',
    other: 'Nobody has answered yet for {groups} this month. Is this still right?',
  },
  network: '{answered} of {asked} groups have already answered.',
}
