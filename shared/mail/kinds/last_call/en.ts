import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Last message',
  subject: '{groups}: last message this month',
  title: 'Last message this month',
  lead: {
    one: 'Nobody of your group has answered us yet, and we will not write again this month. Even if nothing has changed, do tell us: that is how we know that the group is there.',
    other:
      'Nobody has answered us yet for these groups, and we will not write again this month. Even if nothing has changed, do tell us: that is how we know that they are there.',
  },
}
