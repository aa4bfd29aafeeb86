/** What can be wrong with where the database is kept: no room, not to be written, or not what was written. */
export type StorageFault = 'full' | 'readonly' | 'damaged'

// https://www.sqlite.org/rescode.html, by their names at the end of D1's messages
const faults: readonly [RegExp, StorageFault][] = [
  [/SQLITE_FULL\b/, 'full'],
  [/SQLITE_READONLY|SQLITE_CANTOPEN/, 'readonly'],
  [/SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_IOERR/, 'damaged'],
]

/** What an error of the database says of its storage; null when it is another. */
export function storageFault(error: unknown): StorageFault | null {
  if (!(error instanceof Error)) return null
  return faults.find(([pattern]) => pattern.test(error.message))?.[1] ?? null
}
