import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'List of silent groups',
  subject: { one: '{n} group did not answer in {month}', other: '{n} groups did not answer in {month}' },
  subjectNone: 'Every group answered in {month}',
  kicker: 'End of the {month} update',
  title: { one: '{n} group to call', other: '{n} groups to call' },
  titleNone: 'Every group answered',
  lead: '{n} of {asked} groups answered. Here are the others, the longest silent first. A call often does more than a mail.',
  leadNone: '{n} of {asked} groups answered. There is nobody to remind: do thank them.',
  preview: '{n} of {asked} answered. To call: {groups}.',
  previewNone: '{n} of {asked}. Nobody to remind.',
  subjectNobody: 'No group was asked in {month}',
  titleNobody: 'No group was asked',
  leadNobody:
    'No active group had a referent to write to during this update. The dashboard shows the groups without one.',
  previewNobody: 'Nobody to write to: no active group had a referent.',
  rounds: { one: 'this time', other: '{n} updates in a row' },
  more: { one: 'and {n} more group, on the dashboard', other: 'and {n} more groups, on the dashboard' },
  picture: 'Groups that answered, update by update',
  share: '{percent}%',
  open: 'See whom to call',
  openNone: 'Open the dashboard',
  why: 'You get this mail at the end of each update because you coordinate the network.',
}
