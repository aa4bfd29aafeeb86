import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { redateChecks } from './group-checks.ts'
import type { MergePair } from './group-merges.ts'

/** The numbers of their last revisions, before and after. */
export type MergeNumbers = Readonly<Record<'before' | 'after', { kept: number; other: number }>>

const idOf = (uid: string) => `(SELECT id FROM local_group WHERE uid = ${uid})`
const [keptId, otherId] = [idOf('?1'), idOf('?2')]
const ids = (sql: string) => `(SELECT json_group_array(id) FROM (${sql}))`

// What the merge of ?2 into ?1 brought over, by name
const moved = (what: string) => `
    SELECT item.value
    FROM group_merge
    JOIN json_each(group_merge.moved, '$.${what}') AS item
    WHERE group_merge.from_id = ${otherId} AND group_merge.undone_at IS NULL`

/** Rows that change their group as they are, by what the merge calls them; of each those that the group that stays does not have yet. */
const movingRows: Readonly<Record<string, { table: string; column: string; sql: string }>> = {
  memberships: {
    table: 'referent',
    column: 'group_id',
    sql: `SELECT id FROM referent WHERE group_id = ${otherId} AND until_at IS NULL
          AND person_id NOT IN (SELECT person_id FROM referent WHERE group_id = ${keptId} AND until_at IS NULL)`,
  },
  answers: {
    table: 'answer',
    column: 'group_id',
    sql: `SELECT id FROM answer WHERE group_id = ${otherId}
          AND NOT EXISTS (
            SELECT 1 FROM answer AS own
            WHERE own.group_id = ${keptId} AND own.round_key = answer.round_key AND own.person_id = answer.person_id
          )`,
  },
  invitations: {
    table: 'invitation',
    column: 'group_id',
    sql: `SELECT id FROM invitation WHERE group_id = ${otherId} AND answer IS NULL
          AND NOT EXISTS (
            SELECT 1 FROM invitation AS own
            WHERE own.group_id = ${keptId} AND (own.email = invitation.email OR own.uid = invitation.uid)
          )
          AND NOT EXISTS (
            SELECT 1 FROM person JOIN referent ON referent.person_id = person.id
            WHERE person.email = invitation.email AND referent.group_id = ${keptId} AND referent.until_at IS NULL
          )`,
  },
  polls: {
    table: 'poll_answer',
    column: 'group_id',
    sql: `SELECT id FROM poll_answer WHERE group_id = ${otherId}
          AND round_key NOT IN (SELECT round_key FROM poll_answer WHERE group_id = ${keptId})`,
  },
  notes: { table: 'note', column: 'group_id', sql: `SELECT id FROM note WHERE group_id = ${otherId}` },
  team_notes: {
    table: 'team_note',
    column: 'group_id',
    sql: `SELECT id FROM team_note WHERE group_id = ${otherId}`,
  },
  enquiries: { table: 'enquiry', column: 'group_id', sql: `SELECT id FROM enquiry WHERE group_id = ${otherId}` },
  children: {
    table: 'local_group',
    column: 'parent_id',
    sql: `SELECT id FROM local_group WHERE parent_id = ${otherId} AND id <> ${keptId}
          AND id IS NOT (SELECT parent_id FROM local_group WHERE uid = ?1)`,
  },
}

/** Remembers a merge, and what it will bring over. First of its batch: it reads how things stand before. */
export function insertGroupMerge(
  db: D1Database,
  { kept, other }: MergePair,
  { before, after }: MergeNumbers,
  now: Date,
): D1PreparedStatement {
  const rows = Object.entries(movingRows).map(([what, { sql }]) => `'${what}', json(${ids(sql)})`)
  return db
    .prepare(
      `INSERT INTO group_merge (
         group_id, from_id, merged_at, number_before, number_after, from_number_before, from_number_after, moved
       )
       SELECT
         ${keptId}, ${otherId}, ?3, ?4, ?5, ?6, ?7,
         json_object(
           ${rows.join(',\n           ')},
           'ended', json(${ids(`SELECT id FROM referent WHERE group_id = ${otherId} AND until_at IS NULL
             AND person_id IN (SELECT person_id FROM referent WHERE group_id = ${keptId} AND until_at IS NULL)`)}),
           'names', json((SELECT json_group_array(name_key) FROM former_name WHERE group_id = ${keptId})),
           'departures', json((SELECT json_group_array(id) FROM departed_person WHERE group_id = ${keptId})),
           'checks', json((
             SELECT json_group_object(own.section, own.checked_at)
             FROM section_check AS own
             JOIN section_check AS theirs ON theirs.section = own.section AND theirs.group_id = ${otherId}
             WHERE own.group_id = ${keptId} AND theirs.checked_at < own.checked_at
           )),
           'round', (SELECT max(key) FROM round),
           'asked', json((
             SELECT json_group_array(group_id)
             FROM round_snapshot
             WHERE round_key = (SELECT max(key) FROM round) AND group_id IN (${keptId}, ${otherId}) AND asked = 1
           ))
         )`,
    )
    .bind(kept, other, now.toISOString(), before.kept, after.kept, before.other, after.other)
}

