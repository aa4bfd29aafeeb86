import type { Text } from '../fr.ts'

/** The words of the page where a question is made. */
export const questionForm: Text['settings']['question'] = {
  newTitle: 'A new question',
  title: 'A question',
  lead: 'Try it as referents will see it, then save.',
  section: { label: 'Section of the record' },
  label: { label: 'Question', hint: 'Short, as you would say it aloud.' },
  hint: { label: 'Help, under the question', hint: 'Optional. An example helps more than an instruction.' },
  type: { label: 'It is answered with' },
  types: {
    text: 'some words',
    long_text: 'a text',
    number: 'a number',
    yes_no: 'yes or no',
    choice: 'one of several answers',
    choices: 'some of several answers',
    day: 'a date',
    website: 'a web address',
    mail: 'an email address',
    phone: 'a phone number',
  },
  options: 'Answers to choose from',
  optionsHint: 'Empty an answer to stop offering it.',
  option: (n) => `Answer ${n}`,
  moreOptions: 'Offer more answers',
  required: 'The section cannot be saved without it',
  audience: { label: 'Who sees the answers?' },
  audiences: {
    group: 'The group and the team',
    public: 'Everybody, on the map and on the group’s page',
    consent: 'Everybody, with consent: the group, or the person it is about, ticks a box below the question',
    coordinators: 'Only the team: groups are not asked, answers come from your spreadsheets',
  },
  inMail: 'The monthly mail shows the answer, or says that it is missing',
  figure: { label: 'Name of its sum on the dashboard', hint: 'Optional. Such as: Bikes of the network' },
  headings: {
    label: 'Its column headings in your spreadsheets',
    hint: 'Optional. One a line, besides the question itself.',
  },
  more: 'Sum and spreadsheets',
  asked: { label: 'When is it asked?' },
  askedWhen: {
    next_round: 'From the next monthly update on',
    now: 'At once',
    no: 'Not for now: answers stay',
  },
  inLanguage: (label, language) => `${label} (${language})`,
  try: 'Try it',
  tryPage: 'See it in its page (new tab)',
  pageTitle: 'The page, as a referent will see it',
  pageLead:
    'The question is in its place, among the others. Nothing can be typed here, and nothing is saved: close this tab to go back to the question.',
  tryTitle: 'As a referent sees it',
  tryLead: 'Answer, then press Try it: nothing is saved.',
  kept: (said) => `It would be saved as: ${said}`,
  tried: 'It would look like this. Nothing is saved yet.',
  answers: (n) =>
    n === 0
      ? 'Nobody has answered it yet.'
      : n === 1
        ? '1 answer is kept.'
        : `${n.toLocaleString('en')} answers are kept.`,
  unfit: (n) =>
    n === 1 ? '1 answer no longer fits this question' : `${n.toLocaleString('en')} answers no longer fit this question`,
  unfitBody: 'They stay as they are until somebody answers again. If that is fine, save once more.',
  needed: 'Write the question',
  optionNeeded: 'Offer at least one answer',
}
