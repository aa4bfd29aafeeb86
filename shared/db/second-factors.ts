import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { triesAtOnce, waitMinutes } from '#shared/domain/second-factor.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** Whose second factor, under which of the server's secrets (`serverKeyOf`). */
export type FactorOwner = { email: string; serverKey: string }

/** How somebody's second factor stands for one session of theirs (its SHA-256). */
export type FactorState = { isSetUp: boolean; isPassed: boolean; recoveryLeft: number; madeAt: Date | null }

export function factorState(
  db: ReadDatabase,
  { email, serverKey, session }: FactorOwner & { session: string },
): Question<FactorState> {
  return {
    // Does this coordinator have a second factor, and has this session passed it?
    statement: db
      .prepare(
        `SELECT
           (SELECT made_at FROM second_factor WHERE coordinator = ?1 AND server_key = ?2) AS made_at,
           (SELECT json_array_length(recovery_hashes) FROM second_factor WHERE coordinator = ?1 AND server_key = ?2) AS recovery,
           EXISTS (SELECT 1 FROM session WHERE hash = ?3 AND factor_at IS NOT NULL) AS passed`,
      )
      .bind(email, serverKey, session),
    read: ([row]: { made_at: string | null; recovery: number | null; passed: number }[]) => ({
      isSetUp: row?.made_at != null,
      isPassed: row?.passed === 1,
      recoveryLeft: row?.recovery ?? 0,
      madeAt: row?.made_at ? new Date(row.made_at) : null,
    }),
  }
}

/** Whether a coordinator (their address) has a second factor, under whichever of the server's secrets. */
export function hasSecondFactor(db: ReadDatabase, email: string): Question<boolean> {
  return {
    // Does this coordinator have a second factor?
    statement: db.prepare('SELECT EXISTS (SELECT 1 FROM second_factor WHERE coordinator = ?1) AS has').bind(email),
    read: ([row]: { has: number }[]) => row?.has === 1,
  }
}

/** Whoever has a second factor, by their address. */
export function listFactorOwners(db: ReadDatabase, serverKey: string): Question<string[]> {
  return {
    // Who has a second factor?
    statement: db.prepare('SELECT coordinator FROM second_factor WHERE server_key = ?1').bind(serverKey),
    read: (rows: { coordinator: string }[]) => rows.map(({ coordinator }) => coordinator),
  }
}

type NewFactor = FactorOwner & { salt: string; step: number; recovery: readonly string[]; session: string }

/** Sets a second factor up, which this session has passed; changes no row (the first statement) where there is one. */
export function insertSecondFactor(db: D1Database, factor: NewFactor, now: Date): D1PreparedStatement[] {
  const { email, serverKey, salt, step, recovery, session } = factor
  return [
    db
      .prepare(
        `INSERT INTO second_factor (coordinator, salt, server_key, made_at, last_step, recovery_hashes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (coordinator) DO UPDATE
         SET
           salt = excluded.salt, server_key = excluded.server_key, made_at = excluded.made_at, last_step = excluded.last_step,
           failed = 0, failed_at = NULL, recovery_hashes = excluded.recovery_hashes
         WHERE second_factor.server_key <> excluded.server_key`,
      )
      .bind(email, salt, serverKey, now.toISOString(), step, JSON.stringify(recovery)),
    db
      .prepare(
        `UPDATE session
         SET factor_at = ?3
         WHERE hash = ?1 AND EXISTS (SELECT 1 FROM second_factor WHERE coordinator = session.coordinator AND salt = ?2)`,
      )
      .bind(session, salt, now.toISOString()),
  ]
}

const waits = waitMinutes.map((minutes, index) => `WHEN ${index + 1} THEN ${minutes}`).join(' ')
const longest = waitMinutes.at(-1)
/** SQL: whether somebody may try a code at ?3. */
const mayTry = `(
    failed = 0 OR failed % ${triesAtOnce} <> 0
    OR unixepoch(?3) - unixepoch(failed_at) >= 60 * CASE failed / ${triesAtOnce} ${waits} ELSE ${longest} END
  )`

/** A try that is counted before it is known whether it is right: many at once are as many. */
export type CountedTry = { salt: string; failed: number }

/** Null when there have been too many, or there is no second factor. */
export async function countTry(
  db: D1Database,
  { email, serverKey }: FactorOwner,
  now: Date,
): Promise<CountedTry | null> {
  return db
    .prepare(
      `UPDATE second_factor
       SET failed = failed + 1, failed_at = ?3
       WHERE coordinator = ?1 AND server_key = ?2 AND ${mayTry}
       RETURNING salt, failed`,
    )
    .bind(email, serverKey, now.toISOString())
    .first<CountedTry>()
}

type Taken = { email: string; session: string }

/** Takes a code, by its half minute, for a session; changes no row (either statement) when it was taken before. */
export function takeCode(db: D1Database, { email, session }: Taken, step: number, now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE session
         SET factor_at = ?4
         WHERE hash = ?2 AND coordinator = ?1
         AND EXISTS (SELECT 1 FROM second_factor WHERE coordinator = ?1 AND last_step < ?3)`,
      )
      .bind(email, session, step, now.toISOString()),
    db
      .prepare(
        `UPDATE second_factor
         SET last_step = ?2, failed = 0, failed_at = NULL
         WHERE coordinator = ?1 AND last_step < ?2`,
      )
      .bind(email, step),
  ]
}

/** Takes a recovery code, by its HMAC, for a session; changes no row of `session` when there is none, or it was used. */
export function takeRecoveryCode(
  db: D1Database,
  { email, session }: Taken,
  hash: string,
  now: Date,
): D1PreparedStatement[] {
  const holdsIt = 'EXISTS (SELECT 1 FROM json_each(recovery_hashes) WHERE value = ?2)'
  return [
    db
      .prepare(
        `UPDATE session
         SET factor_at = ?4
         WHERE hash = ?3 AND coordinator = ?1
         AND EXISTS (SELECT 1 FROM second_factor WHERE coordinator = ?1 AND ${holdsIt})`,
      )
      .bind(email, hash, session, now.toISOString()),
    db
      .prepare(
        `UPDATE second_factor
         SET
           failed = 0, failed_at = NULL,
           recovery_hashes = (SELECT json_group_array(value) FROM json_each(recovery_hashes) WHERE value <> ?2)
         WHERE coordinator = ?1 AND ${holdsIt}`,
      )
      .bind(email, hash),
  ]
}

/** Other recovery codes, instead of those that there were. */
export function replaceRecoveryCodes(db: D1Database, email: string, hashes: readonly string[]): D1PreparedStatement {
  return db
    .prepare('UPDATE second_factor SET recovery_hashes = ?2 WHERE coordinator = ?1')
    .bind(email, JSON.stringify(hashes))
}

export function deleteSecondFactor(db: D1Database, email: string): D1PreparedStatement {
  return db.prepare('DELETE FROM second_factor WHERE coordinator = ?1').bind(email)
}
