import type { campaignPages as inFrench } from '../fr/campaign-pages.ts'
import { plural } from './count.ts'

export const campaignPages: typeof inFrench = {
  title: 'Campaigns',
  lead: 'Groups can say their part as soon as a campaign is saved.',
  none: 'No campaign yet.',
  add: 'Add a campaign',
  correct: 'Correct a campaign',
  formLead: 'A short name that groups recognise, and its date.',
  groups: (n) => (n === 0 ? 'no group has ticked it yet' : plural(n, 'group', 'groups')),
  isEnded: 'ended',
  open: 'See',
  all: 'All campaigns',
  result: (took, groups, people) =>
    [
      took === 0
        ? 'No group has said yet that it took part.'
        : `${took.toLocaleString('en')} of ${plural(groups, 'group', 'groups')} took part.`,
      ...(people > 0 ? [`${plural(people, 'person', 'people')} in all, by their answers.`] : []),
    ].join(' '),
  took: (n) => `Who took part (${n.toLocaleString('en')})`,
  apart: (n) => `Who took no part (${n.toLocaleString('en')})`,
  silent: (n) => `Who has not said yet (${n.toLocaleString('en')})`,
  more: (n) => `and ${n.toLocaleString('en')} more`,
  closing: 'End or delete it',
  endLead: 'Once ended, groups are not asked about the campaign any more. What they said stays, and counts.',
  end: 'End the campaign',
  reopen: 'Open the campaign again',
  deleteLead: 'No group has said anything of it: made by mistake, it can still be deleted.',
  remove: 'Delete the campaign',
}
