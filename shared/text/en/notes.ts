import type { notes as notesInFrench } from '../fr/notes.ts'

export const notes: typeof notesInFrench = {
  title: 'Words to the team',
  lead: 'What referents write to you from their page. Answer by mail, or mark it as settled.',
  none: 'No word waits.',
  noneDone: 'No word is settled yet.',
  seeDone: 'See the settled words',
  seeOpen: 'See the words that wait',
  answer: 'Answer',
  answerLabel: 'Your answer',
  answerHint: 'It leaves by mail, with the word. If the person replies, the reply comes directly to you.',
  send: 'Send the answer',
  done: 'This is settled',
  reopen: 'This is not settled',
  answered: (name, day) => `${name} answered on ${day}:`,
  doneBy: (name, day) => `Settled by ${name}, on ${day}`,
  noAddress: 'This person has no email address: call them.',
  gone: 'Somebody of the team has answered already',
  goneBody: (typed) => `Your answer has not left. Here it is, should you want to send it otherwise: “${typed}”`,
  more: 'More',
  said: {
    answered: 'The answer leaves.',
    settled: 'Noted: this word is settled.',
    reopened: 'Noted: this word waits again.',
  },
}
