import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Question } from './ask.ts'
import { isInvited } from './invitations.ts'
import { streamOf } from './mail-streams.ts'
import type { ReadDatabase } from './read-only.ts'

/** Days before somebody who does not answer may be asked again. */
export const daysBeforeAgain = 3

/** Whether somebody who is invited may be asked once more; else why not. */
export type MayAsk = 'yes' | 'asked_twice' | 'too_soon' | 'waits_for_team' | 'unreached'

/** Somebody whom a group named and who has not said yes. */
export type Unanswered = {
  id: number
  name: string
  group: { uid: string; name: string }
  invitedAt: Date
  mayAsk: MayAsk
}

/** SQL: whether they may be asked now, of `invitation`; `since` is the parameter of the instant before which they must have been invited. */
const mayAsk = (since: string) => `CASE
    WHEN invitation.waiting_at IS NOT NULL THEN 'waits_for_team'
    WHEN invitation.asked_again_at IS NOT NULL THEN 'asked_twice'
    WHEN invitation.invited_at > ${since} THEN 'too_soon'
    WHEN EXISTS (SELECT 1 FROM suppression WHERE suppression.address = invitation.email) THEN 'unreached'
    ELSE 'yes'
  END`

const sinceOf = (now: Date) => new Date(now.getTime() - daysBeforeAgain * 86_400_000).toISOString()

/** Whom these groups (uids) named, and who has not said yes; closed groups have nobody to ask. */
export function listUnanswered(db: ReadDatabase, groups: readonly string[], now: Date): Question<Unanswered[]> {
  type Columns = { id: number; name: string; uid: string; group: string; invited_at: string; may_ask: MayAsk }
  return {
    // Who was named in these groups, and has not answered?
    statement: db
      .prepare(
        `SELECT invitation.id, invitation.name, g.uid, g.name AS "group", invitation.invited_at, ${mayAsk('?2')} AS may_ask
         FROM json_each(?1) AS asked
         JOIN local_group g ON g.uid = asked.value
         JOIN invitation ON invitation.group_id = g.id
         WHERE ${isInvited} AND invitation.answer IS NULL AND g.state <> 'closed' AND g.merged_into_id IS NULL
         ORDER BY g.name_key, invitation.name_key, invitation.id`,
      )
      .bind(JSON.stringify(groups), sinceOf(now)),
    read: (rows: Columns[]) =>
      rows.map(({ id, name, uid, group, invited_at, may_ask }) => ({
        id,
        name,
        group: { uid, name: group },
        invitedAt: new Date(invited_at),
        mayAsk: may_ask,
      })),
  }
}

/** SQL: those of `?1` (ids) that may be asked at `?2`, of which none waits to leave; `?3` as in `mayAsk`. */
const askable = `
         FROM json_each(?1) AS asked
         JOIN invitation ON invitation.id = asked.value
         JOIN local_group g ON g.id = invitation.group_id
         WHERE ${isInvited} AND invitation.answer IS NULL AND g.state <> 'closed' AND ${mayAsk('?3')} = 'yes'
         AND NOT EXISTS (SELECT 1 FROM mail WHERE mail.invitation_id = invitation.id AND mail.state IN ('pending', 'sending'))`

/**
 * Asks these invitations (ids) once more, those that may be, each with its event; the second statement says how many in the event of the whole, and gives its
 * id. In one batch: what is asked is looked at before any is marked, so that two coordinators at once ask nobody twice.
 */
export function insertSecondAsks(
  db: D1Database,
  ids: readonly number[],
  coordinator: string,
  now: Date,
): D1PreparedStatement[] {
  const [json, instant] = [JSON.stringify(ids), now.toISOString()]
  const event = (columns: string, values: string) =>
    db
      .prepare(
        `INSERT INTO event (happened_at, actor, coordinator, action, ${columns}) SELECT ?2, 'coordinator', ?4, ${values}`,
      )
      .bind(json, instant, sinceOf(now), coordinator)
  return [
    event('group_id', `'invite_again', invitation.group_id ${askable}`),
    event(
      'details',
      `'invite_several_again', json_object('to', '', 'parts', count(*)) ${askable}
         HAVING count(*) > 0
         RETURNING id, details ->> 'parts' AS parts`,
    ),
    db
      .prepare(
        `INSERT INTO mail (kind, stream, invitation_id, group_id, due_at, created_at)
         SELECT 'welcome', ${streamOf("'welcome'")}, invitation.id, invitation.group_id, ?2, ?2
         ${askable}`,
      )
      .bind(json, instant, sinceOf(now)),
    db
      .prepare(
        `UPDATE invitation
         SET asked_again_at = ?2
         WHERE id IN (SELECT value FROM json_each(?1)) AND asked_again_at IS NULL
         AND EXISTS (SELECT 1 FROM mail WHERE mail.invitation_id = invitation.id AND mail.kind = 'welcome' AND mail.created_at = ?2)`,
      )
      .bind(json, instant),
  ]
}
