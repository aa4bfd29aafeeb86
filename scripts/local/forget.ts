import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { latestErasure, rewriteFile } from '#shared/db/deleted-bytes.ts'
import { databaseFile } from './folder.ts'

/**
 * After somebody was erased, takes what SQLite leaves behind of deleted rows out of a folder's database: its free pages and its journal. To be
 * called while nobody has it open: it is written anew, once for all that were erased since it last was. Beside a server (`isInUse`), which could save nothing meanwhile
 * (20 s for 500 MB), that waits: it overwrites what is deleted, empties its log each minute, and does this when it ends.
 */
export async function forgetErased(folder: string, isInUse = () => false): Promise<void> {
  const mark = join(folder, 'forgotten')
  const before = await readFile(mark, 'utf8').catch(() => '')
  const erased = forgetIn(databaseFile(folder), before.trim(), isInUse)
  if (erased) await writeFile(mark, `${erased}\n`, { mode: 0o600 })
}

/** Gives which erasure was the latest that is forgotten now; null where nothing was written. */
function forgetIn(file: string, before: string, isInUse: () => boolean): string | null {
  const database = new DatabaseSync(file, { timeout: 20_000 })
  try {
    const latest = latestErasure(database)
    if (latest === null || latest === before || isInUse()) return null
    rewriteFile(database)
    return latest
  } finally {
    database.close()
  }
}
