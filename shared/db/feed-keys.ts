import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** What a key opens, and to which groups it is limited: of some regions (null: of all), that gave one of these answers to each question that is named in them. */
export type FeedKey = { id: number; purpose: string; regions: string[] | null; answers: string[] }

const listIn = (json: string | null) => (json === null ? null : (JSON.parse(json) as string[]))

/** The key of this hash (`hashToken`); null when there is none, or when it was revoked. */
export function findFeedKey(db: ReadDatabase, hash: string): Question<FeedKey | null> {
  return {
    // What does this key open?
    statement: db
      .prepare(
        `SELECT id, purpose, regions, answers
         FROM feed_key
         WHERE hash = ?1 AND revoked_at IS NULL`,
      )
      .bind(hash),
    read: ([row]: { id: number; purpose: string; regions: string | null; answers: string | null }[]) =>
      row
        ? {
            id: row.id,
            purpose: row.purpose,
            regions: listIn(row.regions),
            answers: listIn(row.answers) ?? [],
          }
        : null,
  }
}

/** A key as it is listed: it is never shown again. */
export type ListedKey = {
  id: number
  name: string
  purpose: string
  regions: string[] | null
  answers: string[]
  madeAt: Date
  revokedAt: Date | null
}

export function listFeedKeys(db: ReadDatabase): Question<ListedKey[]> {
  return {
    // Which keys are there?
    statement: db.prepare('SELECT id, name, purpose, regions, answers, made_at, revoked_at FROM feed_key ORDER BY id'),
    read: (
      rows: {
        id: number
        name: string
        purpose: string
        regions: string | null
        answers: string | null
        made_at: string
        revoked_at: string | null
      }[],
    ) =>
      rows.map((row) => ({
        id: row.id,
        name: row.name,
        purpose: row.purpose,
        regions: listIn(row.regions),
        answers: listIn(row.answers) ?? [],
        madeAt: new Date(row.made_at),
        revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at),
      })),
  }
}

export type NewFeedKey = {
  hash: string
  purpose: string
  name: string
  regions: readonly string[] | null
  answers: readonly string[]
  by: string | null
}

export function insertFeedKey(db: D1Database, key: NewFeedKey, now: Date): D1PreparedStatement {
  return db
    .prepare(
      'INSERT INTO feed_key (hash, purpose, name, regions, answers, made_at, made_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)',
    )
    .bind(
      key.hash,
      key.purpose,
      key.name,
      key.regions && JSON.stringify(key.regions),
      key.answers.length === 0 ? null : JSON.stringify(key.answers),
      now.toISOString(),
      key.by,
    )
}

/** Ends the keys of a name. */
export function revokeFeedKeys(db: D1Database, name: string, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE feed_key SET revoked_at = ?2 WHERE name = ?1 AND revoked_at IS NULL')
    .bind(name, now.toISOString())
}
