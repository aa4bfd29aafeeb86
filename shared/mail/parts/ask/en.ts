import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

/** What the month’s three mails have in common. */
export const en: SentencesLike<typeof fr> = {
  check: { one: 'Check (1 minute)', other: 'Check my groups ({n} minutes)' },
  checkMany: 'Check my groups',
  effort: {
    one: 'Nothing has changed? One tap on the page that opens is enough.',
    other: 'Nothing has changed? One tap per group is enough on the page that opens.',
  },
  together: 'One answer per group is enough: the other referents will get no reminder.',
  yours: 'This link is personal: anybody who opens it can correct in your name. Do not forward this mail.',
  near: 'Near you: {groups}.',
  nearGroup: '{name} ({kilometres} km)',
  soon: 'Soon, around there: {plans}.',
  nearPlan: '“{title}”, {day} ({name})',
  announced: 'A word from the team',
  stop: 'Unsubscribe',
}
