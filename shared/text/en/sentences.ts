import type { Text } from '../fr.ts'

/** The pages where a movement says our sentences otherwise. */
export const sentences: Text['settings']['sentences'] = {
  title: 'The words of our mails',
  lead: 'Each sentence of our mails can be said otherwise: more formal or less, with emoji or without.',
  own: (n) => (n === 1 ? '1 sentence of yours' : `${n} sentences of yours`),
  parts: { every: 'In every mail', ask: 'In the month’s three mails', record: 'The record, in the month’s mails' },
  partLead: 'Above each box stands our sentence. An empty box takes it again.',
  mayName: (values) => `Replaced when the mail leaves: ${values}`,
  changed: (was) => `Since you changed it, our sentence is not this one any more: ${was}`,
  try: 'Show the mail, without saving',
  tried: 'This is the mail that it would be. Nothing is saved.',
  preview: 'The mail, as text',
  braces: 'a brace stands alone',
  unknownValue: (name) => `this sentence does not know {${name}}`,
  tooMuch: 'That is too long: 1,000 characters a sentence at most',
}
