import type { testMail as inFrench } from '../fr/test-mail.ts'

export const testMail: typeof inFrench = {
  title: 'Send me a test',
  lead: (address) =>
    `The mail goes to ${address} and to nobody else. Its subject says “[Test]”; its links change nothing.`,
  kind: 'Which mail?',
  send: 'Send me this test',
  sent: 'Your latest tests',
  paused: 'Mails are paused: the test was not sent',
  pausedBody: 'Somebody who administers Relance can resume them.',
  many: 'Too many tests in one hour: this one was not sent',
  manyBody: 'You can send more within an hour.',
  link: {
    title: 'This was a test',
    lead: 'This link comes from a mail that the team sent itself, or looked at, to read it through. It opens nobody’s record and changes nothing.',
    next: 'Not on the team? Somebody probably passed it on to you. Your own link is in the mail that you get regularly.',
  },
}
