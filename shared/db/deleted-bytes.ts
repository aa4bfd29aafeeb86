import type { DatabaseSync } from 'node:sqlite'

/** Which erasure of somebody was the latest in a database file (the id of its event); null where there is none. */
export function latestErasure(file: DatabaseSync): string | null {
  // Are there events, and was anybody erased?
  const hasEvents = file.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'event'`).get()
  if (!hasEvents) return null
  const latest = file.prepare(`SELECT max(id) AS id FROM event WHERE action = 'erase_person'`).get()?.id
  return latest === null || latest === undefined ? null : String(latest)
}

/** Writes a database file anew, so that nothing of deleted rows is left in it or its journal. */
export function rewriteFile(file: DatabaseSync): void {
  file.exec('PRAGMA secure_delete = ON; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
}
