import type { Text } from '#shared/text/fr.ts'

type Page = { path: string; name: (text: Text['dashboard']) => string }

/** What the menu leads to. */
export const pages: readonly Page[] = [
  { path: '/dashboard', name: (text) => text.today },
  { path: '/dashboard/groups', name: (text) => text.groups.title },
  { path: '/dashboard/network', name: (text) => text.network.title },
  { path: '/dashboard/map', name: (text) => text.map.title },
  { path: '/dashboard/mails', name: (text) => text.mails.title },
  { path: '/dashboard/changes', name: (text) => text.changes.title },
]
