import type { Fields } from '#shared/record/field.ts'
import type { AnyRow, Value } from '#shared/record/row.ts'
import { noPart } from '#shared/record/sections/campaigns.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'

export type MergeSide = 'kept' | 'other'

/** Why one of two values is the better one. */
export type BetterWhy = 'only' | 'recent' | 'more' | 'earlier' | 'alive' | 'took_part' | 'kept'

/** The first is the better one: a group that is asked, before one that is not. */
const states: readonly GroupState[] = ['active', 'starting', 'asleep', 'closed']

export const isEmptyValue = (value: Value | undefined): boolean => value === null || value === undefined || value === ''

type Values = { fields: readonly string[]; kept: AnyRow; other: AnyRow }

/** Which of two rows says it better. `later`: whose record was found right last; null when neither was. */
export function betterOf(
  all: Fields,
  { fields, kept, other }: Values,
  later: MergeSide | null,
): { side: MergeSide; why: BetterWhy } {
  const says = (row: AnyRow) => fields.filter((name) => !isEmptyValue(row[name])).length
  if (says(kept) === 0 || says(other) === 0) return { side: says(other) === 0 ? 'kept' : 'other', why: 'only' }
  const [first = ''] = fields
  const [mine, theirs] = [kept[first] ?? null, other[first] ?? null]
  if (first === 'state') return pick(rank(mine) - rank(theirs), 'alive')
  if (first === 'founded_on') return pick(String(mine) < String(theirs) ? -1 : 1, 'earlier')
  if (mine === noPart || theirs === noPart) return pick(mine === noPart ? 1 : -1, 'took_part')
  if (later === null && all[first]?.control.kind === 'number') return pick(Number(theirs) - Number(mine), 'more')
  return later === null ? { side: 'kept', why: 'kept' } : { side: later, why: 'recent' }
}

/** Less than nothing: the group's own that stays. */
const pick = (order: number, why: BetterWhy) => ({ side: order <= 0 ? ('kept' as const) : ('other' as const), why })

const rank = (state: Value) => states.indexOf(state as GroupState)
