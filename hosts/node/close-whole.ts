import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseFile, keepSecret, makeFolder } from '#scripts/local/folder.ts'
import { forgetErased } from '#scripts/local/forget.ts'
import { words } from '#scripts/text/text.ts'
import type { SqliteDatabase } from './d1-over-sqlite.ts'

/**
 * Where somebody has taken the file away, all that it held is put back, and with its folder gone the secret too: it ends with whoever has it open.
 * `secret` is null where the folder does not keep it.
 */
export async function closeWhole(database: SqliteDatabase, folder: string, secret: string | null): Promise<void> {
  const file = databaseFile(folder)
  const rescued = `${file}.rescued`
  const isRescued = !database.isInPlace()
  if (isRescued) {
    await makeFolder(folder)
    if (secret !== null && !existsSync(join(folder, 'secret'))) await keepSecret(folder, secret)
    await database.copyTo(rescued)
  }
  database.close()
  // Not before its log has gone, which would be taken for the copy's
  const isReplaced = isRescued && existsSync(file)
  if (isRescued && !isReplaced) await rename(rescued, file)
  if (isRescued) console.error(words.databaseRescued(isReplaced ? rescued : file))
  if (!isReplaced) await forgetErased(folder)
}
