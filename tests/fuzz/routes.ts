import { dashboardOf } from '#workers/dashboard/index.tsx'
import { deskOf } from '#workers/desk/index.tsx'
import { feedsOf } from '#workers/feeds/index.tsx'
import { formsOf } from '#workers/forms/index.tsx'
import { fixed, movement } from './movement.ts'
import type { Network } from './network.ts'

/** What a worker answers: `GET /u/:token`. */
export type Route = { method: string; path: string }

/** The workers that have pages, each by its folder. */
export const workersWithPages = {
  forms: formsOf(movement),
  dashboard: dashboardOf(movement),
  feeds: feedsOf(movement),
  desk: deskOf(movement, fixed),
}

const registered = Object.values(workersWithPages)
  .flatMap(({ routes: all }) => all)
  .filter(({ path }) => !path.endsWith('*'))
  .map(({ method, path }): Route => ({ method: method === 'ALL' ? 'GET' : method, path }))

/** Every route of theirs, as their own tables have them: a new one joins by itself. */
export const routes: readonly Route[] = [
  ...new Map(registered.map((route) => [`${route.method} ${route.path}`, route])).values(),
]

/** The path's parts; one that a request fills in begins with a colon. */
export const partsOf = ({ path }: Route): string[] => path.split('/')

/** What there is that may stand at a part which is filled in: by its own name, else one of what the address is about. */
export function knownAt(network: Network, parts: readonly string[], at: number): readonly string[] {
  const [name = ''] = (parts[at] ?? '').slice(1).split('{')
  if (name === 'token') return network.tokens[parts[at - 1] ?? ''] ?? []
  const about = parts.slice(0, at).findLast((part) => network.uids[part] !== undefined)
  return network.named[name] ?? network.uids[about ?? ''] ?? []
}
