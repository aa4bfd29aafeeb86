import type { Text } from '../fr.ts'

/** The pages where a movement says our sentences otherwise. */
export const sentences: Text['settings']['sentences'] = {
  title: 'The words of our pages and mails',
  lead: 'Each sentence of our pages and mails can be said otherwise: formally or not, with or without emoji.',
  own: (n) => (n === 1 ? '1 sentence of yours' : `${n} sentences of yours`),
  parts: {
    every: 'In every mail',
    ask: 'In the three mails of each update',
    record: 'The record, in the monthly mails',
  },
  partLead: 'Above each box stands our sentence. An empty box takes it again.',
  mayName: (values) => `Replaced when the mail is sent: ${values}`,
  changed: (was) => `Since you changed it, our sentence is not this one any more: ${was}`,
  try: 'Show the mail, without saving',
  tried: 'This is the mail that it would be. Nothing is saved.',
  preview: 'The mail, as text',
  braces: 'a brace stands alone',
  unknownValue: (name) => `this sentence does not know {${name}}`,
  pagesTitle: 'A sentence of our pages',
  find: 'A few words of the sentence',
  findHint: 'For example: “Everything is correct”.',
  search: 'Search',
  found: (n: number, shown: number) =>
    n > shown
      ? `${n} sentences: here are ${shown}. One more word leaves fewer.`
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
  oneLead: 'Above the box, our sentence. An emptied box brings it back.',
  mayNameOn: (values) => `To be kept, with the braces: ${values}. The page puts a name, a date or a number there.`,
  tryOne: 'See the result, without saving',
  triedOne: 'This is what it would say. Nothing is saved.',
  onPage: 'On its page',
  around: 'Among the sentences beside it',
  tag: 'write it without < and >: a page has no tags',
  tooLongFor: (most: number) => `too long for its place: ${most} characters at most`,
  tooMuch: 'That is too long: 1,000 characters a sentence at most',
}
