import { constants } from 'node:fs'
import { access, cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '#hosts/node/d1-over-sqlite.ts'
import { bundleForWorkerd } from '#hosts/workerd/bundle.ts'
import { databaseFile } from '#scripts/local/folder.ts'
import { migrate } from '#scripts/local/migrate.ts'

// What tests start from is made once a run, by the first that needs it, in the run's temporary folder (temporary.ts).

/** Puts a migrated database into a new data folder: migrating takes four times as long as starting. */
export async function copyDatabase(folder: string): Promise<void> {
  await copy(join(await made('database', makeDatabase), 'relance.sqlite'), join(folder, 'relance.sqlite'))
}

/** Whatever data folder a server that another test has started keeps. */
async function makeDatabase(path: string): Promise<void> {
  const { db, close } = openSqlite(databaseFile(path))
  await migrate(db)
  close()
}

/** Puts what Cloudflare's runtime runs into a new data folder, compiled: that takes a second. */
export async function copyWorkerd(folder: string): Promise<void> {
  await copy(join(await made('workerd', compileForWorkerd), 'run'), join(folder, 'run'))
}

const compileForWorkerd = (path: string) => bundleForWorkerd(join(path, 'run'))

/** Two files may make it at once: whoever is first has it take its place in one step. */
async function made(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const place = join(tmpdir(), `template-${name}`)
  if (await isThere(place)) return place
  const making = await mkdtemp(`${place}-`)
  await make(making)
  await rename(making, place).catch(() => rm(making, { recursive: true, force: true }))
  return place
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

const copy = (from: string, to: string) => cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE })
