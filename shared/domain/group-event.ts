import type { GroupState } from '#shared/record/sections/identity.ts'
import type { Change } from './change.ts'

type StateEvent = 'paused' | 'woken' | 'launched' | 'closed' | 'reopened'

/** Something that coordinators want to know of at once. */
export type GroupEvent =
  | { kind: 'created' }
  | { kind: StateEvent }
  | { kind: 'referent' | 'left' | 'not_mine' | 'unsubscribed'; name: string }

export const eventKinds = [
  'created',
  'launched',
  'reopened',
  'woken',
  'paused',
  'closed',
  'referent',
  'left',
  'not_mine',
  'unsubscribed',
] as const satisfies readonly GroupEvent['kind'][]

type Revision = { number: number; changes: readonly Change[] }

/**
 * What a revision says that is worth a line of its own: a group is born, falls asleep, wakes up, finds a referent or loses one. `refusers` are the
 * uids of people who said that it is not their group: they did not leave, they never were there.
 */
export function eventsOf(
  { number, changes }: Pick<Revision, 'number' | 'changes'>,
  refusers: readonly string[] = [],
): GroupEvent[] {
  const created: GroupEvent[] = number === 1 ? [{ kind: 'created' }] : []
  const others = changes.flatMap((change): GroupEvent[] => {
    if (change.list === 'referents' && 'added' in change)
      return number === 1 ? [] : [{ kind: 'referent', name: String(change.added.name ?? '') }]
    if (change.list === 'referents' && 'removed' in change)
      return [{ kind: refusers.includes(change.row) ? 'not_mine' : 'left', name: String(change.removed.name ?? '') }]
    if (change.list !== 'group' || !('field' in change) || change.field !== 'state') return []
    return [{ kind: stateEvent(change.before as GroupState, change.after as GroupState) }]
  })
  return [...created, ...others]
}

function stateEvent(before: GroupState, after: GroupState): StateEvent {
  if (after === 'closed') return 'closed'
  if (before === 'closed') return 'reopened'
  if (after === 'asleep') return 'paused'
  return before === 'asleep' ? 'woken' : 'launched'
}
