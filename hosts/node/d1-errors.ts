import { firstWord, isSeveral } from './statement-text.ts'

/** Names of SQLite's result codes (https://www.sqlite.org/rescode.html), as D1 puts them behind its message. */
const codes: Readonly<Record<number, string>> = {
  1: 'SQLITE_ERROR',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'SQLITE_NOMEM',
  8: 'SQLITE_READONLY',
  9: 'SQLITE_INTERRUPT',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  18: 'SQLITE_TOOBIG',
  19: 'SQLITE_CONSTRAINT',
  20: 'SQLITE_MISMATCH',
  23: 'SQLITE_AUTH',
  25: 'SQLITE_RANGE',
  26: 'SQLITE_NOTADB',
}

/** The same for codes that say more. */
const extended: Readonly<Record<number, string>> = {
  275: 'SQLITE_CONSTRAINT_CHECK',
  787: 'SQLITE_CONSTRAINT_FOREIGNKEY',
  1299: 'SQLITE_CONSTRAINT_NOTNULL',
  1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  1811: 'SQLITE_CONSTRAINT_TRIGGER',
  2067: 'SQLITE_CONSTRAINT_UNIQUE',
  2579: 'SQLITE_CONSTRAINT_ROWID',
  3091: 'SQLITE_CONSTRAINT_DATATYPE',
}

/** An error of SQLite in D1's words. `cause` is SQLite's. */
export function d1Error(cause: unknown): Error {
  if (!(cause instanceof Error) || cause.message.startsWith('D1_')) return cause as Error
  const code = codeOf(cause)
  const name = codes[code & 0xff]
  const more = extended[code]
  return new Error(`D1_ERROR: ${cause.message}${name ? `: ${name}` : ''}${more ? ` (extended: ${more})` : ''}`, {
    cause,
  })
}

const codeOf = (error: Error) => ('errcode' in error ? Number(error.errcode) : 0)

export function wrongNumber(): Error {
  return new Error('D1_ERROR: Wrong number of parameter bindings for SQL query.')
}

/** For a batch of nothing. */
export function noStatement(): Error {
  return new Error('D1_ERROR: No SQL statements detected.')
}

/** Statements that D1 does not have: transactions are batches, and settings of the file are the host's. */
const refused = new Set(['BEGIN', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE', 'ATTACH', 'DETACH', 'VACUUM'])

/** @throws Error for no statement, and for what would run here and not on Cloudflare. */
export function refuseOtherThanD1(sql: string): void {
  const word = firstWord(sql)
  // SQLite reads up to a NUL, and would run the half of it
  if (word === '' || sql.includes('\0')) throw new Error('D1_ERROR: SQL code did not contain a statement.')
  if (refused.has(word)) throw new Error('D1_ERROR: a batch is the only transaction, and there is one file')
  if (isSeveral(sql)) throw new Error('D1_ERROR: one statement at a time')
}
