import { existsSync, statSync } from 'node:fs'
import { access, constants, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { copyDatabase } from '#scripts/backup/copy-folder.ts'
import { onlyReading } from '#scripts/local/check-data.ts'
import { databaseFile } from '#scripts/local/folder.ts'
import { isOtherThanMigrated } from '#scripts/local/schema-parts.ts'
import { isDamaged, writable } from '#scripts/local/writable.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { findRevocation } from '#shared/db/secret-mark.ts'
import { findOwner } from '#shared/db/soundness.ts'
import { readSql } from './read-sql.ts'

/** Puts a database beside the data, from the folder of a copy or from SQL. The copy itself is only read. @throws Stop when it is neither, or damaged. */
export async function draftCopy(source: string, draft: string): Promise<void> {
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const isFolder = statSync(source, { throwIfNoEntry: false })?.isDirectory() ?? false
  const isSql = !isFolder && source.endsWith('.sql') && existsSync(source)
  const from = isSql ? source : databaseFile(source)
  if (!isSql && !(isFolder && statSync(from, { throwIfNoEntry: false })?.isFile()))
    throw new Stop(words.restore.noCopy(source))
  await access(from, constants.R_OK).catch(() => {
    throw new Stop(words.folderNotReadable(source))
  })
  await writable(draft, async () => {
    if (isSql) await readSql(from, databaseFile(draft))
    else await copyDatabase(from, databaseFile(draft))
  }).catch((error: unknown) => {
    throw isDamaged(error) ? new Stop(words.restore.damaged(source), { cause: error }) : error
  })
  await refuseUnsound(source, databaseFile(draft), isSql ? words.restore.brokenSql : words.restore.other)
}

/** Before anything is migrated. @throws Stop for another program's database, an empty one, and one that lacks what its migrations made. */
async function refuseUnsound(source: string, file: string, unsound: (source: string) => string): Promise<void> {
  await onlyReading(file, async (db) => {
    if ((await findOwner(db)) !== 'ours') throw new Stop(words.restore.foreign(source))
    if (await isOtherThanMigrated(db)) throw new Stop(unsound(source))
  })
}

/**
 * The secret that goes with a copy: LINK_SECRET, its own, or the one of the data that it replaces; null where there is none. Where all links were
 * ended since the copy was made (`isEnded`), its own is the one that leaked.
 */
export async function secretOf(source: string, folder: string, isEnded: boolean): Promise<string | null> {
  if (process.env.LINK_SECRET) return process.env.LINK_SECRET
  for (const place of isEnded ? [folder] : [source, folder]) {
    const kept = await readFile(join(place, 'secret'), 'utf8').catch(() => '')
    if (kept.trim().length >= 32) return kept.trim()
  }
  return null
}

/** When all links were ended in the data that a copy is to replace, and the copy does not know of it; null where they were not, or the file cannot tell. */
export async function endedSince(draft: string, folder: string): Promise<Date | null> {
  const [ofCopy, ofData] = await Promise.all([draft, folder].map(endedIn))
  return ofData && (!ofCopy || ofCopy < ofData) ? ofData : null
}

async function endedIn(folder: string): Promise<Date | null> {
  const file = databaseFile(folder)
  return existsSync(file) ? onlyReading(file, findRevocation).catch(() => null) : null
}