/** Makes a group part of another one: what is its own comes over but for the record, which is written apart. After `insertGroupMerge`. */
export function mergeStatements(db: D1Database, { kept, other }: MergePair, now: Date): D1PreparedStatement[] {
  const at = now.toISOString()
  const write = (sql: string, ...more: string[]) => db.prepare(sql).bind(kept, other, ...more)
  return [
    // Those that had become part of it are part of the one that stays
    write(`UPDATE local_group SET merged_into_id = ${keptId} WHERE merged_into_id = ${otherId}`),
    write(
      `UPDATE local_group SET state = 'closed', closed_at = coalesce(closed_at, ?3), merged_into_id = ${keptId} WHERE uid = ?2`,
      at,
    ),
    ...Object.entries(movingRows).map(([what, { table, column }]) =>
      write(`UPDATE ${table} SET ${column} = ${keptId} WHERE id IN (${moved(what)})`),
    ),
    write(`UPDATE referent SET until_at = ?3 WHERE id IN (${moved('ended')})`, at),
    // Whoever is invited by both, or is a referent here, is asked nothing more there
    write(
      `UPDATE mail SET state = 'cancelled', reason = 'nothing_owed', settled_at = ?3, lease_id = NULL, lease_until = NULL
       WHERE state = 'pending'
       AND invitation_id IN (SELECT id FROM invitation WHERE group_id = ${otherId} AND answer IS NULL AND person_id IS NULL)`,
      at,
    ),
    write(
      `UPDATE invitation SET answer = 'expired', answered_at = ?3, email = NULL, phone = NULL, waiting_at = NULL
       WHERE group_id = ${otherId} AND answer IS NULL AND person_id IS NULL`,
      at,
    ),
    write(
      `UPDATE mail SET group_id = ${keptId}
       WHERE group_id = ${otherId}
       AND (invitation_id IN (${moved('invitations')}) OR about_invitation_id IN (${moved('invitations')}))`,
    ),
    // What was written there is read in its history: that all of it moved is no news of it
    write(
      `UPDATE mail SET state = 'cancelled', reason = 'overtaken', settled_at = ?3, lease_id = NULL, lease_until = NULL
       WHERE state = 'pending' AND group_id = ${otherId} AND since_number IS NOT NULL`,
      at,
    ),
    // As old as the older of its two halves
    write(
      redateChecks(`
           SELECT own.group_id, theirs.section, theirs.checked_at
           FROM section_check AS own
           JOIN section_check AS theirs ON theirs.section = own.section
           WHERE own.group_id = ${keptId} AND theirs.group_id = ${otherId} AND theirs.checked_at < own.checked_at`),
    ),
    write(
      `INSERT INTO departed_person (hash, group_id, reason, departed_on)
       SELECT hash, ${keptId}, reason, departed_on FROM departed_person WHERE group_id = ${otherId}
       ON CONFLICT DO NOTHING`,
    ),
    recountAnswered(db, { kept, other }),
    // They are asked once: the one that stays, where either was
    write(
      `UPDATE round_snapshot
       SET asked = (group_id = ${keptId})
       WHERE ${ofRound} AND group_id IN (${keptId}, ${otherId})
       AND EXISTS (${moved('asked')}) AND asked <> (group_id = ${keptId})`,
    ),
  ]
}

