import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'New referent: is that you?',
  ifNotSent:
    'This person does not know yet that they were named: tell them otherwise, or ask the group for their address.',
  subject: '{by} named you as a referent of {group}',
  title: 'Is that you?',
  lead: '{by} gave us your name and your address: you would be a referent of {group}, that is one of the people {movement} writes to when it wants to talk to the group.',
  kept: 'What we keep: your name, your address and, if it was given to us, your phone number and your role. Nothing is public unless you agree, and nobody follows what you open.',
  monthly: 'Once a month, a mail asks you whether what we know of the group is still right.',
  refuse:
    'Is it not you, or do you not want to? One press is enough on the page that opens, and you can have your data erased there. You can also object by answering this message.',
  open: 'Yes or no, answer',
  why: 'You get this message once only, because somebody of {group} gave us your address.',
  rights: 'What we do with your data, your rights, and how to object',
}
