import { conflictOf } from '#shared/db/conflict.ts'
import { insertGroupEvents } from '#shared/db/events.ts'
import { insertNews } from '#shared/db/news.ts'
import type { Merge } from '#shared/domain/merge.ts'
import type { Acting } from './acting.ts'
import { groupStatements } from './write-record/record-statements.ts'

/** What is to become of what one group says of itself. `number`: of its last revision; `referents`: uids of whom it may be told. */
export type GroupEdit = Pick<Merge, 'record' | 'changes'> & {
  group: string
  number: number
  referents: readonly string[]
}

/** `name_taken`: another group of the same place has one of the names. `overtaken`: somebody else's write to one of them landed first. */
export type GroupsUpdate = 'done' | 'name_taken' | 'overtaken'

/** Corrects what several groups say of themselves: a revision and an event each, all of it or nothing. The team's alone. One trip, in five statements. */
export async function updateGroups(acting: Acting, edits: readonly GroupEdit[]): Promise<GroupsUpdate> {
  const { db, actor, now, isQuiet } = acting
  if (actor.kind === 'referent') throw new Error('only the team corrects several groups at once')
  const tellings = edits.map(({ group, number, referents }) => ({
    group,
    since: number + 1,
    told: referents.map((person) => ({ kind: 'news' as const, person })),
  }))
  const events = edits.map(({ group, number }) => ({
    action: 'update_section' as const,
    group,
    revision: number + 1,
    details: { section: 'identity' },
  }))
  try {
    await db.batch([
      ...groupStatements(acting, edits),
      ...(isQuiet ? [] : insertNews(db, tellings, now)),
      insertGroupEvents(db, actor, events, now),
    ])
    return 'done'
  } catch (error) {
    const conflict = conflictOf(error)
    if (conflict === 'overtaken' || conflict === 'name_taken') return conflict
    throw error
  }
}
