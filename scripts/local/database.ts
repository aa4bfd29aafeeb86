import { setTimeout as sleep } from 'node:timers/promises'
import type { D1Database } from '@cloudflare/workers-types'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { bundleDatabase } from './bundle.ts'
import { databaseBehind } from './door.ts'
import { type Folder, findRunning, takeFolder } from './folder.ts'
import { forgetErased } from './forget.ts'
import { migrate } from './migrate.ts'
import { startRuntime, whereabouts } from './runtime.ts'
import { databaseConfig } from './workerd/config.ts'

/** How long another process may take to start or to end, in milliseconds. */
const patience = 20_000

/** What is done with a database; `migrated` are the migrations that were applied on the way. */
type Work<Result> = (db: D1Database, opened: { migrated: string[] }) => Promise<Result>

/** Runs work on a folder's database, migrated: through the server that has it open, or alone. */
export async function withDatabase<Result>(path: string, work: Work<Result>): Promise<Result> {
  const end = performance.now() + patience
  while (performance.now() < end) {
    const folder = await takeFolder(path)
    if (folder) return alone(folder, work)
    const running = await findRunning(path)
    if (running) {
      const db = databaseBehind(() => running)
      return work(db, { migrated: await migrate(db) })
    }
    await sleep(100)
  }
  throw new Stop(words.folderTaken(path, null))
}

async function alone<Result>(folder: Folder, work: Work<Result>): Promise<Result> {
  try {
    const { db, migrated, announce, close } = await openDatabase(folder)
    try {
      await announce()
      return await work(db, { migrated })
    } finally {
      await close()
      await forgetErased(folder.path)
    }
  } finally {
    await folder.release()
  }
}

type Opened = {
  db: D1Database
  migrated: string[]
  /** Lets other programs find it. */
  announce: () => Promise<void>
  close: () => Promise<void>
}

/** A folder's database without the workers, migrated. */
export async function openDatabase(folder: Folder): Promise<Opened> {
  await bundleDatabase(folder.run)
  const runtime = await startRuntime({ folder, config: databaseConfig() })
  const db = databaseBehind(() => runtime.door)
  try {
    const migrated = await migrate(db)
    return { db, migrated, announce: () => folder.announce(whereabouts(runtime)), close: () => runtime.stop() }
  } catch (error) {
    await runtime.stop()
    throw error
  }
}
