import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'New link',
  ifNotSent: 'This person may be waiting for the link: call them, and check their address.',
  subject: '{groups}: your new link',
  title: 'Your new link',
  lead: {
    one: 'You asked us for a link. Here it is: it opens the page of your group.',
    other: 'You asked us for a link. Here it is: it opens the page of your groups.',
  },
  open: { one: 'Open my group', other: 'Open my groups' },
  notMe: 'You asked for nothing? There is nothing to do: this link came to you only.',
}
