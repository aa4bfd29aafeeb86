import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'New referent: is that you?',
  ifNotSent:
    'This person does not know yet that they were named: tell them otherwise, or ask the group for their address.',
  subject: '{by} suggests you as a referent of {group}',
  kicker: 'A question for you',
  title: 'Do you agree?',
  lead: '{by} suggests you as a referent of {group}: one of the people to contact to reach the group.',
  preview: 'Yes or no? Nothing is public unless you agree.',
  yes: 'Yes, I agree',
  no: 'No, or it is not me',
  choice: 'Answer yes or no:',
  asked: 'What it takes: a minute a month, to check what {movement} knows of the group.',
  kept: 'We keep your name, your address and, if we were given them, your phone number and your role. Nothing is public unless you agree.',
  refuse: 'If it is no, have your data erased on the page that opens, or by replying to this mail.',
  why: 'You get this mail once only, because {by} gave us your address.',
  rights: 'Your data, your rights, how to object',
}
