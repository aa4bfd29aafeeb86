import type { network as networkInFrench } from '../../fr/dashboard/network.ts'
import { percent, plural } from '../count.ts'

export const network: typeof networkInFrench = {
  title: 'The network',
  titleAt: (month) => `The network at the ${month} update`,
  headline: (groups, members) =>
    `${plural(groups, 'group', 'groups')}, ${plural(members, 'active member', 'active members')}`,
  change: (since, groups, members) => {
    const words = (n: number, one: string, many: string) =>
      n === 0
        ? `as many ${many}`
        : `${Math.abs(n).toLocaleString('en')} ${n > 0 ? 'more' : 'fewer'} ${Math.abs(n) === 1 ? one : many}`
    return `Since ${since}: ${words(groups, 'group', 'groups')}, ${words(members, 'active member', 'active members')}.`
  },
  oneRound: 'Only one monthly update in these months: a curve takes two.',
  noRound: 'There was no monthly update in these months: the curves begin with the first one.',
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
  groupsCounted:
    'Counted when each monthly update opens, with those that come before a reminder; paused groups do not count.',
  membersTitle: 'Active members',
  membersSays: (first, last) =>
    first === last
      ? `${plural(last, 'person', 'people')}, as at the beginning of the period.`
      : `${plural(last, 'person', 'people')}, against ${first.toLocaleString('en')} at the beginning of the period.`,
  membersCounted:
    'The sum of what active and starting groups say of themselves, when each monthly update opens. What is corrected later counts for the next.',
  rateTitle: 'Share of groups that answer',
  rateSays: (rate) => `${percent(rate)} of the groups answered, on average over the period.`,
  rateCounted:
    'Groups of which somebody answered during the monthly update, among those that we wrote to. The one that is open does not count yet.',
  timeTitle: 'Time to answer',
  timeSays: (days) => `Half of those who answer do so within ${days}, in the last complete monthly update.`,
  timeCounted:
    'Time from the opening of the monthly update to the group’s first answer, median, to within six hours. In a department: the groups that are there today.',
  now: 'today',
  days: (n) => `${n.toLocaleString('en', { maximumFractionDigits: 1 })} ${n === 1 ? 'day' : 'days'}`,

  agesTitle: 'What is checked, section by section',
  agesSays:
    'Share of groups whose section was checked in the last 30, 90 and 180 days, at the end of each monthly update.',
  agesCounted:
    'Active and starting groups, at the end of each monthly update; the number above each curve is today’s. A section is checked when somebody corrected or confirmed it.',
  agesFresh: (all) => `of ${plural(all, 'group', 'groups')}, in the last 90 days`,
  agesSince: (month) => `By department, this figure is kept since ${month}.`,
  agesOnlyNow:
    'By department, this figure is not known for these months: it is kept at the end of each monthly update, since lately.',
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
  byRegionTitle: 'The period, region by region',
  comparedTitle: 'Two periods compared',
  noUpdate: 'no monthly update',
  comparedNone: 'not known',
  comparedCounted:
    'Each line counts as its figure above does. A share is of all complete monthly updates of the period; what groups do counts by its day, as records say.',
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
}
