import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { PersonValues } from '#shared/domain/person-merge.ts'
import { fold } from '#shared/record/fold.ts'
import type { PersonPair } from './person-merges.ts'

const idOf = (uid: string) => `(SELECT id FROM person WHERE uid = ${uid})`
const [keptId, otherId] = [idOf('?1'), idOf('?2')]

// What the merge of ?2 into ?1 brought over, by name
const moved = (what: string) => `
    SELECT item.value
    FROM person_merge
    JOIN json_each(person_merge.moved, '$.${what}') AS item
    WHERE person_merge.from_id = ${otherId} AND person_merge.undone_at IS NULL`

/** Rows that become the other person's as they are, by what the merge calls them; of each those that they do not have yet. */
const movingRows: Readonly<Record<string, { table: string; sql: string }>> = {
  memberships: {
    table: 'referent',
    sql: `SELECT id FROM referent WHERE person_id = ${otherId} AND until_at IS NULL
          AND group_id NOT IN (SELECT group_id FROM referent WHERE person_id = ${keptId} AND until_at IS NULL)`,
  },
  answers: {
    table: 'answer',
    sql: `SELECT id FROM answer WHERE person_id = ${otherId}
          AND NOT EXISTS (
            SELECT 1 FROM answer AS own
            WHERE own.person_id = ${keptId} AND own.round_key = answer.round_key AND own.group_id = answer.group_id
          )`,
  },
  notes: { table: 'note', sql: `SELECT id FROM note WHERE person_id = ${otherId}` },
  mails: { table: 'mail', sql: `SELECT id FROM mail WHERE person_id = ${otherId}` },
}

const ids = (sql: string) => `json((SELECT json_group_array(id) FROM (${sql})))`

/** Remembers a merge, and what it will bring over; `groups` (uids) have these last revisions once it is written. First of its batch. */
export function insertPersonMerge(
  db: D1Database,
  { kept, other }: PersonPair,
  groups: Readonly<Record<string, number>>,
  now: Date,
): D1PreparedStatement {
  const rows = Object.entries(movingRows).map(([what, { sql }]) => `'${what}', ${ids(sql)}`)
  return db
    .prepare(
      `INSERT INTO person_merge (person_id, from_id, merged_at, groups, name, name_key, phone, language, moved)
       SELECT
         person.id, ${otherId}, ?3,
         (SELECT json_group_object(g.id, item.value) FROM json_each(?4) AS item JOIN local_group g ON g.uid = item.key),
         person.name, person.name_key, person.phone, person.language,
         json_object(
           ${rows.join(',\n           ')},
           'ended', ${ids(`SELECT id FROM referent WHERE person_id = ${otherId} AND until_at IS NULL
             AND group_id IN (SELECT group_id FROM referent WHERE person_id = ${keptId} AND until_at IS NULL)`)},
           'consents', ${ids(`SELECT id FROM consent WHERE person_id IN (${keptId}, ${otherId}) AND withdrawn_at IS NULL
             AND (person_id = ${otherId} OR field NOT IN (
               SELECT field FROM consent WHERE person_id = ${otherId} AND withdrawn_at IS NULL
             ))`)},
           'lists', json((SELECT json_group_object(list, since_at) FROM subscription WHERE person_id = ${keptId})),
           'departures', json((SELECT json_group_array(list) FROM list_departure WHERE person_id = ${keptId}))
         )
       FROM person
       WHERE person.uid = ?1`,
    )
    .bind(kept, other, now.toISOString(), JSON.stringify(groups))
}

