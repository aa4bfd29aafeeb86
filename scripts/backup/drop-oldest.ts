import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const copyName = /^relance-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/

/** Removes copies of the folder but the latest `keep`, and nothing else that is in it. Gives how many. */
export async function dropOldest(folder: string, keep: number): Promise<number> {
  const copies = (await readdir(folder)).filter((name) => copyName.test(name)).sort()
  const old = copies.slice(0, -keep)
  for (const name of old) await rm(join(folder, name), { recursive: true })
  return old.length
}
