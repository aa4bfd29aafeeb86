import type { D1Database } from '@cloudflare/workers-types'
import type { MailKind, MailReason, MailState } from '#shared/domain/mail.ts'
import { groupUid, personUid } from './movement.ts'

export type Entry = {
  to: string
  kind: MailKind
  round: string | null
  state: MailState
  reason: MailReason | null
  answer: string | null
  attempts: number
  dueAt: string
}

/** Waits until the sender has made mails of what was asked for, where it does: some seconds at most. */
export async function requestsTaken(db: D1Database): Promise<void> {
  for (let tries = 0; tries < 250; tries++) {
    if ((await db.prepare('SELECT 1 FROM link_request').all()).results.length === 0) return
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** The whole outbox, oldest first; a person by their name, a coordinator by their address. Of what has just been asked for too. */
export async function readOutbox(db: D1Database): Promise<Entry[]> {
  await requestsTaken(db)
  return outboxNow(db)
}

/** The same, as it is: where no sender runs, nothing is waited for. */
export async function outboxNow(db: D1Database): Promise<Entry[]> {
  const { results } = await db
    .prepare(
      `SELECT
         coalesce(person.name, mail.address) AS "to", mail.kind, mail.round_key AS round, mail.state, mail.reason, mail.server_reply AS answer,
         mail.attempts, mail.due_at AS dueAt
       FROM mail
       LEFT JOIN person ON person.id = mail.person_id
       ORDER BY mail.id`,
    )
    .all<Entry>()
  return results
}

/** `Lou: invitation pending` for each mail, in the order of their names. */
export async function readStates(db: D1Database): Promise<string[]> {
  const entries = await readOutbox(db)
  return entries
    .map(({ to, kind, state, reason }) => `${to}: ${kind} ${state}${reason ? ` (${reason})` : ''}`)
    .sort((a, b) => a.localeCompare(b))
}

/** What the form writes when a referent confirms or corrects. */
export async function answer(
  db: D1Database,
  { round, town, by, kind = 'confirmed' }: { round: string; town: string; by: string; kind?: string },
  now: Date,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO answer (round_key, group_id, person_id, kind, first_at, last_at)
       SELECT ?1, g.id, person.id, ?4, ?5, ?5
       FROM local_group g, person
       WHERE g.uid = ?2 AND person.uid = ?3`,
    )
    .bind(round, groupUid(town), personUid(by), kind, now.toISOString())
    .run()
}

/** Shuts an address to mails. */
export async function suppress(db: D1Database, address: string, reason: string, now: Date): Promise<void> {
  await db
    .prepare('INSERT INTO suppression (address, reason, since_at) VALUES (?1, ?2, ?3)')
    .bind(address, reason, now.toISOString())
    .run()
}
