import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'New link',
  ifNotSent: 'This person may be waiting for the link: call them, and check their address.',
  subject: 'Your link for {groups}',
  kicker: 'The link you asked for',
  title: 'Here is your new link',
  lead: 'It opens the page of {groups}.',
  leadMany: 'It opens the page of your {n} groups.',
  preview: 'Asked for just now on our page. It is personal: do not forward it.',
  open: { one: 'Open the group’s page', other: 'Open my groups' },
  kickerStopped: 'Your former link was stopped',
  previewStopped: 'Somebody who had your link stopped it: it opens nothing any more.',
  notMeStopped:
    'Somebody who had your link said that it was not theirs, and stopped it: it opens nothing any more. This one replaces it. It is personal: do not forward it.',
  notMe: 'If you did not ask for it, ignore this mail: the link was sent only to you.',
}
