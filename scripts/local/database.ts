import type { D1Database } from '@cloudflare/workers-types'
import { openSqlite } from '#hosts/node/d1-over-sqlite.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { latestCopy, refuseAbandonedLog, refuseMissing } from './check-data.ts'
import { databaseFile, isTaken, makeFolder } from './folder.ts'
import { forgetErased } from './forget.ts'
import { migrate } from './migrate.ts'
import { dataFolder } from './paths.ts'
import { refuseElsewhere } from './served-folder.ts'
import { isDamaged, writable } from './writable.ts'

/** What is done with a database; `migrated` are the migrations that were applied on the way. */
type Work<Result> = (db: D1Database, opened: { migrated: string[] }) => Promise<Result>

/** Runs work on a folder's database, migrated, beside the server that may have it open too. @throws Stop when it cannot be written. */
export async function withDatabase<Result>(path: string, work: Work<Result>): Promise<Result> {
  return soundly(path, async () => {
    const { db, migrated, close } = await openDatabase(path)
    try {
      return await work(db, { migrated })
    } finally {
      close()
      await forgetErased(path, () => isTaken(path))
    }
  })
}

/** Does work with a folder's database. @throws Stop when the file turns out to be damaged, or the disk full. */
export async function soundly<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await writable(path, async () => {
      await refuseAbandonedLog(path)
      return work()
    })
  } catch (error) {
    if (!isDamaged(error)) throw error
    throw new Stop(words.databaseDamaged(databaseFile(path), await latestCopy(path)), { cause: error })
  }
}

/** KiB of pages that a program keeps in memory. */
const cache = 32_000

/** Pages in the log, of 4 KiB: a program that writes much meets the same indexes again and again. Beside a server few, since its next save takes them into the file, and nobody is answered meanwhile. */
const log = { alone: 16_000, beside: 1000 }

type Opened = { db: D1Database; migrated: string[]; close: () => void }

/** A folder's database, made when it is not there, and migrated. */
export async function openDatabase(path: string): Promise<Opened> {
  await makeFolder(path)
  await refuseMissing(path)
  if (path === dataFolder()) await refuseElsewhere(path)
  const { db, close } = await writable(path, async () =>
    openSqlite(databaseFile(path), undefined, { cache, log: isTaken(path) ? log.beside : log.alone }),
  )
  try {
    return { db, close, migrated: await migrate(db) }
  } catch (error) {
    close()
    throw error
  }
}
