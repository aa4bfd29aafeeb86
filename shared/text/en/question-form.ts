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
  optionsHint: 'An answer that is emptied is offered no more.',
  option: (n) => `Answer ${n}`,
  moreOptions: 'Offer more answers',
  required: 'The section cannot be saved without it',
  audience: { label: 'Who sees the answers?' },
  audiences: {
    group: 'The group and the team',
    public: 'Everybody, on the map and on the group’s page',
    consent: 'Everybody, with consent: a box, below the question, that the group ticks, or the person it is about',
    coordinators: 'The team alone: it is not asked, and comes by your spreadsheets',
  },
  inMail: 'The monthly mail shows the answer, or says that it is missing',
  figure: { label: 'Name of its sum on the dashboard', hint: 'Optional. Such as: Bikes of the network' },
  headings: {
    label: 'Headings of its column in your spreadsheets',
    hint: 'Optional. One a line; the question is one already.',
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
  kept: (said) => `It would be kept so: ${said}`,
  tried: 'This is what it would be. Nothing is saved.',
  answers: (n) =>
    n === 0
      ? 'Nobody has answered it yet.'
      : n === 1
        ? '1 answer is kept.'
        : `${n.toLocaleString('en')} answers are kept.`,
  unfit: (n) =>
    n === 1
      ? '1 answer does not fit this question any more'
      : `${n.toLocaleString('en')} answers do not fit this question any more`,
  unfitBody: 'They stay as they are, until somebody answers anew. If that is fine, save once more.',
  needed: 'Write the question',
  optionNeeded: 'Offer one answer at least',
}
