import type { Authority } from '#shared/domain/role.ts'
import type { Text } from '#shared/text/fr.ts'

type Task = { path: string; authority: Authority; words: (text: Text['desk']) => { title: string; lead: string } }

/** What the first page of the desk leads to. */
export const tasks: readonly Task[] = [
  { path: '/desk/groups/new', authority: { role: 'acts' }, words: (text) => text.newGroup },
  { path: '/desk/campaigns', authority: { role: 'acts', everywhere: true }, words: (text) => text.campaigns },
  {
    path: '/desk/mails',
    authority: { role: 'administers' },
    words: (text) => ({ ...text.mails, lead: text.mails.about }),
  },
  { path: '/desk/log', authority: { role: 'acts' }, words: (text) => text.log },
]
