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
  refuse:
    'If it is no, say so on the page that opens, or by replying to this mail: we erase everything. Without an answer, the invitation ends in thirty days.',
  refuseAgain:
    'If it is no, say so on the page that opens, or by replying to this mail: we erase everything. Without an answer, the invitation ends thirty days after our first mail.',
  subjectAddress: '{group}: is this your address?',
  titleAddress: 'Is this your address?',
  leadAddress: '{by} tells us that you now get your mails here, for {group}.',
  leadOwn: 'We were asked, for {group}, to write to you at this address from now on.',
  previewAddress: 'Yes or no? Nothing changes before your answer.',
  yesAddress: 'Yes, it is my address',
  refuseAddress:
    'Not you? Say no on the page that opens, or do not answer: nothing changes, and we erase this address.',
  kickerAgain: 'A question for you, one last time',
  why: 'You get this mail because {by} gave us your address. If you do not answer, we may ask you once more, and no further.',
  whyAgain: 'We asked you once before, because {by} gave us your address. We shall not ask you again.',
  whyAddress: 'You get this mail only once, because {by} gave us your address.',
  rights: 'Your data, your rights, how to object',
}
