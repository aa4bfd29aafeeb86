import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

/** What the month's three mails have in common. */
export const en: SentencesLike<typeof fr> = {
  previewOne: '{known}; {checked}. Two minutes are enough.',
  previewSeveral: '{groups}. Two minutes are enough.',
  confirm: { one: 'All is right', other: 'Check my groups' },
  correct: 'Correct something',
  effort:
    'Two minutes are enough. If nothing has changed, one press on the page that opens, and that is all for this month.',
  together: 'One answer for each group is enough: once one of you has answered, we stop writing to the others.',
  yours: 'This link is personal: whoever opens it can correct in your name. Better not forward this message.',
  stop: 'Stop these messages',
  referents: { one: '{n} referent', other: '{n} referents' },
  activities: { one: '{n} activity', other: '{n} activities' },
  campaigns: { one: '{n} campaign', other: '{n} campaigns' },
  trainings: { one: '{n} training', other: '{n} trainings' },
  neverChecked: 'never checked',
  checked: 'checked {age}',
  partlyChecked: 'partly checked {age}',
}
