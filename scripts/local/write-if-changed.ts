import { readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writable } from './writable.ts'

/**
 * Puts a compiled file in its place, in one step, and only when it says something new: another program may be reading it.
 * @throws Stop when it cannot be written.
 */
export async function writeIfChanged(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => null)
  if (before === text) return
  const making = `${file}.${process.pid}`
  await writable(dirname(file), async () => {
    await writeFile(making, text)
    await rename(making, file)
  })
}
