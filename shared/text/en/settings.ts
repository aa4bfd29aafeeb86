import type { Text } from '../fr.ts'
import { logo } from './logo.ts'
import { ownNouns } from './own-nouns.ts'
import { questionForm } from './question-form.ts'
import { sentences } from './sentences.ts'

const off = 'No'
const everybody = 'Yes, open to everybody'

/** The movement's settings, for who administers it. */
export const settings: Text['settings'] = {
  title: 'Settings',
  lead: 'What the movement asks its groups, when it writes to them, and what others may read. A change applies from the next page on, and can be undone.',
  back: 'All settings',
  fixed: 'Only the person who runs the server can change it.',
  fixedTitle: 'Fixed in movement.config.ts',
  allFixedShort: 'Everything here is fixed in movement.config.ts.',
  unsaid: 'nothing',
  missing: 'Missing',
  saved: 'Saved.',
  overtaken: {
    title: 'Somebody has just changed these settings',
    body: 'What you wrote is still here. Compare it with the current settings, then save again.',
  },
  now: (label, value) => `${label}: ${value} (current setting)`,
  unchanged: 'Nothing changed: these are the settings already.',
  fault: ({ what, detail = '' }) => what.replace('{}', () => detail),
  pages: {
    movement: { title: 'The movement', lead: 'Its name, its site, its languages, and where it is.' },
    nouns: {
      title: 'Your words',
      lead: 'Your names for a group, a referent, a region. Pages, mails and spreadsheets use them.',
    },
    face: { title: 'Colour and logo', lead: 'How your pages and mails look.' },
    sender: {
      title: 'Who writes',
      lead: 'Who mails come from, who reads the answers, and how many mails are sent at most.',
    },
    calendar: {
      title: 'When we write',
      lead: 'The day of the monthly mail, its reminders, and the days on which nothing is sent.',
    },
    feeds: {
      title: 'What others may read',
      lead: 'The map, the calendar and the page where one finds a group. Nothing is open until you say so.',
    },
    sheets: { title: 'Your spreadsheets', lead: 'Your column headings, where they differ from ours.' },
  },
  nouns: ownNouns,
  datesTitle: 'The next six dates',
  datesLead: 'With the settings of this page.',
  noDates: 'No date to come.',
  tryDates: 'Show the dates, without saving',
  tried: 'These would be the dates. Nothing is saved yet.',
  firstLanguage: { label: 'First language', hint: 'For people whose language we do not know.' },
  fields: {
    name: { label: 'Name of the movement' },
    website: { label: 'Public site', hint: 'The whole address: https://example.org' },
    languages: { label: 'Languages' },
    timeZone: { label: 'Time zone', hint: 'Such as Europe/London. Days and hours are counted there.' },
    country: {
      label: 'Country of most groups',
      hint: 'In two letters, such as GB. We read phone numbers and postcodes as in this country.',
    },
    otherCountries: {
      label: 'Other countries with groups',
      hint: 'One a line, in two letters. Each group then says in which country it is.',
    },
    'sender.name': { label: 'Name that shows in the inbox' },
    'sender.names': {
      label: 'This name in other languages',
      hint: 'One a line, if you have several. For example: nl = Levende Hagen',
    },
    'sender.address': {
      label: 'Address that mails come from',
      hint: 'Your mail server must be allowed to send from this address.',
    },
    'sender.replyTo': { label: 'Address that gets the answers' },
    'sender.signature': {
      label: 'Who signs mails',
      hint: 'The first name of somebody on the team. If empty: the coordinator whose address gets the answers.',
    },
    'caps.hour': {
      label: 'Mails an hour, at most',
      hint: 'Beyond, they wait. Your provider’s own limit is a good choice.',
    },
    'caps.day': { label: 'Mails a day, at most' },
    secondFactor: {
      label: 'Who must have two-step sign-in?',
      hint: 'A code from the phone, besides the link in a mail. A person who has switched it on is always asked for it.',
    },
    writesTo: { label: 'Which groups do we write to at each update?' },
    'calendar.opens': { label: 'Day of the monthly mail' },
    'calendar.at': { label: 'Time', hint: 'Such as 09:00' },
    'calendar.sequence': { label: 'Reminders' },
    'calendar.every': { label: 'How often?', hint: 'Counted from January.' },
    'calendar.skippedMonths': { label: 'Months without a mail' },
    'calendar.postponed': {
      label: 'Monthly updates on another day than planned',
      hint: 'One a line, such as 2026-12 = 2026-12-08',
    },
    'calendar.holidays': {
      label: 'Days on which nothing is sent',
      hint: 'One a line, such as 2026-12-25. What was due is sent on the next day.',
    },
    'calendar.publicHolidays': { label: 'Public holidays on which nothing is sent' },
    'calendar.quiet.from': { label: 'In the evening, nothing is sent from', hint: 'Such as 20:00' },
    'calendar.quiet.until': { label: 'In the morning, nothing is sent before', hint: 'Such as 08:00' },
    'calendar.linkGraceDays': { label: 'Days that a link still works', hint: 'After the next monthly mail.' },
    'feeds.inMail': {
      label: 'Mention nearby groups in the monthly mail?',
      hint: 'The two nearest groups of the public map, and the next two activities around.',
    },
    'feeds.map': { label: 'Publish the groups for a map?' },
    'feeds.calendar': { label: 'Publish activities for calendars?' },
    'feeds.join': {
      label: 'Open the page “Register a group”?',
      hint: 'At /join. The team accepts each group, or answers why not.',
    },
    'feeds.find': { label: 'Open the page “Find a group”?', hint: 'At /find. Visitors also write to a group there.' },
    'feeds.sites': {
      label: 'Sites that may show that page in a frame',
      hint: 'One a line, such as https://example.org',
    },
    'feeds.colour': { label: 'Colour of the page where a group is found (/find)', hint: 'Such as #00695c' },
    'face.colour': {
      label: 'Colour of links and buttons',
      hint: 'Such as #00695c. In dark mode a lighter shade is used.',
    },
    headings: {
      label: 'Your column headings',
      hint: 'One a line: yours, the sign =, then ours. Such as: Chapter = Group name',
    },
  },
  options: {
    feed: { off, public: everybody, key: 'Yes, to programs that have a key' },
    find: { off, public: everybody },
    inMail: { off, nearby: 'Yes' },
    every: {
      1: 'Every month',
      2: 'Every two months',
      3: 'Every three months',
      4: 'Every four months',
      6: 'Every six months',
      12: 'Once a year',
    },
    publicHolidays: {
      '': 'None',
      'GB-ENG': 'England',
      'GB-NIR': 'Northern Ireland',
      'GB-SCT': 'Scotland',
      'GB-WLS': 'Wales',
    },
    secondFactor: { off: 'Nobody has to', acts: 'Those who may act', all: 'The whole team' },
    writesTo: { active: 'Active', starting: 'Starting', asleep: 'Paused' },
  },
  opens: {
    weekday: (nth, weekday) => `The ${['first', 'second', 'third', 'fourth'][nth - 1]} ${weekday} of the month`,
    date: (date) => `Day ${date} of the month`,
  },
  sequence: {
    reminders: {
      label: 'Reminders, days after the mail',
      hint: 'One a line, to groups that have not answered. “7”: seven days after the mail. “7 Thursday”: the first Thursday from there on.',
    },
    end: {
      label: 'End, days after the mail',
      hint: 'In the same way. The team gets the list of groups without an answer.',
    },
  },
  asked: {
    title: 'What we ask',
    lead: 'The sections of a group’s record, in the order of the form, and your own questions.',
    ours: (n) => (n === 1 ? '1 question of Relance' : `${n} questions of Relance`),
    addQuestion: 'Add a question',
    addSection: 'Add a section',
    change: 'Change',
    up: 'Move up',
    down: 'Move down',
    leaveOut: 'Stop asking',
    askAgain: 'Ask again',
    notAsked: 'Sections that are not asked',
    notAskedLead: 'What groups wrote there is kept, and comes back with them.',
    noName: 'Which question names a row, and which date sorts the rows? Choose under “Change”.',
    noList: 'No list yet: this section does not show.',
    nextRound: 'from the next monthly update on',
    no: 'not asked any more',
    saved: 'Saved.',
    fixed: 'Fixed in movement.config.ts: only the person who runs the server can change it.',
  },
  question: questionForm,
  section: {
    newTitle: 'A new section',
    title: 'A section of the record',
    lead: 'A list that each group keeps: meetings, materials, members of the board… Its questions come next.',
    titleField: { label: 'Title', hint: 'Such as: Meetings' },
    row: { label: 'One row is called', hint: 'Such as: meeting' },
    leadField: { label: 'Instruction above the form', hint: 'Optional.' },
    add: { label: 'Button for one more row', hint: 'Such as: Add a meeting' },
    name: { label: 'Question that names a row' },
    day: { label: 'Date that sorts the rows', hint: 'Figures then count one year.' },
    none: 'none',
    rows: (n) =>
      n === 0
        ? 'No group has written there yet.'
        : n === 1
          ? '1 row is kept.'
          : `${n.toLocaleString('en')} rows are kept.`,
    needed: 'Write the title',
    saved: 'The section is there. It shows once it has a question.',
  },
  sentences,
  logo,
  lists: {
    title: 'Mailing lists',
    lead: 'Each referent chooses which lists to be on. To stop offering a list, empty its texts.',
    fresh: 'A new list',
    label: 'Name of the list',
    about: 'What one reads there, and how many messages',
    key: 'What your list program calls it',
    keyHint: 'Optional. Small letters, digits and _; it never changes afterwards.',
    more: 'Add another list',
    people: (key, n) =>
      `${key}: ${n === 0 ? 'nobody yet' : n === 1 ? '1 person is on it' : `${n.toLocaleString('en')} people are on it`}`,
  },
  changes: {
    title: 'What changed in the settings',
    lead: 'In the last year, the latest first.',
    none: 'Nothing has changed yet.',
    machine: 'the person who runs the server',
    undo: 'Undo this change',
    undone: 'Undone.',
    overtaken: 'Somebody has changed the same setting since: change it on its page.',
    unknown: 'This change is too old to be undone.',
    refused: 'The former value is no longer valid: change it on its page.',
    before: 'before',
    after: 'after',
    nothing: 'nothing set',
  },
}
