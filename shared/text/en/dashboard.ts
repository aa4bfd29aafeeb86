import type { dashboard as french } from '../fr/dashboard.ts'

const plural = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`
const verb = (n: number, one: string, many: string) => (n === 1 ? one : many)
const percent = (share: number) => new Intl.NumberFormat('en', { style: 'percent' }).format(share)

/** The coordinators' dashboard. */
export const dashboard: typeof french = {
  today: 'Today',
  menu: 'Pages of the dashboard',
  signOut: 'Sign out',
  readOnly: 'These pages show, they change nothing. It is referents who correct their group’s record.',
  figuresOf: 'The figures',
  groups: (n) => plural(n, 'group', 'groups'),
  percent,
  noRegion: 'Region unknown',

  problem: {
    page_unknown: { title: 'There is no such page', next: 'The address may be incomplete.' },
    method_unknown: {
      title: 'The dashboard only shows',
      next: 'Nothing can be changed here. Go back to the first page.',
    },
    link_unknown: {
      title: 'This link does not work',
      next: 'Your mail program may have cut it. You can get a new one at once.',
    },
    link_expired: {
      title: 'This link no longer works',
      next: 'A sign-in link is good for fifteen minutes. You can get a new one at once.',
    },
    home: 'Go to the first page',
  },

  overview: {
    answered: (answered, asked) =>
      answered === 0
        ? `None of the ${plural(asked, 'group', 'groups')} has answered yet`
        : `${answered.toLocaleString('en')} of ${plural(asked, 'group', 'groups')} ${answered === 1 ? 'has' : 'have'} answered`,
    allAnswered: (asked) =>
      asked === 1 ? 'The group has answered' : `All ${asked.toLocaleString('en')} groups have answered`,
    nobodyAsked: 'Nobody was written to this month',
    nobodyAskedLead: 'No active group has a referent to write to.',
    kicker: (day, month, nth) => `${day} · ${month} update, day ${nth}`,
    compared: (difference, month) => {
      if (difference === 0) return `As many as in ${month} at the same point.`
      const groups = plural(Math.abs(difference), 'group', 'groups')
      return `That is ${groups} ${difference > 0 ? 'more' : 'fewer'} than in ${month} at the same point.`
    },
    firstRound: 'This is the first update: there is no month to compare with yet.',
    beforeTitle: (n) => `${plural(n, 'group awaits', 'groups await')} the first update`,
    beforeLead: (when) => `The first mails leave on ${when}.`,
    emptyTitle: 'The network is still empty',
    emptyLead: 'Import your sheets to begin:',

    curveTitle: 'Answers, day by day',
    curveSays: (month, share, others) =>
      others === 0
        ? `In ${month}, ${percent(share)} of the groups have answered so far.`
        : `In ${month}, ${percent(share)} of the groups have answered so far. In grey, the ${others === 1 ? 'month' : `${others} months`} before.`,
    curveCounted:
      'A group has answered once one of its referents has corrected or confirmed something, or announced a pause. Out of the groups that we wrote to when the month’s update opened.',
    day: (n) => `day ${n}`,
    dayHead: 'Day',
    roundHead: 'Month',
    askedHead: 'Asked',
    soFar: 'so far',

    freshTitle: 'Is what we know up to date?',
    freshSays: (share, section, sectionShare) =>
      `${percent(share)} of the sections were checked in the last three months. The oldest: ${section.toLowerCase()}, ${percent(sectionShare)}.`,
    freshCounted:
      'A section is checked when a referent corrected it or said that it is right. Active and starting groups.',
    band: {
      month: '30 days or less',
      quarter: '31 to 90 days',
      half: '91 to 180 days',
      older: 'over 180 days',
      never: 'never',
    },
    sectionHead: 'Section',

    regionsTitle: 'Groups by region',
    regionsSays: (groups, active, regions) =>
      `${plural(groups, 'group', 'groups')} in ${plural(regions, 'region', 'regions')}, ${active.toLocaleString('en')} of them active.`,
    regionHead: 'Region',
    membersHead: 'Active members',
    totalHead: 'Groups',
    state: { active: 'active', starting: 'starting', asleep: 'asleep' },

    mailsTitle: 'This month’s mails',
    mailsNone: 'No mail has left yet.',
    mailState: {
      pending: {
        name: (n) => verb(n, 'is waiting to leave', 'are waiting to leave'),
        next: 'Nothing to do: they leave in small batches, by day.',
      },
      retry: {
        name: () => 'will be tried again',
        next: 'The mail server did not answer. If this lasts more than a few hours, tell whoever runs Relance.',
      },
      sending: { name: (n) => verb(n, 'is leaving now', 'are leaving now'), next: 'Nothing to do.' },
      sent: { name: (n) => verb(n, 'has left', 'have left'), next: 'The mail server took them.' },
      unknown: {
        name: () => 'may have left',
        next: 'The connection was lost at the very end. We do not send them again, so that nobody gets two: the next reminder makes up for it.',
      },
      failed: {
        name: () => 'could not leave',
        next: 'The server refused the address or the message: ask the group for an address that works.',
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
    rung: {
      invitation: 'The month’s mail goes to every group',
      reminder: 'Reminder to groups without an answer',
      last_call: 'Last message to groups without an answer',
      silent_groups: 'List of silent groups, for you',
    },
    rungShort: { invitation: 'mail', reminder: 'reminder', last_call: 'last message', silent_groups: 'end' },
    at: (day, time) => `${day} at ${time}`,

    figuresTitle: 'The network in figures',
    figuresNote: 'Trainings, activities and campaigns are those of the last twelve months.',
  },
}
