import type {
  overview as overviewInFrench,
  risks as risksInFrench,
  since as sinceInFrench,
  waiting as waitingInFrench,
} from '../../fr/dashboard/today.ts'
import { inSentence } from '../../in-sentence.ts'
import { percent, plural, verb } from '../count.ts'

export const overview: typeof overviewInFrench = {
  answered: (answered, asked) =>
    answered === 0
      ? asked === 1
        ? 'The group has not answered yet'
        : `None of the ${asked.toLocaleString('en')} groups has answered yet`
      : `${answered.toLocaleString('en')} of ${plural(asked, 'group', 'groups')} ${answered === 1 ? 'has' : 'have'} answered`,
  seeSilent: (n) =>
    n === 1 ? 'See the one that has not answered' : `See the ${n.toLocaleString('en')} that have not answered`,
  allAnswered: (asked) =>
    asked === 1 ? 'The group has answered' : `All ${asked.toLocaleString('en')} groups have answered`,
  nobodyAsked: 'Nobody was written to this month',
  nobodyAskedLead:
    'No active group had a referent to write to at its opening. Groups that have one since get the next mail.',
  kicker: (day, month, nth) => `${day} · ${month} update, day ${nth}`,
  compared: (difference, month) => {
    if (difference === 0) return `As many as in ${month} at the same point.`
    const groups = plural(Math.abs(difference), 'group', 'groups')
    return `That is ${groups} ${difference > 0 ? 'more' : 'fewer'} than in ${month} at the same point.`
  },
  firstRound: 'This is the first update: there is nothing to compare with yet.',
  beforeTitle: (n) => `${plural(n, 'group awaits', 'groups await')} the first update`,
  beforeLead: (when) => `The first mails are sent on ${when}.`,
  emptyTitle: 'The network is still empty',
  emptyLead: 'Begin by saying who you are, and by adding a group.',
  emptyOthers: 'Somebody on the team can add the groups.',

  curveTitle: 'Answers, day by day',
  curveSays: (month, share, others) =>
    others === 0
      ? `In ${month}, ${percent(share)} of the groups have answered so far.`
      : `In ${month}, ${percent(share)} of the groups have answered so far. In grey, the ${others === 1 ? 'one' : others} before.`,
  curveCounted:
    'A group has answered once one of its referents has corrected or confirmed something, or announced a pause. Out of the groups that we wrote to, when the update opened or by a reminder.',
  within: (days) => (days === 0 ? 'when sent' : `in ${plural(days, 'day', 'days')}`),
  roundHead: 'Month',
  askedHead: 'Asked',
  answeredHead: 'Answered',
  soFar: 'so far',

  freshTitle: 'Is what we know up to date?',
  freshSays: (share, section, sectionShare) =>
    `${percent(share)} of the sections were checked in the last three months. The oldest: ${inSentence(section, 'en')}, ${percent(sectionShare)}.`,
  freshCounted:
    'A section is checked when a referent corrected it or said that it is right. Active and starting groups.',
  band: {
    month: '30 days or less',
    quarter: '31 to 90 days',
    half: '91 to 180 days',
    older: 'over 180 days',
    never: 'never',
    recent: '90 days or less',
    half_year: '180 days or less',
    late: 'over 90 days, or never',
  },
  sectionHead: 'Section',

  regionsTitle: 'Groups by region',
  regionsSays: (groups, active, regions) =>
    `${plural(groups, 'group', 'groups')}${regions === 0 ? '' : ` in ${plural(regions, 'region', 'regions')}`}, ${active.toLocaleString('en')} of them active.`,
  regionsCounted: 'All groups, by state, and what they say of their active members, as their records are today.',
  regionHead: 'Region',
  membersHead: 'Active members',
  totalHead: 'Groups',
  state: { active: 'active', starting: 'starting', asleep: 'paused', closed: 'closed' },

  mailsTitle: 'This month’s mails',
  mailsCounted:
    'The mails of the latest monthly update, once each, and the others since then that wait or did not arrive.',
  mailsNone: 'No mail has been sent yet.',
  mailState: {
    pending: {
      name: (n) => verb(n, 'is waiting to be sent', 'are waiting to be sent'),
      next: 'Nothing to do: they are sent in small batches, by day.',
    },
    retry: {
      name: () => 'will be tried again',
      next: 'The mail server has not taken them yet. If this lasts more than a few hours, tell whoever runs Relance.',
    },
    sending: { name: (n) => verb(n, 'is being sent', 'are being sent'), next: 'Nothing to do.' },
    sent: { name: (n) => verb(n, 'was sent', 'were sent'), next: 'The mail server took them.' },
    unknown: {
      name: () => 'may have been sent',
      next: 'The connection was lost at the very end. We do not send them again, so that nobody gets two: the next reminder makes up for it.',
    },
    failed: {
      name: () => 'could not be sent or came back',
      next: 'Each mail says why, and what to do. Ask for another address only if this one does not exist.',
    },
    cancelled: {
      name: (n) => verb(n, 'was not needed any more', 'were not needed any more'),
      next: 'The group had answered before. Nothing to do.',
    },
    suppressed: {
      name: (n) => verb(n, 'was held back on purpose', 'were held back on purpose'),
      next: 'The address no longer works, or the person wants no more mails. Call the group.',
    },
  },

  datesTitle: 'The next dates',
  step: {
    invitation: 'The monthly mail goes to every group',
    reminder: 'Reminder to groups without an answer',
    last_call: 'Last message to groups without an answer',
    silent_groups: 'List of silent groups, for you',
  },
  stepShort: { invitation: 'mail', reminder: 'reminder', last_call: 'last mail', silent_groups: 'end' },
  at: (day, time) => `${day} at ${time}`,

  figuresTitle: 'The network in figures',
}