/** Makes somebody part of another person, who has these values from now on. After `insertPersonMerge`. */
export function mergePeopleStatements(
  db: D1Database,
  { kept, other }: PersonPair,
  { name, phone, language }: PersonValues,
  now: Date,
): D1PreparedStatement[] {
  const at = now.toISOString()
  const write = (sql: string, ...more: (string | null)[]) => db.prepare(sql).bind(kept, other, ...more)
  return [
    // Of two mails that would tell, or ask, the same one leaves
    write(
      `UPDATE mail SET state = 'cancelled', reason = 'overtaken', settled_at = ?3, lease_id = NULL, lease_until = NULL
       WHERE person_id = ${otherId} AND state = 'pending'
       AND EXISTS (
         SELECT 1 FROM mail AS own
         WHERE own.person_id = ${keptId} AND own.kind = mail.kind
         AND ((own.round_key = mail.round_key AND own.step = mail.step) OR (own.group_id = mail.group_id AND own.state = 'pending'))
       )`,
      at,
    ),
    write(
      `UPDATE mail SET is_double = 1
       WHERE person_id = ${otherId} AND round_key IS NOT NULL
       AND EXISTS (
         SELECT 1 FROM mail AS own
         WHERE own.person_id = ${keptId} AND own.round_key = mail.round_key AND own.step = mail.step
       )`,
    ),
    ...Object.entries(movingRows).map(([what, { table }]) =>
      write(`UPDATE ${table} SET person_id = ${keptId} WHERE id IN (${moved(what)}) AND person_id = ${otherId}`),
    ),
    write(`UPDATE referent SET until_at = ?3 WHERE id IN (${moved('ended')})`, at),
    // What is public is what both have agreed to
    write(`UPDATE consent SET withdrawn_at = ?3 WHERE id IN (${moved('consents')}) AND withdrawn_at IS NULL`, at),
    write(`DELETE FROM published_person WHERE person_id = ${otherId}`),
    write(
      `INSERT INTO list_departure (person_id, list, reason, left_at)
       SELECT ${keptId}, list, reason, left_at FROM list_departure WHERE person_id = ${otherId}
       ON CONFLICT DO NOTHING`,
    ),
    write(
      `INSERT INTO subscription (person_id, list, since_at)
       SELECT ${keptId}, list, since_at FROM subscription WHERE person_id = ${otherId}
       ON CONFLICT DO NOTHING`,
    ),
    write(
      `DELETE FROM subscription
       WHERE person_id = ${keptId} AND list IN (SELECT list FROM list_departure WHERE person_id = ${otherId})`,
    ),
    // An address that waits for a yes is for whom it was asked about, who is nobody of their own any more
    write(
      `UPDATE invitation SET answer = 'expired', answered_at = ?3, email = NULL, phone = NULL, waiting_at = NULL
       WHERE person_id = ${otherId} AND email IS NOT NULL`,
      at,
    ),
    write(`UPDATE person SET merged_into_id = ${keptId} WHERE id = ${otherId} OR merged_into_id = ${otherId}`),
    write(
      `UPDATE person SET name = ?3, name_key = ?4, phone = ?5, language = ?6
       WHERE id = ${keptId} AND (name, phone, language) IS NOT (?3, ?5, ?6)`,
      name,
      fold(name),
      phone,
      language,
    ),
  ]
}

/** Two people again: what came over goes back. */
export function unmergePeopleStatements(db: D1Database, { kept, other }: PersonPair, now: Date): D1PreparedStatement[] {
  const write = (sql: string, ...more: string[]) => db.prepare(sql).bind(kept, other, ...more)
  const before = (column: string) =>
    `(SELECT ${column} FROM person_merge WHERE from_id = ${otherId} AND undone_at IS NULL)`
  return [
    write(`UPDATE mail SET person_id = ${otherId}, is_double = 0 WHERE id IN (${moved('mails')})`),
    ...Object.entries(movingRows)
      .filter(([what]) => what !== 'mails')
      .map(([what, { table }]) =>
        write(`UPDATE ${table} SET person_id = ${otherId} WHERE id IN (${moved(what)}) AND person_id = ${keptId}`),
      ),
    write(`UPDATE referent SET until_at = NULL WHERE id IN (${moved('ended')})`),
    write(
      `UPDATE consent SET withdrawn_at = NULL
       WHERE id IN (${moved('consents')}) AND withdrawn_at = ${before('merged_at')}
       AND NOT EXISTS (
         SELECT 1 FROM consent AS later
         WHERE later.person_id = consent.person_id AND later.field = consent.field AND later.withdrawn_at IS NULL
       )`,
    ),
    write(`DELETE FROM list_departure WHERE person_id = ${keptId} AND list NOT IN (${moved('departures')})`),
    write(
      `DELETE FROM subscription
       WHERE person_id = ${keptId}
       AND list NOT IN (SELECT item.key FROM json_each(${before('moved')}, '$.lists') AS item)`,
    ),
    write(
      `INSERT INTO subscription (person_id, list, since_at)
       SELECT ${keptId}, item.key, item.value
       FROM json_each(${before('moved')}, '$.lists') AS item
       WHERE true
       ON CONFLICT DO NOTHING`,
    ),
    write(
      `UPDATE person SET merged_into_id = ${otherId}
       WHERE id IN (SELECT from_id FROM person_merge WHERE person_id = ${otherId} AND undone_at IS NULL)`,
    ),
    write('UPDATE person SET merged_into_id = NULL WHERE uid = ?2'),
    write(
      `UPDATE person SET name = ${before('name')}, name_key = ${before('name_key')}, phone = ${before('phone')}, language = ${before('language')}
       WHERE id = ${keptId}`,
    ),
    write(`UPDATE person_merge SET undone_at = ?3 WHERE from_id = ${otherId} AND undone_at IS NULL`, now.toISOString()),
  ]
}
