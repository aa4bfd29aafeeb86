import type { feedAlert as french } from '../../fr/dashboard/feeds.ts'

const feedNames: Readonly<Record<string, string>> = {
  map: 'The map',
  lists: 'Mailing lists',
  find: 'The page to find a group',
  calendar: 'The calendar',
  facts: 'The facts of each night (docs/facts.md)',
}

/** What feeds hold back, and what they lack. */
export const feedAlert: typeof french = {
  faultTitle: 'A feed for other systems is no longer prepared',
  fault: (name, since) =>
    feedNames[name] === undefined
      ? `The list “${name}” has not been brought up to date in its program since ${since}. Relance tries again by itself.`
      : `${feedNames[name]}: failing since ${since}. The server’s log says why.`,
  webhookTitle: 'Another program does not hear what happens',
  webhook: (name, since, isGone) =>
    isGone
      ? `${name} has asked to be told nothing more, since ${since}.`
      : `${name} has taken nothing since ${since}. What it missed is sent again for a day.`,
  webhookSee: 'See what it missed',
  title: 'The public map is no longer updated',
  why: 'More than a fifth of the groups left it at once. Sites that copy it would lose them too: so they keep what they had.',
  listTitle: 'A mailing list is no longer updated',
  listWhy:
    'More than a fifth of its members left it at once. Its program would take them all off: so it keeps those that it has.',
  slice: ({ fact, before, now }) => {
    const [name = '', value] = fact.split('=')
    const part =
      name === 'all'
        ? 'all groups'
        : name === 'placed'
          ? 'groups with a place on the map'
          : name.startsWith('own.')
            ? `${name.slice(4)} = ${value ?? ''}`
            : (value ?? name)
    return `${part}: ${before.toLocaleString('en')} before, ${now.toLocaleString('en')} now`
  },
  toDo: 'If that is right, accept it. Otherwise correct the groups: the feeds follow.',
  faultSee: 'See what is read, and what fails',
  see: 'Look at it, and accept it or not',
  unplaced: 'Want to be on the map, and we do not know where they are',
  unplacedLead: 'Correct the town or postal code of their record: the point finds its place by itself.',
}
