import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Movement } from '#shared/movement.ts'
import { streamOf } from './mail-streams.ts'
import { owedMemberships } from './owed.ts'

/** How many links one address may ask for in an hour and in a day: enough for somebody who is lost, too few to pester anybody with. */
const linksPerHour = 3
const linksPerDay = 6
const signInsPerHour = 6
/** Of which those asked elsewhere use up six at most. */
const signInsOfKnownPerHour = 2 * signInsPerHour

type SignInAsk = { address: string; isCoordinator: boolean; isKnown: boolean; browserHash: string }

export const hoursAgo = (hours: number, now: Date) => new Date(now.getTime() - hours * 3_600_000).toISOString()

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
         owed AS (${owedMemberships('?1', '?3')})
       UPDATE mail
       SET state = 'cancelled', reason = 'answered', settled_at = ?4, lease_id = NULL, lease_until = NULL
       -- The plus keeps to the mails of these people: the index of rounds holds everybody's
       WHERE +round_key = ?1
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
 * SQL: writes a new link to each referent among `askers`, a select of `address` and `link_hash`: who has this address, or held the link with this
 * SHA-256, unless it was stopped. Does nothing, silently, for an address that nobody has, for somebody who has no group, and for whoever asks
 * too often: the page must say the same in every case. ?1 is now, ?2 an hour before, ?3 a day before.
 */
export const newLinkSql = (askers: string) => `
  WITH asker AS (${askers})
  INSERT INTO mail (kind, stream, person_id, state, reason, due_at, settled_at, created_at)
  SELECT 'new_link', ${streamOf("'new_link'")}, person.id, iif(suppressed.address IS NULL, 'pending', 'suppressed'), suppressed.reason,
    ?1, iif(suppressed.address IS NULL, NULL, ?1), ?1
  FROM person
  LEFT JOIN suppression suppressed ON suppressed.address = person.email AND suppressed.reason = 'complaint'
  WHERE person.id IN (
    SELECT coalesce(known.merged_into_id, known.id)
    FROM asker
    JOIN person known ON known.email = asker.address
    UNION
    SELECT mail.person_id
    FROM asker
    JOIN link ON link.hash = asker.link_hash AND link.revoked_at IS NULL
    JOIN mail ON mail.id = link.mail_id
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
    WHERE recent.person_id = person.id AND recent.kind = 'new_link' AND recent.created_at > ?2
  ) < ${linksPerHour}
  AND (
    SELECT count(*)
    FROM mail recent
    WHERE recent.person_id = person.id AND recent.kind = 'new_link' AND recent.created_at > ?3
  ) < ${linksPerDay}`

/** Writes a new link to one asker. */
export function insertNewLink(
  db: D1Database,
  asker: { address: string } | { linkHash: string },
  now: Date,
): D1PreparedStatement {
  const [address, hash] = 'address' in asker ? [asker.address, null] : [null, asker.linkHash]
  return db
    .prepare(newLinkSql('SELECT ?4 AS address, ?5 AS link_hash'))
    .bind(now.toISOString(), hoursAgo(1, now), hoursAgo(24, now), address, hash)
}

/** Stops a link (its SHA-256), whoever holds it. */
export function updateRevoked(db: D1Database, hash: string, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE link SET revoked_at = ?2 WHERE hash = ?1 AND revoked_at IS NULL')
    .bind(hash, now.toISOString())
}

/**
 * SQL: writes a sign-in link to each coordinator among `askers`, a select of `id`, `address`, `browser_hash` (SHA-256 of the cookie of the browser
 * that asked) and `is_known` (they have signed in there before). Does nothing for whoever asks too often from a browser where they never
 * signed in. ?1 is now, ?2 an hour before.
 */
export const signInSql = (askers: string) => `
  WITH asker AS (
    SELECT *, row_number() OVER (PARTITION BY address ORDER BY id) AS place
    FROM (${askers})
  )
  INSERT INTO mail (kind, stream, address, browser_hash, due_at, created_at)
  SELECT 'sign_in', ${streamOf("'sign_in'")}, asker.address, asker.browser_hash, ?1, ?1
  FROM asker
  WHERE (
    SELECT count(*)
    FROM mail recent
    WHERE recent.address = asker.address AND recent.kind = 'sign_in' AND recent.is_test = 0 AND recent.created_at > ?2
  ) + asker.place <= iif(asker.is_known, ${signInsOfKnownPerHour}, ${signInsPerHour})`

/** Writes a sign-in link to one asker, where they are a coordinator. */
export function insertSignIn(
  db: D1Database,
  { address, isCoordinator, isKnown, browserHash }: SignInAsk,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(signInSql('SELECT 1 AS id, ?3 AS address, ?4 AS browser_hash, ?5 AS is_known WHERE ?6'))
    .bind(now.toISOString(), hoursAgo(1, now), address, browserHash, isKnown ? 1 : 0, isCoordinator ? 1 : 0)
}
