import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

/** What we know of a group. */
export const en: SentencesLike<typeof fr> = {
  you: 'you',
  invited: '{name} (invited, no answer yet)',
  latest: '{name} ({day})',
  latestOfMany: { one: '{name} ({day}), and {n} more', other: '{name} ({day}), and {n} more' },
  missing: 'Missing: {things}',
  yourField: 'your {field}',
  theirField: '{name}’s {field}',
  checked: 'Checked {age}',
  partlyChecked: 'Partly checked {age}',
  neverChecked: 'Never checked',
  moreGroups: { one: 'and {n} more group', other: 'and {n} more groups' },
}
