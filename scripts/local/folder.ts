import { randomBytes } from 'node:crypto'
import { closeSync, constants, openSync, statSync, truncateSync } from 'node:fs'
import { access, chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { noteTrouble } from './noted-troubles.ts'
import { isBusy, isDamaged, isMissing, writable } from './writable.ts'

/** A data folder that this server has for itself: nobody else answers pages or sends mails from it. Programs may open its database beside it. */
export type Folder = {
  path: string
  /** Tells other servers who has it. */
  announce: () => Promise<void>
  /** Leaves the folder as it is, for whoever takes it next. */
  unlock: () => void
  /** Leaves nothing in it but what lasts. */
  release: () => Promise<void>
}

/** The one file that keeps everything, but the secret. */
export const databaseFile = (path: string) => join(path, 'relance.sqlite')

const runningFile = (path: string) => join(path, 'running.json')

/** Takes a folder, made when it is not there; null when another server has it. @throws Stop when it cannot be written. */
export async function takeFolder(path: string): Promise<Folder | null> {
  await makeFolder(path)
  let isMended = false
  const lock = await writable(path, async () =>
    lockFolder(path, () => {
      isMended = true
    }),
  )
  if (isMended) await noteTrouble(path, 'lock', new Date())
  if (!lock) return null
  return {
    path,
    announce: () => writeFile(runningFile(path), JSON.stringify({ pid: process.pid }), { mode: 0o600 }),
    unlock: () => lock.close(),
    release: async () => {
      // Whoever may not write there any more leaves it: the lock says who has the folder
      await rm(runningFile(path), { force: true }).catch(() => undefined)
      if (lock.isOpen) lock.close()
    },
  }
}

/** Makes a data folder where there is none. @throws Stop when it, or the database in it, cannot be written. */
export async function makeFolder(path: string): Promise<void> {
  refuseLong(path)
  refuseOtherShape(path)
  await writable(path, async () => {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await access(path, constants.W_OK)
  })
  await refuseOfOthers(path)
}

/** What a server keeps in its folder beside what it notes there. */
const kept = ['relance.sqlite', 'relance.sqlite-wal', 'relance.sqlite-shm', 'secret', 'lock', 'running.json']

/** SQLite opens what it may not write as well, and fails at the first save. @throws Stop for a file that is another user's, in a folder that is ours. */
async function refuseOfOthers(path: string): Promise<void> {
  for (const name of kept) {
    const file = join(path, name)
    await access(file, name === 'secret' ? constants.R_OK : constants.W_OK).catch((error) => {
      if (!isMissing(error)) throw new Stop(words.fileNotOurs(file))
    })
  }
}

/** Bytes that SQLite takes for a path, with what it puts behind it for its log. */
const longestPath = 511 - '-journal'.length

/** @throws Stop where SQLite could not open a file, however much may be written there. */
function refuseLong(path: string): void {
  if (Buffer.byteLength(databaseFile(path)) > longestPath) throw new Stop(words.pathTooLong(path))
}

/** @throws Stop when there is a file where the folder is to be, or a folder in the place of a file. */
function refuseOtherShape(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === false) throw new Stop(words.noFolder(path))
  for (const file of kept.map((name) => join(path, name)))
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Stop(words.noFile(file))
}

/** SQLite's own lock on a file of its own: the system takes it back when a process ends, however it ends. `onMended` hears that the file held something else. */
function lockFolder(path: string, onMended: () => void = () => undefined): DatabaseSync | null {
  const file = join(path, 'lock')
  closeSync(openSync(file, 'a', 0o600))
  const lock = new DatabaseSync(file)
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (isBusy(error)) return null
    if (!isDamaged(error)) throw error
    // Whoever has the folder holds a lock that is asked for before the file is read: nobody does
    truncateSync(file)
    console.error(words.lockMended(file))
    onMended()
    return lockFolder(path)
  }
}

/** The server that has this folder; null when nobody has it, or they are only starting. */
export async function findRunning(path: string): Promise<{ pid: number } | null> {
  return isTaken(path) ? parseRunning(await readIfThere(runningFile(path))) : null
}

/** Whether a server has this folder. */
export function isTaken(path: string): boolean {
  const lock = lockFolder(path)
  lock?.close()
  return lock === null
}

/** Null when a server ended before it had written the whole. */
function parseRunning(text: string | null): { pid: number } | null {
  try {
    const running = JSON.parse(text ?? 'null') as { pid: number } | null
    return running && Number.isInteger(running.pid) ? running : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The folder's secret, made on first use. @throws Stop when it is damaged. */
export async function keptSecret(path: string): Promise<string> {
  const file = join(path, 'secret')
  const kept = await readIfThere(file)
  if (kept === null) {
    const made = drawSecret()
    await keepSecret(path, made)
    return made
  }
  if (kept.trim().length < 32) throw new Stop(words.secretDamaged(file))
  await chmod(file, 0o600)
  return kept.trim()
}

/** Writes a secret where there is none. */
export const keepSecret = (path: string, secret: string) =>
  writeFile(join(path, 'secret'), `${secret}\n`, { mode: 0o600, flag: 'wx' })

const drawSecret = () => randomBytes(32).toString('hex')

/** Puts another secret in the place of the folder's, in one step. Whoever runs has read the former one. */
export async function replaceSecret(path: string): Promise<void> {
  const file = join(path, 'secret')
  await writeFile(`${file}.new`, `${drawSecret()}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
