import { randomInt } from 'node:crypto'
import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { databaseFile } from '#scripts/local/folder.ts'
import { isMissing, writable } from '#scripts/local/writable.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'

export type Copy = {
  path: string
  bytes: number
  /** False when the secret is in the environment: without it, links that have left do not open. */
  hasSecret: boolean
}

/**
 * Copies a data folder into a new folder of `into`, named by the instant in UTC. The copy is a data folder itself: `DATA=<copy> npm start` runs it.
 * SQLite writes it within one read transaction, so Relance may run meanwhile; `cp` would tear it.
 * @throws Stop when there is nothing to copy, or nowhere to write.
 */
export async function copyFolder(folder: string, into: string, now: Date): Promise<Copy> {
  const file = databaseIn(folder)
  // Another copy may begin in the same second
  const draft = join(into, `${nameAt(now)}.${randomInt(2 ** 40)}.part`)
  return writable(into, async () => {
    try {
      const bytes = await copyDatabase(file, databaseFile(draft))
      const hasSecret = await copyIfThere(join(folder, 'secret'), join(draft, 'secret'))
      return { path: await renameTo(draft, into, now), bytes, hasSecret }
    } catch (error) {
      await rm(draft, { recursive: true, force: true })
      throw error
    }
  })
}

/** Gives a draft the name of its second, or of the first after it that no copy has. */
async function renameTo(draft: string, into: string, now: Date): Promise<string> {
  for (let second = now.getTime(); ; second += 1000) {
    const path = join(into, nameAt(new Date(second)))
    try {
      await rename(draft, path)
      return path
    } catch (error) {
      if (!existsSync(path)) throw error
    }
  }
}

/** The file of a data folder's database. @throws Stop when there is none, or it may not be read. */
export function databaseIn(folder: string): string {
  const file = databaseFile(folder)
  try {
    accessSync(file, constants.R_OK)
    return file
  } catch (error) {
    // What may not be read looks empty: a nightly copy must not say that there is nothing
    throw new Stop(isMissing(error) ? words.backup.nothing(folder) : words.folderNotReadable(folder))
  }
}

/** `relance-2026-12-01T08-00-00Z`: names in the order of time, on every system. */
export function nameAt(now: Date): string {
  return `relance-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
}

/** Copies a database as of one instant, whoever writes meanwhile. Gives the size in bytes. */
export async function copyDatabase(from: string, to: string): Promise<number> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  // For nobody else's eyes from its first byte on; SQLite takes an empty file for none
  closeSync(openSync(to, 'w', 0o600))
  const database = new DatabaseSync(from, { readOnly: true, timeout: 20_000 })
  try {
    database.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`)
  } finally {
    database.close()
  }
  return (await stat(to)).size
}

async function copyIfThere(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}
