import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

/** In every mail. */
export const en: SentencesLike<typeof fr> = {
  hello: 'Hello {reader},',
  helloNobody: 'Hello,',
  quoted: '“{name}”',
  label: '{label}:',
  yourGroups: 'your {n} groups',
  plainAddress: 'Button not working? Copy this address into your browser:',
  question: 'Any questions? Just reply to this mail.',
  whyReferent: 'You get this mail because you are a referent of {groups}.',
  whyReferentMany: 'You get this mail because you are a referent of {n} groups.',
  others: { one: '{n} more', other: '{n} more' },
  list: '{texts}',
  ofMovement: '{movement}: {words}',
  trial: '[Trial, for {reader}] {subject}',
  test: '[Test] {subject}',
}
