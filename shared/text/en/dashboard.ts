import type { dashboard as french } from '../fr/dashboard.ts'

const plural = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`
const verb = (n: number, one: string, many: string) => (n === 1 ? one : many)
const percentFormat = new Intl.NumberFormat('en', { style: 'percent' })
const percent = (share: number) => percentFormat.format(share)

/** The coordinators' dashboard. */
export const dashboard: typeof french = {
  today: 'Today',
  menu: 'Pages of the dashboard',
  signOut: 'Sign out',
  limitedTo: (regions) => `You see the groups of: ${regions}.`,
  readOnly: 'These pages show, they change nothing. It is referents who correct their group’s record.',
  figuresOf: 'The figures',
  percent,
  see: (n) => (n === 1 ? 'See this group' : `See these ${n.toLocaleString('en')} groups`),
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
    group_unknown: { title: 'There is no such group', next: 'Look for it in the list of groups.' },
    home: 'Go to the first page',
  },

  groups: {
    title: 'Groups',
    group: 'Group',
    file: 'groups',
    download: 'Download this list:',
    count: (n) => plural(n, 'group', 'groups'),
    moreThan: (n) => `More than ${n.toLocaleString('en')} groups`,
    meant: 'Did you mean:',
    none: 'No group is like that. Take a filter away, or search for something else.',
    search: 'Search for a group, a town, a person',
    find: 'Search',
    filter: 'Filter and choose columns',
    show: 'Show',
    any: 'any',
    without: 'Take away the filter',
    columns: 'Columns',
    pages: 'More of the list',
    previous: '← Previous',
    next: 'Next →',
    window: (from, to) => `${from.toLocaleString('en')} to ${to.toLocaleString('en')}`,
    never: 'never',
    thisRound: 'this month',
    reachable: (n) => (n === 0 ? '(nobody reachable)' : `(${n.toLocaleString('en')} reachable)`),
    part: {
      text: 'Search',
      state: 'State',
      region: 'Region',
      department: 'Department',
      round: 'In the round of',
      answered: 'Answer in the round',
      checked: 'Record checked ago',
      section: 'Section',
      silent: 'Without an answer for',
      reach: 'Whom to write to',
      trend: 'Members',
      deed: 'In their record',
      theme: 'Training',
      from: 'Since',
      until: 'Until',
      campaign: 'Campaign',
      role: 'Role',
    },
    answered: { asked: 'asked', yes: 'has answered', no: 'has not answered' },
    deed: { training: 'a training', activity: 'an activity', campaign: 'a campaign', list: 'a mailing list' },
    unknownPlace: 'unknown',
    silentFor: (n) => `${plural(n, 'round', 'rounds')} or more`,
    reach: {
      nobody: 'no referent',
      shut: 'no address that works',
      partly: 'only some of them',
      somebody: 'one referent at least',
    },
    trend: { shrinking: 'a quarter fewer in six rounds' },
  },

  network: {
    title: 'The network',
    headline: (groups, members) =>
      `${plural(groups, 'group', 'groups')}, ${plural(members, 'active member', 'active members')}`,
    change: (since, groups, members) => {
      const words = (n: number, one: string, many: string) =>
        n === 0
          ? `as many ${many}`
          : `${Math.abs(n).toLocaleString('en')} ${n > 0 ? 'more' : 'fewer'} ${Math.abs(n) === 1 ? one : many}`
      return `Since ${since}: ${words(groups, 'group', 'groups')}, ${words(members, 'member', 'members')}.`
    },
    noRound: 'There was no round in these months: the curves begin with the first one.',
    period: 'Period',
    from: 'From',
    until: 'to',
    against: 'Compared with',
    presets: 'Periods',
    lastMonths: (n) => plural(n, 'month', 'months'),

    groupsTitle: 'Active and starting groups',
    groupsSays: (first, last) =>
      first === last
        ? `${plural(last, 'group', 'groups')}, as at the beginning of the period.`
        : `${plural(last, 'group', 'groups')}, against ${first.toLocaleString('en')} at the beginning of the period.`,
    groupsCounted: 'Counted on the day each round opens; sleeping groups do not count.',
    membersTitle: 'Active members',
    membersSays: (first, last) =>
      `${plural(last, 'person', 'people')}, against ${first.toLocaleString('en')} at the beginning of the period.`,
    membersCounted: 'The sum of what active and starting groups say of themselves, on the day each round opens.',
    rateTitle: 'Share of groups that answer',
    rateSays: (rate) => `${percent(rate)} of the groups answered, on average over the period.`,
    rateCounted:
      'Groups of which somebody answered during the round, among those that we wrote to. The round that is open does not count yet.',
    timeTitle: 'Time to answer',
    timeSays: (days) => `Half of those who answer do so within ${days}, in the last complete round.`,
    timeCounted:
      'Time from the opening of the round to the group’s first answer, median, to within six hours. In a department: the groups that are there today.',
    now: 'today',
    days: (n) => `${n.toLocaleString('en', { maximumFractionDigits: 1 })} ${n === 1 ? 'day' : 'days'}`,

    agesTitle: 'What is checked, section by section',
    agesSays: 'Share of groups whose section was checked in the last 30, 90 and 180 days, at the end of each round.',
    agesCounted:
      'Active and starting groups, counted at the end of each round, and today. A section is checked when somebody corrected or confirmed it.',
    agesFreshHead: 'in 90 days',
    agesFresh: (all) => `of ${plural(all, 'group', 'groups')}, in the last 90 days`,
    agesSince: (month) => `By department, this figure is kept since ${month}.`,
    agesOnlyNow:
      'By department, this figure is not known for these months: it is kept at the end of each round, since lately.',
    within: (days) => `${days} d`,

    themesTitle: 'Trainings by theme',
    themesSays: (trainings, people) =>
      `${plural(trainings, 'training', 'trainings')}, ${plural(people, 'person trained', 'people trained')}.`,
    themesNone: 'No training is written down in these months.',
    themesCounted: 'The trainings that groups wrote in their records, by their day.',
    themeHead: 'Theme',
    trainingsHead: 'Trainings',
    peopleHead: 'People',
    campaignsTitle: 'Campaigns',
    campaignsSays: (campaigns, people) =>
      `${plural(campaigns, 'campaign', 'campaigns')}, ${plural(people, 'person mobilised', 'people mobilised')}.`,
    campaignsNone: 'No campaign in these months.',
    campaignsCounted: 'Groups that organised, joined or relayed, and how many people they tell of.',
    campaignHead: 'Campaign',
    role: { organises: 'organise', joins: 'join', relays: 'relay' },

    groupsHead: 'Groups',
    answeredHead: 'Answered',
    comparedTitle: 'Two periods compared',
    comparedNone: 'not known',
    comparedCounted:
      'Each line counts as its figure above does. A share is of all complete rounds of the period; trainings, activities and campaigns count by their day, as records say.',
    figureHead: 'Figure',
    differenceHead: 'Difference',
    figure: {
      groups: 'Groups, at the end of the period',
      members: 'Active members, at the end of the period',
      rate: 'Share of groups that answer',
      time: 'Median time to answer, in days',
      fresh: 'Sections checked in 90 days, at the end of the period',
      trainings: 'Trainings',
      trained: 'People trained',
      activities: 'Activities',
      attendees: 'People who came to activities',
      parts: 'Parts taken in campaigns',
      mobilised: 'People mobilised',
    },
  },

  map: {
    title: 'The map',
    modes: 'What the map shows',
    mode: { freshness: 'Age of records', answers: 'Answers' },
    says: {
      freshness: (share) => `${percent(share)} of the records were checked in the last three months.`,
      answers: (share) => `${percent(share)} of the groups answered in the latest round.`,
    },
    crowdedSays: {
      freshness: (share) =>
        share === null
          ? 'The age of records by department is not known yet: it is counted at the end of each round.'
          : `${percent(share)} of the sections had been checked within three months at the end of the last complete round.`,
      answers: (share) =>
        share === null
          ? 'No group has been asked yet.'
          : `${percent(share)} of the groups answered in the latest round.`,
    },
    crowded: {
      freshness: (n) =>
        `More than ${n.toLocaleString('en')} groups: the stronger the colour of a department, the larger the part of its sections that were checked in 90 days. A smaller place shows its groups one by one.`,
      answers: (n) =>
        `More than ${n.toLocaleString('en')} groups: the stronger the colour of a department, the larger the part of its groups that answered, of those asked. A smaller place shows its groups one by one.`,
    },
    fromTo: (from, to) => `${from} to ${to}`,
    empty: 'There is no group here yet.',
    department: (name) => `Department ${name}`,
    keys: 'Key',
    mark: {
      month: '30 days or less',
      quarter: '31 to 90 days',
      half: '91 to 180 days',
      older: 'over 180 days',
      never: 'never checked as a whole',
      answered: 'answered in the latest round',
      waiting: 'no answer yet',
      silent: 'no answer for three rounds or more',
      unasked: 'asleep: we do not write to it',
    },
    share: { freshness: 'Up to date', answers: 'Answered' },
    counted: {
      freshness:
        'Age of the section that was checked longest ago, of the five that everybody fills in. Up to date: 90 days or less. Sleeping groups are there too.',
      answers:
        'A group has answered once one of its referents has. The share does not count groups that we do not write to.',
    },
    regions: 'By region',
    departments: 'By department',
    all: 'Back to the whole country',
    list: 'The same, group by group',
    unknown: 'unknown',
    unplaced: (n) => `${plural(n, 'group is', 'groups are')} not on the map: we do not know the town.`,
    credit: 'Outlines of the departments: @svg-maps, Victor Cazanave, CC BY 4.0.',
  },

  risks: {
    title: 'Whom to call today',
    none: 'Nobody: no group seems to be falling asleep.',
    counted: (rounds) =>
      `Active and starting groups with nobody to write to or an address that bounces, without an answer for ${rounds.toLocaleString('en')} rounds, or that lost a quarter of their members in six rounds. The most urgent first.`,
    call: 'Call',
    orphans: (n) => `${plural(n, 'group has', 'groups have')} no referent: nobody to write to`,
    shutAll: 'All whose addresses do not work',
    all: (rounds) => `All groups without an answer for ${rounds.toLocaleString('en')} rounds or more`,
    shut: 'no address works',
    orphan: 'no referent any more',
    bounced: (names) => `our mails to ${names.join(', ')} come back: ask for another address`,
    former: (day) => `(referent until ${day})`,
    write: 'Write to',
    nobodyKnown: 'Nobody whom we know: ask the groups nearby.',
    unsubscribed: (people, isAll) =>
      `nobody is written to any more: ${people.map(({ name, on }) => `${name} unsubscribed on ${on}`).join(', ')}${isAll ? '' : ', and no other address works'}`,
    silent: (n) => `no answer for ${n.toLocaleString('en')} rounds`,
    shrinking: (from, to) => `from ${from.toLocaleString('en')} to ${to.toLocaleString('en')} members in six rounds`,
  },

  since: {
    title: (day) => `Since ${day}`,
    nothing: 'Nobody corrected a record.',
    changes: (n, groups) => `${plural(n, 'correction', 'corrections')} in ${plural(groups, 'group', 'groups')}`,
    event: {
      created: (n) => verb(n, 'New group', 'New groups'),
      launched: (n) => verb(n, 'Group launched', 'Groups launched'),
      woken: (n) => verb(n, 'Group woken up', 'Groups woken up'),
      paused: (n) => verb(n, 'Group paused', 'Groups paused'),
      referent: (n) => verb(n, 'New referent', 'New referents'),
      left: (n) => verb(n, 'No longer referent', 'No longer referents'),
      not_mine: () => '“This is not my group”',
      unsubscribed: (n) => verb(n, 'Wants no more mails from us', 'Want no more mails from us'),
    },
    more: (n) => `and ${plural(n, 'other', 'others')}`,
    words: 'A word to the team',
  },

  mails: {
    title: 'Mails',
    count: (n) => (n === 0 ? 'No mail this month' : `${plural(n, 'mail', 'mails')} this month`),
    inState: (n, state) => `${plural(n, 'mail', 'mails')} ${state}`,
    byState: 'Mails by state',
    all: 'All mails',
    coordinator: 'Team',
    answer: (words, attempts) => `The server answered: “${words}”${attempts > 1 ? `, on attempt ${attempts}` : ''}`,
    apart: {
      new_link: 'This person may be waiting for the link: call them, and check their address.',
      sign_in: 'Ask for another sign-in link.',
      receipt: 'Nothing is lost: what was corrected is in the group’s history.',
      news: 'Nothing is lost: what was corrected is in the group’s history.',
      welcome:
        'This person does not know yet that they were named: tell them otherwise, or ask the group for their address.',
      farewell: 'This person does not know that they were taken off: tell them if it matters.',
      wrong_address: 'The group does not know that one of its addresses no longer works: call it.',
    },
  },

  changes: {
    title: 'What changed',
    none: 'Nothing changed, or nothing that matches.',
    older: 'Older →',
    from: 'From',
    until: 'Until',
    feed: 'Follow in a feed reader (Atom)',
    feedNote: 'The address is yours: give it to nobody. The feed names nobody.',
    imports: 'Show imports of sheets too',
  },

  group: {
    notAsked: (state) => `This group is ${state}: it does not get the month’s mails.`,
    nobody: 'Nobody to write to: the group has no referent.',
    noRound: 'The group has not been written to yet.',
    answered: 'The group has answered this month.',
    newcomer: 'The group came after the last monthly mail.',
    silentSince: (n, month) =>
      n < 2
        ? `No answer this month yet. The last one is of ${month}.`
        : `No answer for ${n.toLocaleString('en')} rounds. The last one is of ${month}.`,
    silentEver: (n) => (n < 2 ? 'No answer yet.' : `Has never answered, in ${n.toLocaleString('en')} rounds.`),
    checked: 'Checked:',
    by: (name) => `by ${name}`,
    nothing: 'Nothing written.',
    more: (n) => (n < 2 ? 'See the last line' : `See the ${n.toLocaleString('en')} others`),
    contacts: 'Whom to call',
    shut: (why, since, words) => `${why}, since ${since}${words ? ` (“${words}”)` : ''}`,
    nobodyToCall: 'No referent is known.',
    public: (what) => (what.length === 0 ? 'Nothing is public.' : `Public, as they agreed: ${what.join(', ')}.`),
    publicField: { name: 'name', email: 'address', phone: 'phone' },
    answers: 'Its answers',
    answeredRounds: (n, of) =>
      `${n.toLocaleString('en')} of ${plural(of, 'round', 'rounds')}, the latest on the right.`,
    answersCounted: 'The rounds since the group is there. A pause is an answer; “this is not my group” is none.',
    roundByRound: 'Round by round',
    said: 'Answer',
    kind: {
      updated: 'corrected the record',
      confirmed: 'confirmed',
      paused: 'announced a pause',
      not_my_group: 'said “this is not my group”',
    },
    mails: 'The latest mails',
    noMail: 'They were sent no mail.',
    to: (name) => `to ${name}`,
    mailState: {
      pending: 'waiting to leave',
      sending: 'leaving now',
      sent: 'left',
      unknown: 'may have left',
      failed: 'could not leave',
      cancelled: 'not needed any more',
      suppressed: 'held back on purpose',
    },
    history: 'What changed, and by whom',
  },
  mailKind: {
    invitation: 'Monthly mail',
    reminder: 'Reminder',
    last_call: 'Last message',
    silent_groups: 'List of silent groups',
    new_link: 'New link',
    sign_in: 'Sign-in link',
    receipt: 'Receipt of a correction',
    news: 'Somebody of the group corrected',
    welcome: 'New referent: is that you?',
    farewell: 'Taken off the list',
    wrong_address: 'Another referent’s address to correct',
  },
  reason: {
    answered: 'not needed: the group had answered before',
    overtaken: 'not needed: the next message took its place',
    nothing_owed: 'not needed: the person has no group left to check',
    trial: 'in the trial: the team got it instead of the person',
    hard_bounce: 'the address no longer exists: ask for another one',
    complaint: 'the person marked our mails as junk: call them',
    unsubscribed: 'the person wants no more mails from us',
    unreachable: 'the mail server does not answer, we are trying again',
    not_secure: 'the mail server offers no encryption: tell whoever runs Relance',
    everybody_refused: 'the mail server refuses everybody, hence us: tell whoever runs Relance',
    lost: 'the connection was lost, we are trying again',
    busy: 'the mail server is busy, we are trying again',
    login_refused: 'the mail server refuses our password: tell whoever runs Relance',
    sender_refused: 'the mail server refuses our sender’s address: tell whoever runs Relance',
    stopped: 'sending stopped before it left, we are trying again',
    lost_after_sending: 'may have left: the connection was lost at the end',
    stopped_while_sending: 'may have left: sending stopped on the way',
    address_refused: 'the server refuses this address: ask for another one',
    came_back: 'the mail came back: ask for another address',
    message_refused: 'the server refuses this message: tell whoever runs Relance',
    gave_up: 'could not leave in time',
    fault: 'could not leave, by our fault: tell whoever runs Relance',
  },

  mailAlert: {
    braked: (since, why) =>
      `The brake is on since ${since}${why ? ` (${why})` : ''}: no mail leaves. Whoever runs Relance can release it.`,
    trial: (since, address) =>
      `In a trial since ${since}: all mails go to ${address}, and nobody in the network gets any.`,
    held: (until) => `The mail server lets nobody through. We try again on ${until}.`,
    hourFull: (most) => `No more mails this hour: ${most.toLocaleString('en')} at most. The others wait.`,
    dayFull: (most) =>
      `No more mails today: ${most.toLocaleString('en')} at most in twenty-four hours. The others wait.`,
  },

  overview: {
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
    answeredHead: 'Answered',
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
    state: { active: 'active', starting: 'starting', asleep: 'asleep' },

    mailsTitle: 'This month’s mails',
    mailsCounted:
      'The mails of the latest round, once each, and those of this month beside it that wait or did not arrive.',
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
  },
}
