import { setTimeout as sleep } from 'node:timers/promises'
import type { D1Database } from '@cloudflare/workers-types'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { bundleDatabase } from './bundle.ts'
import { databaseBehind } from './door.ts'
import { type Folder, findRunning, takeFolder } from './folder.ts'
import { migrate } from './migrate.ts'
import { startRuntime } from './runtime.ts'
import { databaseConfig } from './workerd/config.ts'

/** How long another process may take to start or to end, in milliseconds. */
const patience = 20_000

/** Runs work on a folder's database, migrated: through the server that has it open, or alone. */
export async function withDatabase<Result>(path: string, work: (db: D1Database) => Promise<Result>): Promise<Result> {
  const end = performance.now() + patience
  while (performance.now() < end) {
    const folder = await takeFolder(path)
    if (folder) return alone(folder, work)
    const running = await findRunning(path)
    if (running) return work(databaseBehind(() => running))
    await sleep(100)
  }
  throw new Stop(words.folderTaken(path, null))
}

async function alone<Result>(folder: Folder, work: (db: D1Database) => Promise<Result>): Promise<Result> {
  try {
    const { db, close } = await openDatabase(folder)
    try {
      return await work(db)
    } finally {
      await close()
    }
  } finally {
    await folder.release()
  }
}

/** A folder's database without the workers, migrated. */
export async function openDatabase(folder: Folder): Promise<{ db: D1Database; close: () => Promise<void> }> {
  await bundleDatabase(folder.run)
  const runtime = await startRuntime({ folder, config: databaseConfig() })
  const db = databaseBehind(() => runtime.door)
  try {
    await migrate(db)
    await folder.announce(runtime.door)
    return { db, close: () => runtime.stop() }
  } catch (error) {
    await runtime.stop()
    throw error
  }
}
