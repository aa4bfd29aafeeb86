import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseFile } from '#scripts/local/folder.ts'

const copyName = /^relance-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/
const draftName = /^relance-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.\d+\.part$/

/** Hours after which nobody can be writing a copy any more, in milliseconds. */
const abandoned = 24 * 3_600_000

/** Removes copies of the folder but the latest `keep`, and nothing else that is in it. Gives how many. */
export async function dropOldest(folder: string, keep: number): Promise<number> {
  const named = (await readdir(folder)).filter((name) => copyName.test(name)).sort()
  const old = named.filter((name) => existsSync(databaseFile(join(folder, name)))).slice(0, -keep)
  for (const name of old) await rm(join(folder, name), { recursive: true, force: true })
  return old.length
}

/** Removes what a program that was killed had begun to copy: it holds people's addresses. */
export async function dropDrafts(folder: string, now: Date): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => draftName.test(one))) {
    // Another backup may just have made a copy of it
    const begun = await stat(join(folder, name)).catch(() => null)
    if (begun && now.getTime() - begun.mtimeMs > abandoned)
      await rm(join(folder, name), { recursive: true, force: true })
  }
}
