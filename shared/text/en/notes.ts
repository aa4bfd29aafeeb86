import type { notes as notesInFrench } from '../fr/notes.ts'

export const notes: typeof notesInFrench = {
  title: 'Notes to the team',
  lead: 'What referents write to you from their page. Answer by mail, or mark it as settled.',
  none: 'No note is waiting.',
  noneDone: 'No note is settled yet.',
  seeDone: 'See the settled notes',
  seeOpen: 'See the notes that are waiting',
  answer: 'Answer',
  answerLabel: 'Your answer',
  answerHint: 'It is sent by mail, with the note. If the person replies, the reply comes directly to you.',
  send: 'Send the answer',
  state: { answered: 'the team has answered', settled: 'settled' },
  done: 'This is settled',
  reopen: 'This is not settled',
  answered: (name, day) => `${name} answered on ${day}:`,
  doneBy: (name, day) => `Settled by ${name}, on ${day}`,
  noAddress: 'This person has no email address: call them.',
  gone: 'Somebody on the team has answered already',
  goneBody: (typed) => `Your answer was not sent. Here it is, should you want to send it otherwise: “${typed}”`,
  more: 'More',
  said: {
    answered: 'The answer is being sent.',
    settled: 'Noted: this note is settled.',
    reopened: 'Noted: this note is waiting again.',
  },
}
