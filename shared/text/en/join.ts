import type { join as joinInFrench } from '../fr/join.ts'

export const join: typeof joinInFrench = {
  form: {
    title: (movement) => `Register a group of ${movement}`,
    lead: 'Your group is starting, and we do not know it yet? Tell us who you are. You confirm by a mail, then the team answers you.',
    group: 'Your group',
    you: 'You',
    free: '(if you like)',
    body: 'A word for the team',
    consent: (movement) =>
      `I agree that the team of ${movement} reads this to answer me. It deletes it 60 days after its answer.`,
    send: 'Send',
    again: 'Register a group',
    fault: {
      consent: 'Tick the box, or the team cannot read anything.',
      again: 'Nothing is lost: read again what you wrote, then send it once more.',
    },
    busy: (address) => `Too many requests are coming in. Nothing is lost: try again later, or write to ${address}.`,
    sent: {
      title: 'Look at your mails',
      body: 'If this address has not registered a group today already, a mail has just been sent to it. Open it and confirm: the team then gets your request.',
    },
  },
  confirm: {
    title: 'Confirm the registration',
    lead: (group, town) => `You register “${group}”, in ${town}. Was it you?`,
    button: 'Yes, it was me',
    done: 'Thank you, the team has your request',
    doneNext: (group) => `It reads it and answers you by mail. Then the record of ${group} is yours.`,
  },
  gone: {
    title: 'This link no longer works',
    next: 'It has expired, or is incomplete. You can register your group again.',
  },
  invite: 'Your group is not here? Register it',
  desk: {
    title: 'Groups that register',
    lead: 'People registered their group and confirmed their address. Accept it, or answer why not.',
    where: 'The address to give to groups that want to register:',
    closed: 'The page where a group registers is closed. It is opened in Settings, “What others may read”.',
    none: 'No group waits.',
    waits: (name) => `registered by ${name}, waits for your answer`,
    noneDone: 'No answer yet.',
    seeDone: 'See the answers given',
    seeOpen: 'See the groups that wait',
    alike: 'Is it one of these groups, which we know already?',
    noneAlike: 'We know no group with this name, nor in this town.',
    unplaced: 'We do not know this town: you can correct it.',
    said: (name, day) => `${name}, on ${day}`,
    accept: 'Accept this group',
    refuse: 'Answer why not',
    answer: 'Your answer',
    answerHint: 'It is sent by mail, signed by the team. If the person replies, the reply goes to the team’s address.',
    send: 'Send the answer',
    erase: 'Delete this request',
    eraseLead: 'Without an answer: for a try, a robot, or a person who asks for it. It cannot be undone.',
    became: 'became the group',
    acceptedBy: (by, day) => `Accepted by ${by}, on ${day}`,
    refusedBy: (by, day) => `${by} answered on ${day}:`,
    gone: 'Somebody on the team has answered this request already.',
    seeGroup: 'See this group',
    formLead: (name) => `Check the name and the town, then save: ${name} becomes its referent and gets the usual mail.`,
    done: {
      accepted: 'It is a group. Its first referent gets a mail within ten minutes, by day.',
      refused: 'The answer is being sent.',
      erased: 'The request is deleted.',
    },
  },
  today: (n) =>
    n === 1
      ? '1 group registers and waits for your answer'
      : `${n.toLocaleString('en')} groups register and wait for your answer`,
}
