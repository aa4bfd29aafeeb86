import { type GroupState, groupStates } from '#shared/record/sections/identity.ts'

/** Whether a group of this state counts as one of the network's, with its members. */
const counts: Readonly<Record<GroupState, boolean>> = { active: true, starting: true, asleep: false, closed: false }

const states = Object.keys(groupStates) as GroupState[]

/** The states of groups that make up the network's size. */
export const countedStates: readonly GroupState[] = states.filter((state) => counts[state])

/** The states of groups that there are: one that is closed is only kept. */
export const openStates: readonly GroupState[] = states.filter((state) => state !== 'closed')

/** Whether a group may have nobody to write to, since somebody said that it does nothing for now, or has closed it. */
export function mayBeAlone(state: GroupState): boolean {
  return !counts[state]
}
