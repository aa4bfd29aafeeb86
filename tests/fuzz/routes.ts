import movement from '#sample/movement.ts'
import { dashboardOf } from '#workers/dashboard/index.tsx'
import { deskOf } from '#workers/desk/index.tsx'
import { feedsOf } from '#workers/feeds/index.tsx'
import { formsOf } from '#workers/forms/index.tsx'

/** What a worker answers: `GET /u/:token`. */
export type Route = { method: string; path: string }

/** Every route of the workers that have pages, as their own tables have them: a new one joins by itself. */
export const routes: readonly Route[] = [
  ...formsOf(movement).routes,
  ...dashboardOf(movement).routes,
  ...feedsOf(movement).routes,
  ...deskOf(movement).routes,
]
  .filter(({ path }) => !path.endsWith('*'))
  .map(({ method, path }) => ({ method: method === 'ALL' ? 'GET' : method, path }))
