import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

/** In every mail. */
export const en: SentencesLike<typeof fr> = {
  hello: 'Hello {reader},',
  helloNobody: 'Hello,',
  more: { one: '{n} other', other: '{n} others' },
  yourGroups: 'Your {n} groups',
  plainAddress: 'If the button does not work, copy this address into your browser:',
  who: 'Written by {sender}. A question, a worry? Simply answer this message.',
  whyReferent: {
    one: 'You get this message because you are a referent of the group {groups}.',
    other: 'You get this message because you are a referent of the groups {groups}.',
  },
  ofMovement: '{movement}: {words}',
  trial: '[Trial, for {reader}] {subject}',
}
