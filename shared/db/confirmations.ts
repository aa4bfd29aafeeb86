import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { SectionName } from '#shared/record/record.ts'
import { writeChecks } from './group-checks.ts'

/** That somebody said of sections that they are right as they stand. Names are null for people whose data was erased. */
export type Confirmation = {
  /** 1, 2, 3 … within the group. */
  number: number
  madeAt: Date
  by: string | null
  byUid: string | null
  /** They said so on the phone, to somebody of the team who noted it. */
  isHeard: boolean
  sections: SectionName[]
  undoneAt: Date | null
  undoneBy: string | null
}

/** The group, a person and what they confirm, by their uids; `round` is the latest one. */
export type NewConfirmation = {
  group: string
  person: string
  round: string | null
  sections: readonly SectionName[]
  isHeard: boolean
}

/** Remembers a confirmation, with what it replaces. In one batch with what it writes, and before that. */
export function insertConfirmation(
  db: D1Database,
  { group, person, round, sections, isHeard }: NewConfirmation,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO confirmation (group_id, number, person_id, is_heard, made_at, round_key, checks_before, answer_before)
       SELECT
         g.id, (SELECT coalesce(max(number), 0) + 1 FROM confirmation WHERE group_id = g.id), person.id, ?6, ?5, ?3,
         (
           SELECT json_group_object(item.value, json(iif(
             checks -> item.value IS NULL,
             'null',
             json_array(checks -> item.value ->> 0, (SELECT uid FROM person WHERE id = checks -> item.value ->> 1))
           )))
           FROM json_each(?4) AS item
           JOIN group_check ON group_check.group_id = g.id
         ),
         (
           SELECT json_array(kind, first_at, last_at)
           FROM answer
           WHERE round_key = ?3 AND group_id = g.id AND answer.person_id = person.id
         )
       FROM local_group g
       JOIN person ON person.uid = ?2
       WHERE g.uid = ?1`,
    )
    .bind(group, person, round, JSON.stringify(sections), now.toISOString(), Number(isHeard))
}

/** A group (uid) and the number of one of its confirmations. */
export type ConfirmationKey = { group: string; number: number }

const isIt = 'confirmation.group_id = (SELECT id FROM local_group WHERE uid = ?1) AND confirmation.number = ?2'

// The confirmation ?2 of the group ?1, as long as nobody has taken it back
const taken = `
         taken AS (
           SELECT confirmation.*, json_array(made_at, person.uid) AS mark
           FROM confirmation
           LEFT JOIN person ON person.id = confirmation.person_id
           WHERE ${isIt} AND undone_at IS NULL
         )`

/** Takes back a confirmation: what it set and nobody has written since is as it was before. `person` (uid) is who does so; null: the team. */
export function revertConfirmation(
  db: D1Database,
  { group, number, person }: ConfirmationKey & { person: string | null },
  now: Date,
): D1PreparedStatement[] {
  const write = (sql: string) => db.prepare(sql).bind(group, number)
  return [
    write(checksBefore),
    ...answerBefore.map(write),
    write(forgottenIn),
    db
      .prepare(
        `UPDATE confirmation
         SET undone_at = ?3, undone_by = (SELECT id FROM person WHERE uid = ?4)
         WHERE ${isIt} AND undone_at IS NULL`,
      )
      .bind(group, number, now.toISOString(), person),
  ]
}

// A section that was never checked before is so again: null takes it out
const checksBefore = `WITH${taken}${writeChecks(`
         SELECT group_check.group_id, json_patch(group_check.checks, (
           SELECT json_group_object(before.key, json(iif(
             before.type = 'array',
             json_array(before.value ->> 0, (SELECT id FROM person WHERE uid = before.value ->> 1)),
             'null'
           )))
           FROM json_each(taken.checks_before) AS before
           WHERE json_array(taken.made_at, taken.person_id) = group_check.checks -> before.key
         )) AS checks
         FROM taken
         JOIN group_check ON group_check.group_id = taken.group_id`)}`

const answerBefore = [
  `WITH${taken}
         UPDATE answer
         SET kind = taken.answer_before ->> 0, first_at = taken.answer_before ->> 1, last_at = taken.answer_before ->> 2
         FROM taken
         WHERE answer.round_key = taken.round_key AND answer.group_id = taken.group_id AND answer.person_id = taken.person_id
         AND answer.last_at = taken.made_at AND taken.answer_before IS NOT NULL`,
  `WITH${taken}
         DELETE FROM answer
         WHERE kind = 'confirmed'
         AND (round_key, group_id, person_id, last_at) IN (
           SELECT round_key, group_id, person_id, made_at
           FROM taken
           WHERE answer_before IS NULL
         )`,
]

// A later confirmation that is taken back too does not bring this one again
const forgottenIn = `WITH${taken}
         UPDATE confirmation
         SET
           checks_before = (
             SELECT json_group_object(later.key, json(coalesce(
               iif(later.value = taken.mark AND taken.checks_before ->> later.key IS NOT NULL, taken.checks_before -> later.key, NULL),
               iif(later.type = 'array' AND later.value <> taken.mark, later.value, 'null')
             )))
             FROM json_each(confirmation.checks_before) AS later
           ),
           answer_before = iif(
             confirmation.person_id = taken.person_id AND confirmation.round_key = taken.round_key
               AND confirmation.answer_before ->> 2 = taken.made_at,
             taken.answer_before,
             confirmation.answer_before
           )
         FROM taken
         WHERE confirmation.group_id = taken.group_id AND confirmation.number > taken.number`

/** Which confirmations of a group are wanted: so many, the latest first; or one, by its number. */
export type ConfirmationRequest = { limit?: number; number?: number }

/**
 * SQL: confirmations of `local_group g` as JSON, for `readConfirmations`, of before the revision whose number is `before`. `asked` holds a
 * `ConfirmationRequest` as JSON, as `confirmations`.
 */
export const confirmationsColumn = (asked: string, before: string) => `(
    SELECT json_group_array(json_array(
      latest.number, latest.made_at, person.name, person.uid, (SELECT json_group_array(key) FROM json_each(latest.checks_before)),
      latest.undone_at, undoer.name, latest.is_heard
    ))
    FROM (
      SELECT *
      FROM confirmation
      WHERE group_id = g.id
      AND made_at < coalesce((SELECT made_at FROM revision WHERE revision.group_id = g.id AND revision.number = ${before}), '~')
      AND number = coalesce(${asked} ->> '$.confirmations.number', number)
      ORDER BY number DESC
      LIMIT coalesce(${asked} ->> '$.confirmations.limit', 0) + 0
    ) AS latest
    LEFT JOIN person ON person.id = latest.person_id
    LEFT JOIN person undoer ON undoer.id = latest.undone_by
  )`

type Columns = [
  number: number,
  madeAt: string,
  by: string | null,
  byUid: string | null,
  sections: string | SectionName[],
  undoneAt: string | null,
  undoneBy: string | null,
  isHeard: number,
]

/** The latest first. */
export function readConfirmations(json: string): Confirmation[] {
  return (JSON.parse(json) as Columns[])
    .map(([number, madeAt, by, byUid, sections, undoneAt, undoneBy, isHeard]) => ({
      number,
      madeAt: new Date(madeAt),
      by,
      byUid,
      sections: typeof sections === 'string' ? (JSON.parse(sections) as SectionName[]) : sections,
      undoneAt: undoneAt === null ? null : new Date(undoneAt),
      undoneBy,
      isHeard: isHeard === 1,
    }))
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime() || b.number - a.number)
}
