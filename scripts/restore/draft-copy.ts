import { existsSync, statSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { copyDatabase } from '#scripts/backup/copy-folder.ts'
import { soundly } from '#scripts/local/database.ts'
import { databaseFile } from '#scripts/local/folder.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'

/** Puts a database beside the data, from the folder of a copy or from SQL. The copy itself is only read. @throws Stop when it is neither, or damaged. */
export async function draftCopy(source: string, draft: string): Promise<void> {
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const isFolder = statSync(source, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (isFolder && existsSync(databaseFile(source)))
    await soundly(source, () => copyDatabase(databaseFile(source), databaseFile(draft)))
  else if (!isFolder && source.endsWith('.sql') && existsSync(source)) await readSql(source, databaseFile(draft))
  else throw new Stop(words.restore.noCopy(source))
}

/** The statements of a whole database, as `npm run backup -- --sql` and `wrangler d1 export` write them. */
async function readSql(source: string, file: string): Promise<void> {
  const text = await readFile(source, 'utf8')
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  try {
    database.exec(`BEGIN;\n${text}\n;COMMIT`)
  } catch {
    throw new Stop(words.restore.brokenSql(source))
  } finally {
    database.close()
  }
}

/** The secret that goes with a copy: LINK_SECRET, its own, or the one of the data that it replaces; null where there is none. */
export async function secretOf(source: string, folder: string): Promise<string | null> {
  if (process.env.LINK_SECRET) return process.env.LINK_SECRET
  for (const place of [source, folder]) {
    const kept = await readFile(join(place, 'secret'), 'utf8').catch(() => '')
    if (kept.trim().length >= 32) return kept.trim()
  }
  return null
}
