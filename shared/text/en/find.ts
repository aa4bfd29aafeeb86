import type { find as french } from '../fr/find.ts'

/** For whoever looks for a group near them. */
export const find: typeof french = {
  title: 'Find a group',
  search: 'Your town or postal code',
  go: 'Search',
  map: (groups) => `Map: ${groups.toLocaleString('en')} ${groups === 1 ? 'group' : 'groups'}`,
  point: (name, groups) => (groups < 2 ? name : `${name} and ${groups - 1} more`),
  all: 'Groups by region',
  groups: (n) => `${n.toLocaleString('en')} ${n === 1 ? 'group' : 'groups'}`,
  noRegion: 'Other groups',
  nearest: (place) => `The groups nearest to ${place}`,
  named: (text) => `Groups for “${text}”`,
  nothing: (text) => `We do not find “${text}”.`,
  nothingNext: 'Try a town nearby, or choose your region.',
  kilometres: (n) => (n < 1 ? 'less than a kilometre away' : `${Math.round(n).toLocaleString('en')} km away`),
  none: 'There is no group to show yet.',
  back: 'All groups',
  more: (n) => `The first ${n.toLocaleString('en')} only: search for your town to see others.`,
  contact: 'Write to this group',
  website: 'Website',
  people: 'Whom to reach',
  unknown: 'This group is not here',
  unknownNext: 'It may have changed, or want to be shown no more.',
  state: {
    starting: 'A group that is starting: people are welcome.',
    asleep: 'A group that is asleep: nothing for now.',
  },
}
