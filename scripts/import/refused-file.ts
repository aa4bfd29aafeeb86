import { constants } from 'node:fs'
import { access, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'

/** `groups.refused.csv` for `groups.csv`, and for the file that came of mending `groups.refused.csv`. */
function refusedName(source: string, number: number): string {
  const stem = basename(source, extname(source)).replace(/\.refused(-\d+)?$/, '')
  return `${stem}.refused${number === 1 ? '' : `-${number}`}.csv`
}

/**
 * Writes a file of refused rows beside its source, or in `fallback` where that may not be written, and gives its path. A file
 * that is there is somebody's work: another number is taken, unless it says the same already.
 */
export async function writeRefused(source: string, content: string, fallback: string): Promise<string> {
  const folder = await access(dirname(source), constants.W_OK).then(
    () => dirname(source),
    () => fallback,
  )
  for (let number = 1; ; number++) {
    const path = join(folder, refusedName(source, number))
    try {
      await writeFile(path, content, { flag: 'wx' })
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if ((await readFile(path, 'utf8')) === content) return path
    }
  }
}
