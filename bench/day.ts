/** The desk's other pages: each is two trips at most, on D1 too. */
const deskPages = [
  '/find?text=ville+0055',
  '/find?text=personne',
  '/unreached',
  '/phones',
  '/phones?text=personne',
  '/calls',
  '/notes',
  '/registrations',
  '/month',
  '/mails',
  '/bulk',
  '/campaigns',
  '/log',
  '/team',
  '/feeds',
  '/keys',
  '/webhooks',
  '/settings',
  '/settings/changes',
  '/groups/{uid}/mails',
  '/groups/{uid}/call',
  '/groups/{uid}/merge',
  '/groups/{uid}/identity',
  '/groups/{uid}/referents',
  '/groups/{uid}/link',
  '/groups/new',
  '/sheets',
  '/start',
  '/second-factor',
  '',
]

/** The dashboard's pages, with the desk's table of groups, and how often a coordinator who animates the network looks at each in a day; 0 is what is looked at once a month. */
export const pages: Readonly<Record<string, { path: string; aDay: number }>> = {
  today: { path: '', aDay: 3 },
  groups: { path: '/groups', aDay: 2 },
  'groups, page 100': { path: '/groups?page=100', aDay: 0 },
  'groups, a word': { path: '/groups?text=ville+0555', aDay: 3 },
  'groups, a person': { path: '/groups?text=personne', aDay: 1 },
  'groups, silent': { path: '/groups?silent=3&sort=answered&column=contacts', aDay: 2 },
  'groups, no answer': { path: '/groups?answered=no&sort=answered', aDay: 2 },
  'groups, a region, late': { path: '/groups?region=Bretagne&checked=late&sort=checked', aDay: 2 },
  'groups, the oldest records': { path: '/groups?checked=late&sort=checked', aDay: 1 },
  'groups, silent for a year': { path: '/groups?silent=12&sort=answered', aDay: 0 },
  'groups, nobody there': { path: '/groups?reach=nobody', aDay: 1 },
  'groups, shrinking': { path: '/groups?trend=shrinking', aDay: 0 },
  'groups, asleep, no answer': { path: '/groups?state=asleep&answered=no', aDay: 0 },
  'groups, not asked': { path: '/groups?answered=unasked', aDay: 0 },
  'groups, by foundation': { path: '/groups?sort=founded', aDay: 0 },
  'groups, most members': { path: '/groups?sort=members&order=desc', aDay: 1 },
  'a group': { path: '/groups/{uid}', aDay: 10 },
  network: { path: '/network', aDay: 1 },
  'network, a region, 5 years': { path: '/network?region=Bretagne&from=2022-01&until=2026-12', aDay: 0 },
  map: { path: '/map', aDay: 1 },
  'map, a region': { path: '/map?region=Bretagne&by=answers', aDay: 1 },
  changes: { path: '/changes', aDay: 2 },
  'changes, a section of a region': { path: '/changes?section=trainings&region=Corse', aDay: 1 },
  mails: { path: '/mails', aDay: 2 },
  'desk, the table': { path: '/desk/table', aDay: 1 },
  'desk, the table of a region': { path: '/desk/table?region=Bretagne&sort=checked', aDay: 1 },
  'desk, the table of the silent': { path: '/desk/table?silent=3&sort=answered', aDay: 0 },
  'desk, a group': { path: '/desk/groups/{uid}', aDay: 2 },
  ...Object.fromEntries(deskPages.map((path) => [`desk ${path}`, { path: `/desk${path}`, aDay: 0 }])),
  'mails, failed': { path: '/mails?state=failed', aDay: 1 },
}

/** Where a page is on the server. */
export const addressOfPage = (path: string): string => (path.startsWith('/desk') ? path : `/dashboard${path}`)

/** Of the free plan, in a day. */
export const rowsAllowed = 5_000_000
export const coordinators = 10
