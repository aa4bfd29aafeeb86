import type { Publishing } from '#shared/actions/publish-groups.ts'
import { syncLists } from '#shared/actions/sync-lists.ts'
import { type ListProgram, programOf } from '#shared/domain/list-program.ts'
import type { Movement } from '#shared/movement.ts'
import type { FeedsEnv } from './env.ts'
import type { Integration } from './integration.ts'

/** Calls that a run makes where nothing says otherwise. */
const callsPerRun = 500

/** Lists that are kept in one program, `name`, by calls; `open` gives null where this installation does not know it. */
export function keepLists(
  name: 'mailman' | 'brevo',
  open: (env: FeedsEnv, list: string) => ListProgram | null,
): Integration {
  const isOurs = (keptIn: string | undefined) => keptIn !== undefined && programOf(keptIn).program === name
  return {
    name,
    isOn: ({ lists }: Movement) => lists.some(({ keptIn }) => isOurs(keptIn)),
    addRoutes: () => undefined,
    publish: [
      ({ db, movement, now }: Publishing, env: FeedsEnv) => {
        const began = Date.now()
        return syncLists({
          db,
          movement,
          clock: () => new Date(now.getTime() + Date.now() - began),
          open: (keptIn) => (isOurs(keptIn) ? open(env, programOf(keptIn).list) : null),
          most: Number(env.LIST_CALLS_PER_RUN ?? callsPerRun),
        })
      },
    ],
  }
}
