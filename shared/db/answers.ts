import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { SectionName } from '#shared/record/record.ts'
import { writeChecks } from './group-checks.ts'
import type { AnswerKind } from './link-sessions.ts'

export type NewAnswer = { round: string; group: string; person: string; kind: AnswerKind }

/** Writes down what a person said about a group in a round. A correction outranks "all right". */
export function upsertAnswer(
  db: D1Database,
  { round, group, person, kind }: NewAnswer,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO answer (round_key, group_id, person_id, kind, first_at, last_at)
       SELECT ?5, g.id, person.id, ?3, ?4, ?4
       FROM local_group g
       JOIN person ON person.uid = ?2
       WHERE g.uid = ?1
       ON CONFLICT (group_id, round_key, person_id) DO UPDATE
       SET
         kind = CASE WHEN excluded.kind = 'confirmed' AND answer.kind = 'updated' THEN answer.kind ELSE excluded.kind END,
         last_at = excluded.last_at`,
    )
    .bind(group, person, kind, now.toISOString(), round)
}

/** Remembers that sections of a group were looked at and are right as they now stand. */
export function upsertChecks(
  db: D1Database,
  group: string,
  person: string,
  sections: readonly SectionName[],
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      writeChecks(`
         SELECT group_check.group_id, json_patch(group_check.checks, (
           SELECT json_group_object(value, json_array(?4, (SELECT id FROM person WHERE uid = ?2)))
           FROM json_each(?3)
         )) AS checks
         FROM local_group g
         JOIN group_check ON group_check.group_id = g.id
         WHERE g.uid = ?1`),
    )
    .bind(group, person, JSON.stringify(sections), now.toISOString())
}
