import type { Role } from '#shared/domain/role.ts'
import type { Text } from '#shared/text/fr.ts'

type Page = {
  path: string
  name: (text: Text) => string /** Who may open it; everybody of the team otherwise. */
  role?: Role
}

/** What the menu leads to. */
export const pages: readonly Page[] = [
  { path: '/dashboard', name: (text) => text.dashboard.today },
  { path: '/dashboard/groups', name: (text) => text.dashboard.groups.title },
  { path: '/dashboard/network', name: (text) => text.dashboard.network.title },
  { path: '/dashboard/map', name: (text) => text.dashboard.map.title },
  { path: '/dashboard/mails', name: (text) => text.dashboard.mails.title },
  { path: '/dashboard/changes', name: (text) => text.dashboard.changes.title },
  { path: '/desk', name: (text) => text.desk.menu, role: 'acts' },
]
