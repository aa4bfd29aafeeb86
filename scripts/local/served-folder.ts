import { statSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { databaseFile, findRunning } from './folder.ts'
import { isDataTyped, root } from './paths.ts'

/** Where a server keeps its data: how it was named, which folder that was for it, and who it is. */
const servedSchema = z.object({ path: z.string(), id: z.string().nullable(), pid: z.number() })
export type Served = z.infer<typeof servedSchema>

/** Where the last server of this checkout keeps its data. */
const note = join(root, 'dist/served-folder')

export const servedBy = (path: string, pid: number): Served => ({ path, id: idOf(path), pid })

/** Notes where this server keeps its data. A checkout that may only be read stays as it is. */
export async function noteServed(folder: string): Promise<void> {
  await mkdir(dirname(note), { recursive: true })
    .then(() => writeFile(note, JSON.stringify(servedBy(folder, process.pid))))
    .catch(() => undefined)
}

/** @throws Stop when a command would begin another database than the one that is served. Says so when it works in another one. */
export async function refuseElsewhere(folder: string): Promise<void> {
  await refuseOtherThan(await readServed(), folder, isDataTyped())
}

/**
 * A command and the server may have been told different folders, by `.env`, the environment, or a link; or one name may be two folders, since a service has a `/tmp` of
 * its own. Who typed `DATA` may mean a new one. @throws Stop when the command's folder has no database, and the server's has.
 */
export async function refuseOtherThan(served: Served | null, folder: string, isTyped: boolean): Promise<void> {
  if (served === null || isSame(served, folder) || (await isServed(folder))) return
  if (served.path === folder) return isAlive(served.pid) ? console.error(words.dataHidden(folder)) : undefined
  if (!hasDatabase(served.path)) return
  if (!hasDatabase(folder) && !isTyped) throw new Stop(words.dataElsewhere(folder, served.path))
  console.error(words.dataDiffers(folder, served.path))
}

async function readServed(): Promise<Served | null> {
  try {
    return servedSchema.parse(JSON.parse(await readFile(note, 'utf8')))
  } catch {
    return null
  }
}

const isSame = ({ path, id }: Served, folder: string) => (id === null ? path === folder : id === idOf(folder))

/** The folder itself, by whichever name; null where there is none, or nobody may look. */
function idOf(folder: string): string | null {
  try {
    const { dev, ino } = statSync(folder)
    return `${dev}:${ino}`
  } catch {
    return null
  }
}

/** Where somebody may not look, there may be one: whoever opens it says in words what is wrong. */
function hasDatabase(folder: string): boolean {
  try {
    return (statSync(databaseFile(folder), { throwIfNoEntry: false })?.size ?? 0) > 0
  } catch {
    return true
  }
}

/** Whether some server works there, be it another than the last one. */
async function isServed(folder: string): Promise<boolean> {
  return hasDatabase(folder) && (await findRunning(folder).catch(() => null)) !== null
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
