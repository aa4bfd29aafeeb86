import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Movement } from '#shared/movement.ts'
import { streamOf } from './mail-streams.ts'
import { owedSeats } from './owed.ts'

/** How many links one address may ask for in an hour and in a day: enough for somebody who is lost, too few to pester anybody with. */
const linksPerHour = 3
const linksPerDay = 6
const signInsPerHour = 6
/** Of which those asked elsewhere use up six at most. */
const signInsOfKnownPerHour = 2 * signInsPerHour

type SignInAsk = { address: string; isCoordinator: boolean; isKnown: boolean; browserHash: string }

const hoursAgo = (hours: number, now: Date) => new Date(now.getTime() - hours * 3_600_000).toISOString()

/**
 * Takes back the mails of a round that would ask about groups (uids) of which somebody has just answered: whatever has not begun to
 * leave, of every referent who is owed no other group. In one batch with the answer, before or after it. Somebody who is no
 * longer a referent is owed nothing, which their mail finds out when it is about to leave.
 */
export function cancelMailsAbout(
  db: D1Database,
  { round, groups, writesTo }: { round: string; groups: readonly string[]; writesTo: Movement['writesTo'] },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `WITH
         answered AS (
           SELECT id
           FROM local_group
           WHERE uid IN (SELECT value FROM json_each(?2))
         ),
         owed AS (${owedSeats('?1', '?3')})
       UPDATE mail
       SET state = 'cancelled', reason = 'answered', settled_at = ?4, lease_id = NULL, lease_until = NULL
       WHERE round_key = ?1
       AND (state = 'pending' OR (state = 'sending' AND leaving_at IS NULL))
       AND person_id IN (
         SELECT referent.person_id
         FROM referent
         WHERE referent.until_at IS NULL AND referent.group_id IN (SELECT id FROM answered)
       )
       AND NOT EXISTS (
         SELECT 1
         FROM owed
         WHERE owed.person_id = mail.person_id
         AND owed.group_id NOT IN (SELECT id FROM answered)
       )`,
    )
    .bind(round, JSON.stringify(groups), JSON.stringify(writesTo), now.toISOString())
}

/**
 * Writes a new link to the referent who has this address, or who held the link with this SHA-256, unless it was stopped. Does nothing, silently, for
 * an address that nobody has, for somebody who has no group, and for whoever asks too often: the page must say the same in every case.
 */
export function insertNewLink(
  db: D1Database,
  asker: { address: string } | { linkHash: string },
  now: Date,
): D1PreparedStatement {
  const [address, hash] = 'address' in asker ? [asker.address, null] : [null, asker.linkHash]
  return db
    .prepare(
      `INSERT INTO mail (kind, stream, person_id, state, reason, due_at, settled_at, created_at)
       SELECT 'new_link', ${streamOf("'new_link'")}, person.id, iif(shut.address IS NULL, 'pending', 'suppressed'), shut.reason,
         ?3, iif(shut.address IS NULL, NULL, ?3), ?3
       FROM person
       LEFT JOIN suppression shut ON shut.address = person.email AND shut.reason = 'complaint'
       WHERE (
         person.email = ?1
         OR person.id = (SELECT mail.person_id FROM link JOIN mail ON mail.id = link.mail_id WHERE link.hash = ?2 AND link.revoked_at IS NULL)
       )
       AND EXISTS (SELECT 1 FROM referent WHERE referent.person_id = person.id AND referent.until_at IS NULL)
       AND NOT EXISTS (
         SELECT 1
         FROM mail waiting
         WHERE waiting.person_id = person.id AND waiting.kind = 'new_link' AND waiting.state = 'pending'
       )
       AND (
         SELECT count(*)
         FROM mail recent
         WHERE recent.person_id = person.id AND recent.kind = 'new_link' AND recent.created_at > ?4
       ) < ${linksPerHour}
       AND (
         SELECT count(*)
         FROM mail recent
         WHERE recent.person_id = person.id AND recent.kind = 'new_link' AND recent.created_at > ?5
       ) < ${linksPerDay}`,
    )
    .bind(address, hash, now.toISOString(), hoursAgo(1, now), hoursAgo(24, now))
}

/** Stops a link (its SHA-256), whoever holds it. */
export function revokeLink(db: D1Database, hash: string, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE link SET revoked_at = ?2 WHERE hash = ?1 AND revoked_at IS NULL')
    .bind(hash, now.toISOString())
}

/**
 * Writes a sign-in link to a coordinator, for the browser (SHA-256 of its cookie) that asked. Does nothing for whoever asks too often from
 * a browser where they never signed in, nor for anybody else: it is run all the same, lest the time that it takes tell whose address is
 * a coordinator's.
 */
export function insertSignIn(
  db: D1Database,
  { address, isCoordinator, isKnown, browserHash }: SignInAsk,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail (kind, stream, address, browser_hash, due_at, created_at)
       SELECT 'sign_in', ${streamOf("'sign_in'")}, ?1, ?2, ?3, ?3
       WHERE ?5
       AND (
         SELECT count(*)
         FROM mail recent
         WHERE recent.address = ?1 AND recent.kind = 'sign_in' AND recent.created_at > ?4
       ) < iif(?6, ${signInsOfKnownPerHour}, ${signInsPerHour})`,
    )
    .bind(address, browserHash, now.toISOString(), hoursAgo(1, now), isCoordinator ? 1 : 0, isKnown ? 1 : 0)
}
