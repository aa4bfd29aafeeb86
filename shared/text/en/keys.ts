import type { Text } from '../fr.ts'

/** Keys that open feeds to other programs. */
export const keys: Text['keys'] = {
  title: 'Keys for other programs',
  lead: 'A key lets a program read a feed: a map, a calendar, a mailing list. You can stop each one at any time.',
  none: 'No key yet.',
  purpose: {
    map: 'The map of groups',
    calendar: 'The calendar of activities',
    api: 'The API, without people',
    'api/people': 'The API, with people',
  },
  list: (name) => `The mailing list “${name}”`,
  made: (day) => `made on ${day}`,
  revoked: (day) => `stopped on ${day}`,
  everywhere: 'the whole network',
  revoke: 'Stop it',
  makeTitle: 'Make a key',
  name: 'For which program?',
  nameHint: 'For example: our site. You will find it by this name.',
  what: 'What it opens',
  regions: 'Some regions only',
  answers: 'Some answers only',
  answersLead:
    'A group is shown if it gave one of the ticked answers to each question. The map has only answers that everybody may read.',
  answersWrong: 'The map does not show the answers to this question',
  make: 'Make the key',
  nameWrong: 'Give it a name, of 120 characters at most',
  nameTaken: 'There is a key of this name already',
  whatWrong: 'Choose what it opens',
  shownTitle: 'This is the key',
  shownLead: 'It is shown only once: copy it into the program now. Whoever has it can read that feed.',
  back: 'I copied it, back to the keys',
}
