import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'List of silent groups',
  subject: { one: '{n} group did not answer in {month}', other: '{n} groups did not answer in {month}' },
  subjectNone: 'Every group answered in {month}',
  lead: 'This month’s update is ending: {answered} of {asked} groups answered.',
  call: 'Here are the others, the longest silent first. A call often does more than a mail.',
  nobody: 'There is nobody to remind: do tell them thank you.',
  rounds: { one: 'this time', other: '{n} times in a row' },
  more: {
    one: 'and {n} other group, to be seen on the dashboard',
    other: 'and {n} other groups, to be seen on the dashboard',
  },
  picture: 'Share of the groups that answered, month by month',
  share: '{percent}%',
  open: 'See whom to call',
  openNone: 'Open the dashboard',
  why: 'You get this message at the end of each update because you coordinate the network.',
}
