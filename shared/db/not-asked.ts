import type { GroupFilter } from '#shared/domain/group-filter.ts'
import { few, type WaysToFind } from './answered-so.ts'

/** SQL: the latest round. */
export const latestKey = '(SELECT max(key) FROM round)'

/**
 * SQL: the groups that nobody was asked about in the latest round, of those that are not closed: as it was written down, and those that came after it. One
 * that is opened again is written down by a trigger (`round_snapshot_opened_again`).
 */
const groupsNotAsked = `
    SELECT group_id FROM round_snapshot WHERE round_key = ${latestKey} AND asked = 0
    UNION ALL
    SELECT id FROM local_group WHERE id > coalesce((SELECT max(group_id) FROM round_snapshot WHERE round_key = ${latestKey}), 0)`

export const foundNotAsked: WaysToFind = {
  isFew: `(SELECT count(*) FROM (${groupsNotAsked}
    LIMIT ${few + 1})) <= ${few}`,
  among: `g.id IN (${groupsNotAsked})`,
}

/** Whether `foundNotAsked` are all that a filter asks for. A closed group is found by its name, or where closed ones are asked for. */
export function asksForNotAsked({ answered, round, state, text }: GroupFilter): boolean {
  return answered === 'unasked' && round === '' && (state.length > 0 ? !state.includes('closed') : text === '')
}
