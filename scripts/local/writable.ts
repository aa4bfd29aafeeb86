import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'

// https://www.sqlite.org/rescode.html
const sqliteBusy = 5
const sqliteReadonly = 8
const sqliteFull = 13
const sqliteCannotOpen = 14
const sqliteDamaged = [10, 11, 26]

/** Does work that writes below a folder. @throws Stop when it cannot be written there, or the disk is full. */
export async function writable<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const isRefused = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR'].includes(codeOf(error))
    if (isRefused || isSqliteError(error, sqliteReadonly, sqliteCannotOpen))
      throw new Stop(words.folderNotWritable(path))
    if (codeOf(error) === 'ENOSPC' || isSqliteError(error, sqliteFull)) throw new Stop(words.diskFull(path))
    throw error
  }
}

/** Another connection has the lock of a database. */
export function isBusy(error: unknown): boolean {
  return isSqliteError(error, sqliteBusy)
}

/** The file is not what SQLite wrote there, or its disk fails. */
export function isDamaged(error: unknown): boolean {
  return isSqliteError(error, ...sqliteDamaged)
}

/** There is no such file. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT'
}

function isSqliteError(error: unknown, ...codes: number[]): boolean {
  if (!(error instanceof Error)) return false
  // D1's words have SQLite's error as their cause
  if (!('errcode' in error)) return isSqliteError(error.cause, ...codes)
  return codes.includes(Number(error.errcode) & 0xff)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