export const risks: typeof risksInFrench = {
  title: 'Whom to call today',
  none: 'Nobody: no group seems to be going quiet.',
  counted: (rounds) =>
    `Active and starting groups with nobody to write to or an address that bounces, without an answer for ${rounds.toLocaleString('en')} monthly updates, or that lost a quarter of their active members in six monthly updates. The most urgent first.`,
  call: 'Call',
  orphans: (n) => `${plural(n, 'group has', 'groups have')} no referent: nobody to write to`,
  suppressAll: 'All whose addresses do not work',
  all: (rounds) => `All groups without an answer for ${rounds.toLocaleString('en')} monthly updates or more`,
  suppressed: 'no address works',
  phone_only: 'nobody there has an email address: to be called in this monthly update',
  orphan: 'no referent',
  bounced: (people) => `our mails to ${people.join(', ')} come back: ask for another address`,
  since: (name, on) => `${name} (since ${on})`,
  former: (day) => `(referent until ${day})`,
  write: 'Write to',
  noNumber: (names) => `No number known: ${names.join(', ')}`,
  nobodyKnown: 'Nobody that we know of: ask the groups nearby.',
  unsubscribed: (people, isAll) =>
    `nobody is written to any more: ${people.join(', ')}${isAll ? '' : ', and no other address works'}`,
  wantsNone: {
    unsubscribed: (name, on) => `${name} unsubscribed on ${on}`,
    complaint: (name, on) => `${name} reported our mail as spam on ${on}`,
  },
  silent: (n) => `no answer for ${n.toLocaleString('en')} monthly updates`,
  shrinking: (from, to) =>
    `from ${from.toLocaleString('en')} to ${to.toLocaleString('en')} active members in six monthly updates`,
}

export const waiting: typeof waitingInFrench = {
  title: 'People wait for the team',
  people: (n, by, since) =>
    `${plural(n, 'person', 'people')}${by.length > 0 ? `, named by ${by.join(', ')}` : ''}, since ${since}`,
  lead: 'Their group named many people in a short time, or the same ones several times: we write nothing to them before you agree. Are they of the group? On the group’s page, “Act for this group” lets them through or takes them off.',
}

export const since: typeof sinceInFrench = {
  title: (day) => `Since ${day}`,
  nothing: 'Nobody corrected a record.',
  changes: (n, groups) => `${plural(n, 'correction', 'corrections')} in ${plural(groups, 'group', 'groups')}`,
  event: {
    created: (n) => verb(n, 'New group', 'New groups'),
    launched: (n) => verb(n, 'Group launched', 'Groups launched'),
    closed: (n) => verb(n, 'Group closed', 'Groups closed'),
    reopened: (n) => verb(n, 'Group open again', 'Groups open again'),
    woken: (n) => verb(n, 'Group woken up', 'Groups woken up'),
    paused: (n) => verb(n, 'Group paused', 'Groups paused'),
    referent: (n) => verb(n, 'New referent', 'New referents'),
    left: (n) => verb(n, 'No longer a referent', 'No longer referents'),
    not_mine: () => '“This is not my group”',
    unsubscribed: (n) => verb(n, 'Wants no more mails from us', 'Want no more mails from us'),
  },
  more: (n) => `and ${plural(n, 'other', 'others')}`,
  words: 'A note to the team',
}
