import type { ListName } from '#shared/record/record.ts'
import type { Change } from './change.ts'

/** Not a list of the record: in a history it tells that two groups became one, or are two again. */
const mergedList: ListName = 'merged'

/** What a merge is in a history: the other group came; this one became part of the other; they are two again; two of its referents are one person, or are two again. */
export type MergeEvent = (typeof mergeEvents)[number]
const mergeEvents = ['merged', 'becamePart', 'parted', 'samePerson', 'twoPeople'] as const

export function mergeMark(group: { uid: string; name: string } | undefined, event: MergeEvent): Change {
  return { list: mergedList, row: group?.uid ?? '', added: { event, name: group?.name ?? '' } }
}

export const isMergeMark = (change: Change): boolean => change.list === mergedList

/** What a mark tells; null of a change that is none. */
export function readMergeMark(change: Change): { event: MergeEvent; name: string } | null {
  if (!isMergeMark(change) || !('added' in change)) return null
  const { event, name } = change.added
  return { event: mergeEvents.find((known) => known === event) ?? 'merged', name: String(name ?? '') }
}
