import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { ensurePublication } from './publication.ts'

/** That an integration (its name: letters) could not do its work. */
export function insertFeedFault(db: D1Database, name: string, now: Date): D1PreparedStatement[] {
  return [
    ensurePublication(db, now),
    db.prepare("UPDATE publication SET faults = json_insert(faults, '$.' || ?1, ?2)").bind(name, now.toISOString()),
  ]
}

/** That it works. Nothing is written when it did before. */
export function deleteFeedFault(db: D1Database, name: string): D1PreparedStatement {
  return db
    .prepare(
      "UPDATE publication SET faults = json_remove(faults, '$.' || ?1) WHERE faults ->> ('$.' || ?1) IS NOT NULL",
    )
    .bind(name)
}
