import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Movement } from '#shared/movement.ts'
import { insertAges, insertGroups } from './census.ts'
import { streamOf } from './mail-streams.ts'
import { nextSlice, type StepTaken, sliceSize } from './next-slice.ts'
import { owedMemberships } from './owed.ts'

// What a step of a round writes, of a hundred thousand groups too: people and groups by their ids, so many in one transaction. How far it has come
// stands in `round_step.written_until`, and is written with what it says. Whoever comes next goes on from there: a sender that was killed, or two at once.

type Writing = Pick<Movement, 'writesTo' | 'sections' | 'calendar'>

// Has this step still to take something back, and what? What has not begun to leave of every earlier step and round: two mails in one minute help
// nobody. The step comes first: a slice that only writes reads no mail here. The plus keeps to the index of what is pending: that of rounds holds all
// that ever left
const overtakenOf = (state: string) => `
  SELECT mail.id
  FROM (
    SELECT 1 FROM round_step WHERE round_key = ?1 AND name = ?2 AND opened_at = ?3 AND written_until < 0
  )
  CROSS JOIN mail
  WHERE ${state} AND (+mail.round_key < ?1 OR (+mail.round_key = ?1 AND mail.step <> ?2))`
const overtaken = `${overtakenOf(`mail.state = 'pending'`)} UNION ALL ${overtakenOf(`mail.state = 'sending' AND mail.leaving_at IS NULL`)}`

/** Writes the next slice of a step, in one batch; the last of these statements says how far that is (`isWritten`). */
export function writeSlice(
  db: D1Database,
  step: StepTaken,
  { writesTo, sections, calendar }: Writing,
  size = sliceSize,
): D1PreparedStatement[] {
  const taken = [step.round, step.step, step.openedAt] as const
  return [
    cancelOvertaken(db, step, size),
    db
      .prepare(
        `UPDATE round_step
         SET written_until = 0
         WHERE round_key = ?1 AND name = ?2 AND opened_at = ?3 AND written_until < 0 AND NOT EXISTS (${overtaken})`,
      )
      .bind(...taken),
    ...(step.kind === 'silent_groups'
      ? [insertAges(db, step, { writesTo, sections, calendar, size })]
      : [insertStepMails(db, step, { writesTo, size }), insertGroups(db, step, { writesTo, size })]),
    advance(db, step, size),
  ]
}

/** Whether a step is whole, or not ours, by what the last statement of `writeSlice` gave. */
export function isWritten(rows: readonly unknown[] | undefined): boolean {
  const [row] = (rows ?? []) as { written_until: number | null }[]
  return !row || row.written_until === null
}

/** Takes back what a step overtakes, before it writes anything. */
function cancelOvertaken(db: D1Database, { round, step, openedAt }: StepTaken, size: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE mail
       SET state = 'cancelled', reason = 'overtaken', settled_at = ?3, lease_id = NULL, lease_until = NULL
       WHERE id IN (${overtaken} LIMIT ?4 + 0)`,
    )
    .bind(round, step, openedAt, size)
}

/** SQL: the kind of a step's mail to a `person` in the round ?1, who may have had none of it yet. */
const firstOr = (kind: string) => `
  iif(EXISTS (SELECT 1 FROM mail earlier WHERE earlier.person_id = person.id AND earlier.round_key = ?1), ${kind}, 'invitation')`

/**
 * Puts mails in the outbox: one for each person who is owed one, whatever the number of their groups. An address that
 * must not get mail gets its row too, with the reason, so that nobody wonders. Whoever came after the opening, and had no mail of this round
 * yet, is not reminded of it: theirs is the invitation.
 */
function insertStepMails(
  db: D1Database,
  { round, step, kind, openedAt }: StepTaken,
  { writesTo, size }: Pick<Writing, 'writesTo'> & { size: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail (kind, stream, round_key, step, person_id, state, reason, due_at, settled_at, created_at)
       SELECT ${firstOr('?6')}, ${streamOf('?6')}, ?1, ?2, person.id, iif(suppressed.address IS NULL, 'pending', 'suppressed'), suppressed.reason,
         ?3, iif(suppressed.address IS NULL, NULL, ?3), ?3
       FROM (${nextSlice}) AS slice
       CROSS JOIN person ON person.id > slice.after AND person.id <= slice.until
       LEFT JOIN suppression suppressed ON suppressed.address = person.email
       WHERE EXISTS (${owedMemberships('?1', '?5')} AND referent.person_id = person.id)
       ORDER BY person.id
       ON CONFLICT DO NOTHING`,
    )
    .bind(round, step, openedAt, size, JSON.stringify(writesTo), kind)
}

/** Puts the list of silent groups in the outbox, for each coordinator. After `insertSteps`, in one batch. */
export function insertCoordinatorMails(
  db: D1Database,
  { round, step, kind, openedAt }: StepTaken,
  addresses: readonly string[],
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail (kind, stream, round_key, step, address, state, reason, due_at, settled_at, created_at)
       SELECT ?5, ${streamOf('?5')}, ?1, ?2, item.value, iif(suppressed.address IS NULL, 'pending', 'suppressed'), suppressed.reason,
         ?3, iif(suppressed.address IS NULL, NULL, ?3), ?3
       FROM json_each(?4) AS item
       LEFT JOIN suppression suppressed ON suppressed.address = item.value
       WHERE EXISTS (SELECT 1 FROM round_step WHERE round_key = ?1 AND name = ?2 AND opened_at = ?3)
       ON CONFLICT DO NOTHING`,
    )
    .bind(round, step, openedAt, JSON.stringify(addresses), kind)
}

/** Says how far a step has come; NULL when nobody, and no group, is beyond. */
function advance(db: D1Database, { round, step, openedAt }: StepTaken, size: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE round_step
       SET written_until = CASE
         WHEN written_until < 0 THEN written_until
         WHEN EXISTS (SELECT 1 FROM person WHERE id > written_until + ?4) THEN written_until + ?4
         WHEN EXISTS (SELECT 1 FROM local_group WHERE id > written_until + ?4) THEN written_until + ?4
       END
       WHERE round_key = ?1 AND name = ?2 AND opened_at = ?3 AND written_until IS NOT NULL
       RETURNING written_until`,
    )
    .bind(round, step, openedAt, size)
}
