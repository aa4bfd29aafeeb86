import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Question } from './ask.ts'
import { streamOf } from './mail-streams.ts'
import type { ReadDatabase } from './read-only.ts'
import type { RegisteredGroup } from './registrations.ts'

/** One that was confirmed, as the team sees it, with groups that it may be already; `by` is an address. */
export type TeamRegistration = RegisteredGroup & {
  uid: string
  at: Date
  alike: { uid: string; name: string; town: string | null }[]
  answer: { by: string; at: Date; group: { uid: string; name: string } | null; words: string | null } | null
}

type Columns = {
  uid: string
  group_name: string
  town: string
  postcode: string | null
  country: string | null
  region: string | null
  name: string
  email: string
  phone: string | null
  body: string | null
  confirmed_at: string
  alike: string
  answered_by: string | null
  answered_at: string | null
  group_uid: string | null
  now_called: string | null
  answer: string | null
}

const teamColumns = `
  registration.uid, registration.group_name, registration.town, registration.postcode, registration.country, registration.region,
  registration.name, registration.email, registration.phone, registration.body, registration.confirmed_at, registration.answered_by,
  registration.answered_at, registration.answer, became.uid AS group_uid, became.name AS now_called,
  (
    SELECT json_group_array(json_object('uid', uid, 'name', name, 'town', town))
    FROM (
      -- D1 sorts by no column of a table outside: one of its own stands for it
      SELECT g.uid, g.name, g.town, g.name_key = registration.name_key AS is_named_so
      FROM local_group g
      WHERE registration.answered_at IS NULL AND g.merged_into_id IS NULL
      AND (
        g.name_key = registration.name_key
        OR g.town_key = registration.town_key
        OR g.id IN (SELECT group_id FROM former_name WHERE former_name.name_key = registration.name_key)
      )
      ORDER BY is_named_so DESC, g.name
      LIMIT 10
    )
  ) AS alike
  FROM registration
  LEFT JOIN local_group became ON became.id = registration.group_id`

/** What the team is to answer, the oldest first; or what it has answered, the latest first. */
export function listRegistrations(
  db: ReadDatabase,
  { isDone, skip }: { isDone: boolean; skip: number },
  limit: number,
): Question<TeamRegistration[]> {
  const [condition, order] = isDone
    ? ['registration.answered_at IS NOT NULL', 'registration.answered_at DESC']
    : ['registration.confirmed_at IS NOT NULL AND registration.answered_at IS NULL', 'registration.confirmed_at']
  return {
    // Which new groups have registered, and might they be one that we know?
    statement: db
      .prepare(`SELECT ${teamColumns} WHERE ${condition} ORDER BY ${order}, registration.id LIMIT ?1 + 0 OFFSET ?2 + 0`)
      .bind(limit, skip),
    read: (rows: Columns[]) => rows.map(registrationFrom),
  }
}

/** One of them (uid) that was confirmed; null when there is none, or it is not of this database's regions. */
export function findRegistration(db: ReadDatabase, uid: string): Question<TeamRegistration | null> {
  return {
    // What was said of this new group?
    statement: db
      .prepare(`SELECT ${teamColumns} WHERE registration.uid = ?1 AND registration.confirmed_at IS NOT NULL`)
      .bind(uid),
    read: ([row]: Columns[]) => (row ? registrationFrom(row) : null),
  }
}

/** How many wait for the team. */
export function countRegistrations(db: ReadDatabase): Question<number> {
  return {
    // How many new groups wait for an answer of ours?
    statement: db.prepare(
      'SELECT count(*) AS waiting FROM registration WHERE confirmed_at IS NOT NULL AND answered_at IS NULL',
    ),
    read: ([row]: { waiting: number }[]) => row?.waiting ?? 0,
  }
}

function registrationFrom(row: Columns): TeamRegistration {
  const { group_name, confirmed_at, alike, answered_by, answered_at, group_uid, now_called, answer, ...said } = row
  return {
    ...said,
    groupName: group_name,
    at: new Date(confirmed_at),
    alike: JSON.parse(alike) as TeamRegistration['alike'],
    answer:
      answered_by !== null && answered_at !== null
        ? {
            by: answered_by,
            at: new Date(answered_at),
            group: group_uid !== null && now_called !== null ? { uid: group_uid, name: now_called } : null,
            words: answer,
          }
        : null,
  }
}

type Answering = { uid: string; by: string }

/** It became a group (uid). Fails, with all that is written beside it, when somebody has answered already. */
export function acceptRegistration(
  db: D1Database,
  { uid, by, group }: Answering & { group: string },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE registration
       SET answered_by = ?2, answered_at = ?3, group_id = (SELECT id FROM local_group WHERE uid = ?4)
       WHERE uid = ?1 AND confirmed_at IS NOT NULL`,
    )
    .bind(uid, by, now.toISOString(), group)
}

/** It does not become one, for the reason that a mail says. Fails likewise. */
export function refuseRegistration(
  db: D1Database,
  { uid, by, answer }: Answering & { answer: string },
  now: Date,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE registration
         SET answered_by = ?2, answered_at = ?3, answer = ?4
         WHERE uid = ?1 AND confirmed_at IS NOT NULL`,
      )
      .bind(uid, by, now.toISOString(), answer),
    db
      .prepare(
        `INSERT INTO mail (uid, kind, stream, address, due_at, created_at)
         SELECT uid || '-answer', 'registration_answer', ${streamOf("'registration_answer'")}, email, ?2, ?2
         FROM registration
         WHERE uid = ?1
         ON CONFLICT DO NOTHING`,
      )
      .bind(uid, now.toISOString()),
  ]
}
