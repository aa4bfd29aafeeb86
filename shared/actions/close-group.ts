import { conflictOf } from '#shared/db/conflict.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import type { GroupState as State } from '#shared/record/sections/identity.ts'
import { type Acting, commit } from './acting.ts'
import type { GroupToWrite } from './group-state.ts'
import { recordStatements } from './write-record/record-statements.ts'

/** `overtaken`: somebody else's write landed first. `already`: it was so. */
export type Closing = 'done' | 'overtaken' | 'already'

/** Closes a group: it is not asked and not counted any more, and all that is known of it is kept. */
export function closeGroup(acting: Acting, state: GroupToWrite): Promise<Closing> {
  return becomes(acting, state, 'closed')
}

/** Opens a closed group again, as one that is active. */
export function reopenGroup(acting: Acting, state: GroupToWrite): Promise<Closing> {
  return becomes(acting, state, 'active')
}

async function becomes(acting: Acting, state: GroupToWrite, to: Extract<State, 'closed' | 'active'>): Promise<Closing> {
  const { group } = state
  const [own] = group.record.group
  if (!own || (own.state === 'closed') === (to === 'closed')) return 'already'
  const record = { ...group.record, group: [{ ...own, state: to }] }
  const changes = diffRecords(group.record, record)
  const action = to === 'closed' ? 'close_group' : 'reopen_group'
  try {
    const statements = await recordStatements(acting, state, { record, changes })
    await commit(acting, statements, { action, group: group.uid, revision: group.number + 1 })
    return 'done'
  } catch (error) {
    if (conflictOf(error) === 'overtaken') return 'overtaken'
    throw error
  }
}
