import type { Authority } from '#shared/domain/role.ts'
import type { Text } from '#shared/text/fr.ts'

export type Task = {
  path: string
  authority: Authority
  words: (text: Text) => { title: string; lead: string }
  /** The section that it is about: where that is not asked, there is nothing to do. */
  section?: string
  /** What waits there for an answer of the team: counted beside it. */
  waiting?: 'notes' | 'registrations'
}

const acts: Authority = { role: 'acts' }
const everywhere: Authority = { role: 'acts', everywhere: true }
const decides: Authority = { role: 'administers', everywhere: true }

/** What the first page of the desk leads to, under its headings (names in `desk.taskGroups`): what one does often first. */
export const taskGroups = {
  today: [
    { path: '/desk/calls', authority: acts, words: ({ calls }) => calls },
    { path: '/desk/notes', authority: acts, words: ({ notes }) => notes, waiting: 'notes' },
    { path: '/desk/registrations', authority: acts, words: ({ join }) => join.desk, waiting: 'registrations' },
  ],
  groups: [
    { path: '/desk/groups/new', authority: acts, words: ({ desk }) => desk.newGroup },
    { path: '/desk/table', authority: acts, words: ({ groupTable }) => groupTable },
    { path: '/desk/bulk', authority: acts, words: ({ bulk }) => bulk },
    {
      path: '/desk/phones',
      authority: acts,
      words: ({ calls }) => ({ title: calls.phonesTitle, lead: calls.phonesLead }),
    },
    { path: '/desk/addresses', authority: acts, words: ({ addresses }) => addresses },
    { path: '/desk/unreached', authority: acts, words: ({ unreached }) => unreached },
    { path: '/desk/sheets', authority: decides, words: ({ sheets }) => sheets },
  ],
  month: [
    { path: '/desk/month', authority: everywhere, words: ({ month }) => month },
    { path: '/desk/campaigns', authority: everywhere, words: ({ desk }) => desk.campaigns, section: 'campaigns' },
    {
      path: '/desk/mails',
      authority: { role: 'administers' },
      words: ({ desk }) => ({ ...desk.mails, lead: desk.mails.about }),
    },
  ],
  relance: [
    { path: '/desk/team', authority: decides, words: ({ team }) => team },
    {
      path: '/desk/second-factor',
      authority: acts,
      words: ({ factor }) => ({ title: factor.title, lead: factor.about }),
    },
    { path: '/desk/settings', authority: decides, words: ({ desk }) => desk.settings },
    { path: '/desk/feeds', authority: decides, words: (text) => text.feeds },
    { path: '/desk/keys', authority: decides, words: (text) => text.keys },
    { path: '/desk/webhooks', authority: decides, words: ({ desk }) => desk.webhooks },
    { path: '/desk/log', authority: acts, words: ({ desk }) => desk.log },
  ],
} as const satisfies Readonly<Record<keyof Text['desk']['taskGroups'], readonly Task[]>>
