import type { dashboard as french } from '../fr/dashboard.ts'
import { percent } from './count.ts'
import { changes } from './dashboard/changes.ts'
import { feedAlert } from './dashboard/feeds.ts'
import { group } from './dashboard/group.ts'
import { groups } from './dashboard/groups.ts'
import { machineAlert } from './dashboard/machine.ts'
import { mailAlert, mails, reason } from './dashboard/mails.ts'
import { map } from './dashboard/map.ts'
import { network } from './dashboard/network.ts'
import { overview, risks, since, waiting } from './dashboard/today.ts'

/** The coordinators' dashboard. */
export const dashboard: typeof french = {
  today: 'Today',
  menu: 'Pages of the dashboard',
  signOut: 'Sign out',
  limitedTo: (regions) => `You see the groups of: ${regions}.`,
  readOnly: 'These pages show, they change nothing. The referents correct their group’s record.',
  figuresOf: 'The figures',
  take: { along: 'Download:', table: 'CSV', picture: 'picture', link: 'link to this figure' },
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
    lookAgain: 'See how it stands',
    home: 'Go to the first page',
  },

  groups,
  network,
  map,
  risks,
  since,
  waiting,
  mails,
  changes,
  group,
  reason,
  mailAlert,
  feedAlert,
  machineAlert,
  overview,
}
