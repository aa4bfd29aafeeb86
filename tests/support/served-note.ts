import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '#scripts/local/paths.ts'

/** Where the last server of this checkout keeps its data, which commands that work elsewhere speak of: tests begin as in a fresh clone, and put it back. */
export default async function setup(): Promise<() => Promise<void>> {
  const note = join(root, 'dist/served-folder')
  const before = await readFile(note).catch(() => null)
  await rm(note, { force: true })
  return async () => {
    await (before === null ? rm(note, { force: true }) : writeFile(note, before))
  }
}
