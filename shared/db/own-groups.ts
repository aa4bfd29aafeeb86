import type { GroupFacts } from '#shared/domain/mail-content.ts'
import { owedSeats } from './owed.ts'

const ofGroup = (table: string) => `(SELECT count(*) FROM ${table} WHERE ${table}.group_id = g.id)`

/** SQL: of which groups is the reader of `mail` owed an answer in its round, or all without a round, and what do we know of each? `?3` as in `contentColumn`. */
export const ownGroupsColumn = `(
    SELECT json_group_array(json_array(
      g.name,
      (SELECT count(*) FROM referent WHERE referent.group_id = g.id AND referent.until_at IS NULL),
      ${ofGroup('activity')},
      ${ofGroup('participation')},
      ${ofGroup('training')},
      (SELECT json_array(count(*), min(checked_at), max(checked_at)) FROM section_check WHERE section_check.group_id = g.id)
    ) ORDER BY g.name_key)
    FROM local_group g
    WHERE g.id IN (
      SELECT group_id
      FROM (${owedSeats('mail.round_key', '?3')} AND referent.person_id = mail.person_id)
    )
  )`

type CheckedColumns = [sections: number, oldest: string | null, latest: string | null]
type FactsColumns = [
  name: string,
  referents: number,
  activities: number,
  campaigns: number,
  trainings: number,
  checked: CheckedColumns,
]

export function ownGroupsFrom(json: string): GroupFacts[] | null {
  const groups = JSON.parse(json) as FactsColumns[]
  return groups.length === 0 ? null : groups.map(factsFrom)
}

function factsFrom([name, referents, activities, campaigns, trainings, checked]: FactsColumns): GroupFacts {
  const [sections, oldest, latest] = checked
  return {
    name,
    referents,
    activities,
    campaigns,
    trainings,
    checked: oldest && latest ? { sections, oldest: new Date(oldest), latest: new Date(latest) } : null,
  }
}
