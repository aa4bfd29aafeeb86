import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { askDoor, type Door } from './door.ts'

/**
 * Who has a folder open. One process per database file: two that write it break each other, so everybody else asks through
 * the door of the one that has it.
 */
const runningSchema = z.object({ pid: z.int(), port: z.int(), token: z.string() })
export type Running = z.infer<typeof runningSchema>

/** A data folder that this process has for itself, until `release`. */
export type Folder = {
  path: string
  /** What workerd runs, written at each start. */
  run: string
  /** Tells other programs where to ask. */
  announce: (door: Door) => Promise<void>
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
    await writable(path, async () => {
      await rm(fileOf(path), { force: true })
      await rm(run, { recursive: true, force: true })
      await mkdir(run, { mode: 0o700 })
      await mkdir(join(path, 'd1'), { recursive: true, mode: 0o700 })
    })
  } catch (error) {
    lock.close()
    throw error
  }
  return {
    path,
    run,
    announce: ({ port, token }) =>
      writeFile(fileOf(path), JSON.stringify({ pid: process.pid, port, token }), { mode: 0o600 }),
    release: async () => {
      await rm(fileOf(path), { force: true })
      await rm(run, { recursive: true, force: true })
      lock.close()
    },
  }
}

/** SQLite's own lock on a file of its own: the system takes it back when a process ends, however it ends. */
function lockFolder(path: string): DatabaseSync | null {
  const lock = new DatabaseSync(join(path, 'lock'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (isSqliteError(error, sqliteBusy)) return null
    throw error
  }
}

const sqliteBusy = 5
const sqliteReadonly = 8
const sqliteCannotOpen = 14

function isSqliteError(error: unknown, ...codes: number[]): boolean {
  return error instanceof Error && 'errcode' in error && codes.includes(Number(error.errcode) & 0xff)
}

async function writable<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (isSqliteError(error, sqliteReadonly, sqliteCannotOpen)) throw new Stop(words.folderNotWritable(path))
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) throw new Stop(words.folderNotWritable(path))
    if (code === 'ENOSPC') throw new Stop(words.diskFull(path))
    throw error
  }
}

/** Who has this folder open; null when nobody does, or they are only starting. */
export async function findRunning(path: string): Promise<Running | null> {
  const text = await readIfThere(fileOf(path))
  const parsed = text === null ? null : runningSchema.safeParse(parseJson(text))
  if (!parsed?.success) return null
  const answer = await askDoor(parsed.data, '/').catch(() => null)
  return answer?.status === 200 ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
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
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
