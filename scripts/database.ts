import type { D1Database } from '@cloudflare/workers-types'
import { withCloudflareDatabase } from './cloudflare/database.ts'
import { withDatabase } from './local/database.ts'
import { dataFolder } from './local/paths.ts'

/** Runs work on the database that a program means: Cloudflare's when it was called with `--remote`, this machine's otherwise. */
export function onDatabase<Result>(isRemote: boolean, work: (db: D1Database) => Promise<Result>): Promise<Result> {
  return isRemote ? withCloudflareDatabase(work) : withDatabase(dataFolder(), work)
}
