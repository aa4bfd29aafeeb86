import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { findDamage, hasLinks, latestInstant } from '#shared/db/soundness.ts'
import { databaseFile } from './folder.ts'

const day = 86_400_000
/** Beyond these a clock is not believed: it is behind what has happened already, or nothing at all has happened for so long. */
const believed = { behind: day, ahead: 400 * day }

/** Where the last copy of a folder was put, as `npm run backup` has noted. */
export const copyNote = (folder: string) => join(folder, 'latest-copy')

/** The last copy of a folder that is still there; null where none is known. */
export async function latestCopy(folder: string): Promise<string | null> {
  const path = (await readFile(copyNote(folder), 'utf8').catch(() => '')).trim()
  return path !== '' && existsSync(path) ? path : null
}

/**
 * A secret shows that there was a database. @throws Stop when it is not there any more: to begin with an empty one would look as if nothing had ever been.
 */
export async function refuseMissing(folder: string): Promise<void> {
  const size = statSync(databaseFile(folder), { throwIfNoEntry: false })?.size ?? 0
  if (size === 0 && existsSync(join(folder, 'secret')))
    throw new Stop(words.databaseMissing(databaseFile(folder), await latestCopy(folder)))
}

type Start = { folder: string; linkSecret: string | null; now: Date; isClockRight: boolean }

/** What a server looks at before it begins. @throws Stop for a damaged file, a secret that is gone, or a clock that cannot be right. */
export async function checkBeforeStart(
  db: D1Database,
  { folder, linkSecret, now, isClockRight }: Start,
): Promise<void> {
  if (await findDamage(db)) throw new Stop(words.databaseDamaged(databaseFile(folder), await latestCopy(folder)))
  const secret = join(folder, 'secret')
  if (!linkSecret && !existsSync(secret) && (await hasLinks(db))) throw new Stop(words.secretGone(secret))
  const latest = await latestInstant(db)
  if (latest === null || isClockRight) return
  const ahead = now.getTime() - latest.getTime()
  if (ahead < -believed.behind) throw new Stop(words.clockBehind(now, latest))
  if (ahead > believed.ahead) throw new Stop(words.clockAhead(now, latest))
}
