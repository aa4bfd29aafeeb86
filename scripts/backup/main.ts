import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArguments } from '#scripts/arguments.ts'
import { copyNote } from '#scripts/local/check-data.ts'
import { soundly } from '#scripts/local/database.ts'
import { databaseFile } from '#scripts/local/folder.ts'
import { forgetTroubles, noteTrouble } from '#scripts/local/noted-troubles.ts'
import { dataFolder, root, typedPath } from '#scripts/local/paths.ts'
import { refuseElsewhere } from '#scripts/local/served-folder.ts'
import { isDamaged } from '#scripts/local/writable.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { type Copy, copyFolder, databaseIn } from './copy-folder.ts'
import { dropDrafts, dropOldest } from './drop-oldest.ts'
import { writeSql } from './write-sql.ts'

const options = { keep: { type: 'string' }, sql: { type: 'string' } } as const

export async function main(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, { options, most: 1, usage: words.backup.usage })
  const keep = values.keep === undefined ? null : Number(values.keep)
  if (keep !== null && !(Number.isInteger(keep) && keep > 0)) throw new Stop(words.backup.usage)
  const folder = dataFolder()
  await refuseElsewhere(folder)
  if (values.sql !== undefined) return backupAsSql(folder, typedPath(values.sql))
  const into = typedPath(positionals[0] ?? join(root, 'backups'))
  const { path, bytes, hasSecret } = await copyOrTell(folder, into)
  // Said when the database is found damaged; a folder that another user may only read stays as it is
  await writeFile(copyNote(folder), `${path}\n`, { mode: 0o600 }).catch(() => undefined)
  console.log(words.backup.written(path, bytes / 2 ** 20))
  if (!hasSecret && process.env.LINK_SECRET) console.log(words.backup.secretElsewhere)
  await dropDrafts(into, new Date())
  const dropped = keep === null ? 0 : await dropOldest(into, keep)
  if (dropped > 0) console.log(words.backup.dropped(dropped))
}

/** What keeps a copy from being made is noted for the coordinators: who reads the log of a nightly command? @throws Stop */
async function copyOrTell(folder: string, into: string): Promise<Copy> {
  const now = new Date()
  try {
    const copy = await soundly(folder, () => copyFolder(folder, into, now))
    await forgetTroubles(folder, ['copy', 'damaged'])
    return copy
  } catch (error) {
    if (existsSync(databaseFile(folder))) await noteTrouble(folder, isDamaged(error) ? 'damaged' : 'copy', now)
    throw error
  }
}

/** For a move to Cloudflare. */
async function backupAsSql(folder: string, into: string): Promise<void> {
  const bytes = await soundly(folder, () => writeSql(databaseIn(folder), into))
  console.log(words.backup.sqlWritten(into, bytes / 2 ** 20))
}
