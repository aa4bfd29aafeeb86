import type { Authority } from '#shared/domain/role.ts'
import type { Text } from '#shared/text/fr.ts'

type Task = { path: string; authority: Authority; words: (text: Text['desk']) => { title: string; lead: string } }

/** What the first page of the desk leads to. */
export const tasks: readonly Task[] = [
  { path: '/desk/groups/new', authority: { role: 'acts' }, words: (text) => text.newGroup },
]
