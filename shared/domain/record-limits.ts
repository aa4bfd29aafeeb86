import type { ListName } from '#shared/record/record.ts'
import type { Section } from '#shared/record/section.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import type { Change } from './change.ts'

/**
 * How much one referent may write in groups' records, so that nobody fills the tables, the pages and the mails of all; counted for each, so
 * that nobody uses up what the others of a group may write. A large group comes nowhere near: a public meeting a week makes 520 activities
 * in ten years. Texts are bounded field by field; an import is the team's own and has the limits of its file.
 */
export const recordLimits = {
  /** New rows in one save: a year of meetings, typed in one go. */
  addedInSave: 40,
  /** New rows in a day: ten years of a group's life, typed from a notebook in one evening. */
  addedInDay: 300,
  /** Characters that a day's writes take in the history, before and after: some two hundred pages. */
  charactersInDay: 500_000,
} as const

/** Rows of a list that a page holds, some 40 kB of its form; of people, who are few in most groups, some 75 kB. */
export const rowsAtOnce = 20
export const peopleAtOnce = 40

/** Notes to the team that somebody may write in a day. */
export const notesInDay = 10

/** What somebody wrote, and how many rows a group's lists hold. */
export type WriteSize = { added: number; characters: number }
export type RowCounts = Readonly<Record<ListName, number>>

/** What a write adds. */
export function writtenBy(changes: readonly Change[]): WriteSize {
  return { added: changes.filter((change) => 'added' in change).length, characters: JSON.stringify(changes).length }
}

/** Whether a write, of whatever list, is more than somebody may still write today. */
export function isTooMuch({ added, characters }: WriteSize, today: WriteSize): boolean {
  const { addedInDay, charactersInDay } = recordLimits
  return (added > 0 && today.added + added > addedInDay) || today.characters + characters > charactersInDay
}

/** What is too much in a write, and how many new rows of the section may be in it; null when all of it may be written. */
export type TooMuch = { problem: FieldProblem; allowed: number }

export function tooMuchIn(
  changes: readonly Change[],
  { list, mostRows }: Section,
  { today, counts }: { today: WriteSize; counts: RowCounts },
): TooMuch | null {
  const { addedInSave, addedInDay, charactersInDay } = recordLimits
  const { added, characters } = writtenBy(changes)
  const most = mostRows ?? Number.POSITIVE_INFINITY
  const removed = changes.filter((change) => change.list === list && 'removed' in change).length
  const left = Math.max(0, most - (counts[list] ?? 0) + removed)
  if (added > addedInSave) return { problem: { code: 'many_at_once', limit: addedInSave }, allowed: addedInSave }
  if (added > left) return { problem: { code: 'list_full', limit: most }, allowed: left }
  const ofDay = Math.max(0, addedInDay - today.added)
  if (added > ofDay) return { problem: { code: 'many_in_day', limit: addedInDay }, allowed: ofDay }
  if (characters > charactersInDay - today.characters) return { problem: { code: 'much_in_day' }, allowed: 0 }
  return null
}
