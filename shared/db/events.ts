import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Actor } from '#shared/domain/actor.ts'
import type { ActionEvent } from '#shared/domain/event.ts'

/** Remembers who did what. In one batch with what it tells. */
export function insertEvent(db: D1Database, actor: Actor, event: ActionEvent, now: Date): D1PreparedStatement {
  return insertion(db, actor, event, now, '')
}

/** Remembers what one act of a coordinator, or of nobody in particular, did to several groups. In one batch with what it tells. */
export function insertGroupEvents(
  db: D1Database,
  actor: Exclude<Actor, { kind: 'referent' }>,
  events: readonly ActionEvent[],
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO event (happened_at, actor, coordinator, action, group_id, revision, details)
       SELECT ?2, ?3, ?4, item.value ->> 'action', g.id, item.value ->> 'revision', coalesce(item.value -> 'details', '{}')
       FROM json_each(?1) AS item
       JOIN local_group g ON g.uid = item.value ->> 'group'`,
    )
    .bind(JSON.stringify(events), now.toISOString(), actor.kind, 'email' in actor ? actor.email : null)
}

/** The same to several people. */
export function insertPersonEvents(
  db: D1Database,
  actor: Exclude<Actor, { kind: 'referent' }>,
  events: readonly ActionEvent[],
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO event (happened_at, actor, coordinator, action, person_id, details)
       SELECT ?2, ?3, ?4, item.value ->> 'action', person.id, coalesce(item.value -> 'details', '{}')
       FROM json_each(?1) AS item
       JOIN person ON person.uid = item.value ->> 'person'`,
    )
    .bind(JSON.stringify(events), now.toISOString(), actor.kind, 'email' in actor ? actor.email : null)
}

/** Remembers an act on several, after the events of each; gives its id. */
export function insertWholeEvent(db: D1Database, actor: Actor, event: ActionEvent, now: Date): D1PreparedStatement {
  return insertion(db, actor, event, now, 'RETURNING id')
}

/** That a step of a round was opened, where this run opened it. After `insertSteps`, in one batch. */
export function insertStepEvent(
  db: D1Database,
  actor: Actor,
  { round, step }: { round: string; step: string },
  now: Date,
): D1PreparedStatement {
  return insertion(
    db,
    actor,
    { action: 'open_step', details: { round, step } },
    now,
    `WHERE EXISTS (
       SELECT 1
       FROM round_step
       WHERE round_key = ?9 ->> 'round' AND name = ?9 ->> 'step' AND opened_at = ?1
     )`,
  )
}

/** That a coordinator's session (its SHA-256) began, where it did. After `insertSession`, in one batch. */
export function insertSessionEvent(
  db: D1Database,
  { email, session, action = 'sign_in' }: { email: string; session: string; action?: 'sign_in' | 'join_team' },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO event (happened_at, actor, coordinator, action)
       SELECT ?1, 'coordinator', ?2, ?4
       WHERE EXISTS (SELECT 1 FROM session WHERE hash = ?3)`,
    )
    .bind(now.toISOString(), email, session, action)
}

function insertion(
  db: D1Database,
  actor: Actor,
  { action, group, person, about, revision, details = {} }: ActionEvent,
  now: Date,
  condition: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO event (happened_at, actor, actor_id, coordinator, action, group_id, revision, details, person_id, about_coordinator)
       SELECT
         ?1, ?2,
         coalesce(
           (SELECT id FROM person WHERE uid = ?3),
           (SELECT mail.person_id FROM link JOIN mail ON mail.id = link.mail_id WHERE link.hash = ?4)
         ),
         ?5, ?6, (SELECT id FROM local_group WHERE uid = ?7), ?8, ?9, (SELECT id FROM person WHERE uid = ?10), ?11
       ${condition}`,
    )
    .bind(
      now.toISOString(),
      actor.kind,
      'person' in actor ? actor.person : null,
      'link' in actor ? actor.link : null,
      'email' in actor ? actor.email : null,
      action,
      group ?? null,
      revision ?? null,
      JSON.stringify(details),
      person ?? null,
      about ?? null,
    )
}
