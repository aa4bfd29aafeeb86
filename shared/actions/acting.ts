import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { conflictOf } from '#shared/db/conflict.ts'
import { insertEvent } from '#shared/db/events.ts'
import { type Precondition, refuseUnless } from '#shared/db/preconditions.ts'
import { reopenActor } from '#shared/db/suppressions.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { ActionEvent } from '#shared/domain/event.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Movement } from '#shared/movement.ts'

/** What every action is given: where, for whom, by whom, when. */
export type Acting = {
  db: D1Database
  movement: Movement
  actor: Actor
  now: Date
  /** The HMAC of a text by a secret of this installation: what referents name is counted by it. */
  sign?: (text: string) => Promise<string>
  /** The team corrects without a mail that tells the group's referents; whoever comes or goes hears all the same. */
  isQuiet?: boolean
  /** What whoever calls writes in the same transaction, such as the count of how often a link was used, and is told once it has landed. */
  alongside?: { statements: readonly D1PreparedStatement[]; landed?: () => void }
}

/** The same, that writes more in its transaction. */
export function withAlongside(acting: Acting, statements: readonly D1PreparedStatement[]): Acting {
  const { alongside } = acting
  return { ...acting, alongside: { ...alongside, statements: [...(alongside?.statements ?? []), ...statements] } }
}

/**
 * Writes what an action does and the event that tells of it, in one transaction; of the team, only if something still holds.
 * @throws Problem where it does not.
 */
export async function commit(
  { db, actor, now, alongside }: Pick<Acting, 'db' | 'actor' | 'now' | 'alongside'>,
  statements: readonly D1PreparedStatement[],
  event: ActionEvent,
  still?: Precondition,
): Promise<void> {
  // Whoever acts by a link of ours has read a mail of ours: what came back before is over. Who stops a link may have got it by mistake
  const opened = actor.kind === 'referent' && event.action !== 'revoke_link' ? [reopenActor(db, actor)] : []
  const written = [...(alongside?.statements ?? []), ...opened, ...statements, insertEvent(db, actor, event, now)]
  await writeIf(actor.kind === 'coordinator' ? still : undefined, db, written)
  alongside?.landed?.()
}

/**
 * Writes in one transaction, only if something still holds: of the team somebody else may have done the same meanwhile, and whoever is second is to
 * know. @throws Problem where it does not hold any more.
 */
export async function writeIf(
  still: Precondition | undefined,
  db: D1Database,
  statements: D1PreparedStatement[],
): Promise<void> {
  try {
    await db.batch([...(still ? [refuseUnless(db, still)] : []), ...statements])
  } catch (error) {
    if (still && conflictOf(error) === 'overtaken') throw new Problem('acted_meanwhile')
    throw error
  }
}
