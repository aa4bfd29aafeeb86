import type { map as mapInFrench } from '../../fr/dashboard/map.ts'
import { percent, plural } from '../count.ts'

export const map: typeof mapInFrench = {
  title: 'The map',
  countries: 'Countries',
  modes: 'What the map shows',
  mode: { freshness: 'Age of records', answers: 'Answers' },
  says: {
    freshness: (share) => `${percent(share)} of the records were checked in the last three months.`,
    answers: (share) => `${percent(share)} of the groups answered in the latest monthly update.`,
  },
  crowdedSays: {
    freshness: (share) =>
      share === null
        ? 'The age of records by department is not known yet: it is counted at the end of each monthly update.'
        : `${percent(share)} of the sections had been checked within three months at the end of the last complete monthly update.`,
    answers: (share) =>
      share === null
        ? 'No group has been asked yet.'
        : `${percent(share)} of the groups answered in the latest monthly update.`,
  },
  crowded: {
    freshness: (n) =>
      `More than ${n.toLocaleString('en')} groups: the stronger the colour of a department, the larger the part of its sections that were checked in 90 days. A smaller place shows its groups one by one.`,
    answers: (n) =>
      `More than ${n.toLocaleString('en')} groups: the stronger the colour of a department, the larger the part of its groups that answered, of those asked. A smaller place shows its groups one by one.`,
  },
  own: {
    questions: 'By your questions',
    share: 'Answered',
    says: (share, question) => `${percent(share)} of the groups answered “${question}”.`,
    crowdedSays: (question) => `There are too many groups here to show their answers to “${question}” one by one.`,
    crowded: (n) => `More than ${n.toLocaleString('en')} groups: choose a smaller place to see their answers.`,
    counted: 'As the groups’ records are now.',
    more: 'another answer',
    unsaid: 'not said',
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
    answered: 'answered in the latest monthly update',
    waiting: 'no answer yet',
    silent: 'no answer for three monthly updates or more',
    unasked: 'not asked: paused, without a referent, or newly come',
  },
  share: { freshness: 'Up to date', answers: 'Answered' },
  counted: {
    freshness:
      'Age of the least recently checked section, mailing lists left out. Up to date: 90 days or less. Paused groups are there too.',
    answers:
      'A group has answered once one of its referents has. The share counts only groups that were asked in the latest monthly update.',
  },
  regions: 'By region',
  departments: 'By department',
  all: 'Back to the whole country',
  latitude: 'Latitude',
  longitude: 'Longitude',
  sheet: 'These groups as a table',
  list: 'The same, group by group',
  tooMany: (n) =>
    `${plural(n, 'group', 'groups')} are too many for one page. Choose a region, or take the whole table.`,
  unknown: 'unknown',
  unplaced: (n) => `${plural(n, 'group is', 'groups are')} not on the map: we do not know the town.`,
  credits: {
    svg_maps: 'Outlines of the departments: @svg-maps, Victor Cazanave, CC BY 4.0.',
    natural_earth: 'Outlines: Natural Earth, public domain.',
  },
}
