import type { Authority } from '#shared/domain/role.ts'
import type { Text } from '#shared/text/fr.ts'

type Task = { path: string; authority: Authority; words: (text: Text) => { title: string; lead: string } }

/** What the first page of the desk leads to. */
export const tasks: readonly Task[] = [
  { path: '/desk/calls', authority: { role: 'acts' }, words: ({ calls }) => calls },
  { path: '/desk/notes', authority: { role: 'acts' }, words: ({ notes }) => notes },
  { path: '/desk/table', authority: { role: 'acts' }, words: ({ groupTable }) => groupTable },
  { path: '/desk/registrations', authority: { role: 'acts' }, words: ({ join }) => join.desk },
  { path: '/desk/groups/new', authority: { role: 'acts' }, words: ({ desk }) => desk.newGroup },
  { path: '/desk/sheets', authority: { role: 'administers', everywhere: true }, words: ({ sheets }) => sheets },
  { path: '/desk/campaigns', authority: { role: 'acts', everywhere: true }, words: ({ desk }) => desk.campaigns },
  { path: '/desk/month', authority: { role: 'acts', everywhere: true }, words: ({ month }) => month },
  {
    path: '/desk/mails',
    authority: { role: 'administers', everywhere: true },
    words: ({ desk }) => ({ ...desk.mails, lead: desk.mails.about }),
  },
  {
    path: '/desk/settings',
    authority: { role: 'administers', everywhere: true },
    words: ({ desk }) => desk.settings,
  },
  {
    path: '/desk/webhooks',
    authority: { role: 'administers', everywhere: true },
    words: ({ desk }) => desk.webhooks,
  },
  { path: '/desk/feeds', authority: { role: 'administers', everywhere: true }, words: (text) => text.feeds },
  { path: '/desk/keys', authority: { role: 'administers', everywhere: true }, words: (text) => text.keys },
  {
    path: '/desk/second-factor',
    authority: { role: 'acts' },
    words: ({ factor }) => ({ title: factor.title, lead: factor.about }),
  },
  { path: '/desk/team', authority: { role: 'administers', everywhere: true }, words: ({ team }) => team },
  { path: '/desk/log', authority: { role: 'acts' }, words: ({ desk }) => desk.log },
]
