import type { Conflict } from '#shared/domain/merge.ts'
import type { RowProblem, TypedRow } from '#shared/domain/typed-section.ts'
import type { SectionName } from '#shared/record/record.ts'
import type { RowWindow } from './older-rows.tsx'

/** A section's form, as it was typed. */
export type SectionState = {
  section: SectionName
  rows: readonly TypedRow[]
  /** The revision that the typed values correct. */
  since: number
  page: string
  /** The rows that the page holds, where it does not hold all. */
  held: RowWindow | null
  problems?: readonly RowProblem[]
  conflicts?: readonly Conflict[]
  /** Who gave the other values of the conflicts, by control; '' where nobody is known. */
  authors?: Readonly<Record<string, string>>
  /** Controls of which a choice was asked before, and not made. */
  missed?: readonly string[]
  /** Nobody would be left to write to: asks whether that is meant. */
  asksNobody?: boolean
  /** Towns that may be meant by the one that was typed, which we do not know. */
  towns?: readonly string[]
  /** Why it takes another press. */
  again?: 'stale' | 'hasty' | 'foreign'
  /** A row that was just added: typing goes on there. */
  added?: string | undefined
  /** It comes from the same page in another language. */
  isMoved?: boolean
}

/** The page holds what was typed, and not what we know. */
export function isTyped({
  problems = [],
  conflicts = [],
  towns = [],
  again,
  asksNobody,
  added,
  isMoved,
}: SectionState): boolean {
  return (
    towns.length > 0 ||
    problems.length > 0 ||
    conflicts.length > 0 ||
    again !== undefined ||
    asksNobody === true ||
    added !== undefined ||
    isMoved === true
  )
}
