import { readFile, rename, writeFile } from 'node:fs/promises'

/** Puts a compiled file in its place, in one step, and only when it says something new: another program may be reading it. */
export async function put(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => null)
  if (before === text) return
  const making = `${file}.${process.pid}`
  await writeFile(making, text)
  await rename(making, file)
}
