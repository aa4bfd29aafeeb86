import { statSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { databaseFile } from './folder.ts'
import { root } from './paths.ts'

/** Where the last server of this checkout keeps its data. */
const note = join(root, 'dist/served-folder')

/** Notes where a server keeps its data. A checkout that may only be read stays as it is. */
export async function noteServed(folder: string): Promise<void> {
  await mkdir(dirname(note), { recursive: true })
    .then(() => writeFile(note, `${folder}\n`))
    .catch(() => undefined)
}

export const readServed = async (): Promise<string | null> =>
  (await readFile(note, 'utf8').catch(() => '')).trim() || null

/**
 * A command that nobody told where the data are takes the usual folder, and the server may have been told another one. `served` is the server's.
 * @throws Stop when the usual folder has no database, and the server's has.
 */
export function refuseElsewhere(folder: string, served: string | null): void {
  if (served === null || served === folder || !hasDatabase(served)) return
  if (!hasDatabase(folder)) throw new Stop(words.dataElsewhere(folder, served))
  console.error(words.dataDiffers(folder, served))
}

const hasDatabase = (folder: string) => (statSync(databaseFile(folder), { throwIfNoEntry: false })?.size ?? 0) > 0
