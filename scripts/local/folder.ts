import { randomBytes } from 'node:crypto'
import { constants, globSync } from 'node:fs'
import { access, chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { askDoor, type Door } from './door.ts'
import { isBusy, isMissing, writable } from './writable.ts'

/**
 * Who has a folder open. One process per database file: two that write it break each other, so everybody else asks through
 * the door of the one that has it.
 */
export type Running = Door & {
  /** The program that has the lock. */
  pid: number
  /** The workerd that has the database. */
  workerd: number
  /** Which folder that is, whatever its name: a copy of it is another one, and nobody is in there. */
  folder: string
}

/** A data folder that this process has for itself. */
export type Folder = {
  path: string
  /** What workerd runs, written at each start. */
  run: string
  /** Tells other programs where to ask. */
  announce: (running: Omit<Running, 'pid' | 'folder'>) => Promise<void>
  /** Leaves the folder as it is, for whoever takes it next. */
  unlock: () => void
  /** Leaves nothing in it but what lasts. */
  release: () => Promise<void>
}

const fileOf = (path: string) => join(path, 'running.json')

/** Takes a folder, made when it is not there; null when another process has it. @throws Stop when it cannot be written. */
export async function takeFolder(path: string): Promise<Folder | null> {
  const run = join(path, 'run')
  const lock = await writable(path, async () => {
    await mkdir(path, { recursive: true, mode: 0o700 })
    return lockFolder(path)
  })
  if (!lock) return null
  try {
    await endOrphan(path)
    await writable(path, async () => {
      await mkdir(join(path, 'd1'), { recursive: true, mode: 0o700 })
      // SQLite opens what it may not write as well, and fails at the first save
      for (const file of databaseFilesIn(path)) await access(join(path, file), constants.W_OK)
    })
  } catch (error) {
    lock.close()
    throw error
  }
  return {
    path,
    run,
    announce: async (running) => {
      const said: Running = { pid: process.pid, folder: await identityOf(path), ...running }
      await writeFile(fileOf(path), JSON.stringify(said), { mode: 0o600 })
    },
    unlock: () => lock.close(),
    release: async () => {
      await rm(fileOf(path), { force: true })
      await rm(run, { recursive: true, force: true })
      if (lock.isOpen) lock.close()
    },
  }
}

/** SQLite's files in a data folder, as paths in it. */
export function databaseFilesIn(path: string): string[] {
  return globSync('d1/**/*.sqlite', { cwd: path })
}

/** SQLite's own lock on a file of its own: the system takes it back when a process ends, however it ends. */
function lockFolder(path: string): DatabaseSync | null {
  const lock = new DatabaseSync(join(path, 'lock'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (isBusy(error)) return null
    throw error
  }
}

/** The program before us was killed, and its workerd is still at the database: it still knows the folder's token. */
async function endOrphan(path: string): Promise<void> {
  for (let running = await findRunning(path); running; running = await findRunning(path)) {
    process.kill(running.workerd, 'SIGKILL')
    await sleep(20)
  }
  await rm(fileOf(path), { force: true })
}

/** Who has this folder open; null when nobody does, or they are only starting. */
export async function findRunning(path: string): Promise<Running | null> {
  const running = parseRunning(await readIfThere(fileOf(path)))
  if (!running || running.folder !== (await identityOf(path))) return null
  const answer = await askDoor(running, '/').catch(() => null)
  return answer?.status === 200 ? running : null
}

async function identityOf(path: string): Promise<string> {
  const { dev, ino } = await stat(path)
  return `${dev}:${ino}`
}

/** Null when a process ended before it had written the whole. */
function parseRunning(text: string | null): Running | null {
  try {
    const running = JSON.parse(text ?? 'null') as Running | null
    return running && [running.pid, running.workerd, running.port].every(Number.isInteger) ? running : null
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
    const made = randomBytes(32).toString('hex')
    await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' })
    return made
  }
  if (kept.trim().length < 32) throw new Stop(words.secretDamaged(file))
  await chmod(file, 0o600)
  return kept.trim()
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
