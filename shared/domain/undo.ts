import { isSound } from '#shared/record/field.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import { applyChanges, type Change, invert, rowsOf } from './change.ts'
import { diffRecords } from './diff.ts'
import { isMergeMark } from './merge-mark.ts'

/** How long a revision can be taken back by the group itself, in milliseconds. */
export const undoWindow = 30 * 86_400_000

/** Whether a revision may be taken back, within the window, once: by the group what a referent wrote, or whoever was passed a link, by the team what it wrote too, or a sheet of it. What made the group stays, a merge is undone whole. */
export function isUndoable(
  {
    author,
    madeAt,
    undoneBy,
    changes,
  }: { author: string; madeAt: Date; undoneBy: unknown; changes: readonly Change[] },
  now: Date,
  by: 'group' | 'team' = 'group',
): boolean {
  const isOfTeam = author === 'coordinator' || author === 'import'
  const isTheirs = author === 'referent' || author === 'passed_link' || (by === 'team' && isOfTeam)
  if (changes.some(isMergeMark) || changes.some(makesGroup)) return false
  return isTheirs && undoneBy === null && changes.length > 0 && now.getTime() - madeAt.getTime() < undoWindow
}

const makesGroup = (change: Change) => change.list === 'group' && 'added' in change

export type Undo = {
  record: GroupRecord
  /** What taking back does to the record as it is now. */
  changes: Change[]
  /** What stays, because somebody corrected it since, or it is not the group's. */
  skipped: Change[]
}

/** Takes changes back from the record as it is now, except where somebody has corrected the same thing since. An address is its owner's alone. */
export function undoChanges(record: GroupRecord, changes: readonly Change[]): Undo {
  const skipped: Change[] = []
  const undone = changes.toReversed().reduce((state, change) => {
    if (stands(state, change) && !isAddress(change)) return applyChanges(state, [invert(change)])
    skipped.push(change)
    return state
  }, record)
  return { record: undone, changes: diffRecords(record, undone), skipped }
}

/** Whether what a change took away may be put back: not where it is of before a rule, which its field refuses now. */
export function isSoundBefore(change: Change, sections: Sections): boolean {
  const own = sections.of(change.list)?.fields
  if (!own) return false
  if ('added' in change) return true
  if ('removed' in change)
    return Object.entries(own).every(([name, field]) => isSound(field, change.removed[name] ?? null))
  const field = own[change.field]
  return field !== undefined && isSound(field, change.before)
}

function isAddress(change: Change): boolean {
  return change.list === 'referents' && 'field' in change && change.field === 'email'
}

/** Whether the record still says what a change made it say. */
function stands(record: GroupRecord, change: Change): boolean {
  if (!Object.hasOwn(record, change.list)) return false
  const row = rowsOf(record, change.list).find(({ uid }) => uid === change.row)
  if ('removed' in change) return row === undefined
  if (row === undefined) return false
  if ('field' in change) return row[change.field] === change.after
  return Object.entries(change.added).every(([field, value]) => (row[field] ?? null) === value)
}
