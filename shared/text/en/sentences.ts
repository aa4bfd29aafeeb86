import type { Text } from '../fr.ts'

/** The pages where a movement says our sentences otherwise. */
export const sentences: Text['settings']['sentences'] = {
  title: 'The words of our pages and mails',
  lead: 'You can reword every sentence of our pages and mails: more or less formal, with or without emoji.',
  own: (n) => (n === 1 ? '1 sentence of yours' : `${n} sentences of yours`),
  parts: {
    every: 'In every mail',
    ask: 'In the three mails of each update',
    record: 'The record, in the monthly mails',
  },
  partLead: 'Our sentence is above each box. Leave the box empty to use ours.',
  mayName: (values) => `Replaced when the mail is sent: ${values}`,
  changed: (was) => `Our sentence has changed since you replaced it. It was: ${was}`,
  try: 'Show the mail, without saving',
  tried: 'The mail would look like this. Nothing is saved yet.',
  preview: 'The mail, as text',
  braces: 'a brace is missing',
  unknownValue: (name) => `this sentence does not know {${name}}`,
  pagesTitle: 'A sentence of our pages',
  find: 'A few words of the sentence',
  findHint: 'For example: “Everything is correct”.',
  search: 'Search',
  found: (n: number, shown: number) =>
    n > shown
      ? `${n} sentences: here are ${shown}. Add a word to find fewer.`
      : n === 1
        ? '1 sentence'
        : `${n} sentences`,
  foundNone:
    'No sentence has these words. Some cannot be changed: those of the settings, and those made of several pieces.',
  ownTitle: 'Your sentences on pages',
  mailsTitle: 'Our mails, one by one',
  places: {
    referents: 'referents’ pages',
    public: 'public pages',
    dashboard: 'dashboard',
    team: 'the team’s pages',
  },
  hasChanged: 'our sentence has changed since',
  oneTitle: 'A sentence of your own',
  oneLead: 'Our sentence is above the box. Empty the box to use ours again.',
  mayNameOn: (values) => `Keep these, with their braces: ${values}. The page puts a name, a date or a number there.`,
  tryOne: 'See the result, without saving',
  triedOne: 'It would say this. Nothing is saved yet.',
  onPage: 'On its page',
  around: 'With the sentences around it',
  tag: 'write it without < and >: tags are not allowed',
  tooLongFor: (most: number) => `too long for its place: ${most} characters at most`,
  tooMuch: 'That is too long: 1,000 characters a sentence at most',
}