/** The names that the other had are names that the group that stays once had. After its record is written. */
export function insertMergedNames(db: D1Database, { kept, other }: MergePair): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO former_name (group_id, name_key, name)
       SELECT ${keptId}, name_key, name
       FROM (
         SELECT name_key, name FROM local_group WHERE uid = ?2
         UNION
         SELECT name_key, name FROM former_name WHERE group_id = ${otherId}
       )
       WHERE name_key <> (SELECT name_key FROM local_group WHERE uid = ?1)
       ON CONFLICT DO NOTHING`,
    )
    .bind(kept, other)
}

const answered = `(
    SELECT min(first_at)
    FROM answer
    WHERE answer.round_key = round_snapshot.round_key AND answer.group_id = round_snapshot.group_id AND kind <> 'not_my_group'
  )`
const ofRound = `round_key = (
    SELECT moved ->> 'round' FROM group_merge WHERE from_id = ${otherId} AND undone_at IS NULL
  )`

/** Which of the two have answered in the round of the merge, as its answers now are; past rounds stay as they were. */
function recountAnswered(db: D1Database, { kept, other }: MergePair): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE round_snapshot
       SET answered_at = ${answered}
       WHERE ${ofRound} AND group_id IN (${keptId}, ${otherId})
       AND (answered_at IS NULL) <> (${answered} IS NULL)`,
    )
    .bind(kept, other)
}

/** Two groups again: what came over goes back. The record is written apart, before. */
export function unmergeStatements(db: D1Database, { kept, other }: MergePair, now: Date): D1PreparedStatement[] {
  const write = (sql: string, ...more: string[]) => db.prepare(sql).bind(kept, other, ...more)
  return [
    write(
      `UPDATE mail SET group_id = ${otherId}
       WHERE group_id = ${keptId}
       AND (invitation_id IN (${moved('invitations')}) OR about_invitation_id IN (${moved('invitations')}))`,
    ),
    // What tells of the merge, and has not left, is no news
    write(
      `UPDATE mail SET state = 'cancelled', reason = 'overtaken', settled_at = ?3, lease_id = NULL, lease_until = NULL
       WHERE state = 'pending' AND group_id = ${keptId} AND kind = 'news'
       AND since_number > (SELECT number_before FROM group_merge WHERE from_id = ${otherId} AND undone_at IS NULL)`,
      now.toISOString(),
    ),
    ...Object.entries(movingRows).map(([what, { table, column }]) =>
      write(`UPDATE ${table} SET ${column} = ${otherId} WHERE ${column} = ${keptId} AND id IN (${moved(what)})`),
    ),
    write(`UPDATE referent SET until_at = NULL WHERE id IN (${moved('ended')})`),
    write(
      `DELETE FROM departed_person
       WHERE group_id = ${keptId} AND id NOT IN (${moved('departures')})
       AND hash IN (SELECT hash FROM departed_person WHERE group_id = ${otherId})`,
    ),
    write(`DELETE FROM former_name WHERE group_id = ${keptId} AND name_key NOT IN (${moved('names')})`),
    write(
      redateChecks(`
           SELECT own.group_id, own.section, item.value AS checked_at
           FROM group_merge
           JOIN json_each(group_merge.moved, '$.checks') AS item
           JOIN section_check AS own ON own.group_id = group_merge.group_id AND own.section = item.key
           WHERE group_merge.from_id = ${otherId} AND group_merge.undone_at IS NULL AND own.checked_at < item.value`),
    ),
    write(
      `UPDATE round_snapshot
       SET asked = group_id IN (${moved('asked')})
       WHERE ${ofRound} AND group_id IN (${keptId}, ${otherId}) AND asked <> (group_id IN (${moved('asked')}))`,
    ),
    recountAnswered(db, { kept, other }),
    write(
      `UPDATE local_group SET merged_into_id = ${otherId}
       WHERE id IN (SELECT from_id FROM group_merge WHERE group_id = ${otherId} AND undone_at IS NULL)`,
    ),
    write(`UPDATE local_group SET merged_into_id = NULL WHERE uid = ?2`),
    write(`UPDATE group_merge SET undone_at = ?3 WHERE from_id = ${otherId} AND undone_at IS NULL`, now.toISOString()),
  ]
}
