import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { D1Database } from '@cloudflare/workers-types'
import { d1Over, openForReading } from '#hosts/node/d1-over-sqlite.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { isEndedSecret, wouldEndWaysIn } from '#shared/actions/revoke-links.ts'
import { findDamage, findOwner, hasLinks, latestInstant } from '#shared/db/soundness.ts'
import { databaseFile, isTaken, keptSecret } from './folder.ts'
import { isOtherThanMigrated } from './schema-parts.ts'
import { isLogDamaged, logFile } from './write-ahead-log.ts'

const day = 86_400_000
/** Beyond these a clock is not believed: it is behind what has happened already, or nothing at all has happened for so long. */
const believed = { behind: day, ahead: 400 * day }

/** Bytes up to which a start looks through the whole file, within two tenths of a second; through a larger one a running server does so. */
export const checkedWhole = 16 * 2 ** 20

/** Where the last copy of a folder was put, as `npm run backup` has noted. */
export const copyNote = (folder: string) => join(folder, 'latest-copy')

/** The last copy of a folder that is still there; null where none is known. */
export async function latestCopy(folder: string): Promise<string | null> {
  const path = (await readFile(copyNote(folder), 'utf8').catch(() => '')).trim()
  return path !== '' && existsSync(path) ? path : null
}

/**
 * A secret shows that there was a database. @throws Stop when it is not there any more, since to begin with an empty one would look as if nothing had
 * ever been, and for a database of another program, into which no table of ours belongs.
 */
export async function refuseMissing(folder: string): Promise<void> {
  const file = databaseFile(folder)
  const owner = await ownerOf(file)
  if (owner === 'other') throw new Stop(words.databaseForeign(file))
  // So does what a restore has put aside, also one that was killed in its last step
  const hasTraces = () => readdirSync(folder).some((name) => name === 'secret' || name.startsWith('replaced-'))
  if (owner === 'nobody' && existsSync(folder) && hasTraces())
    throw new Stop(words.databaseMissing(file, await latestCopy(folder)))
}

function ownerOf(file: string): ReturnType<typeof findOwner> {
  return isNothing(file) ? Promise.resolve('nobody') : onlyReading(file, findOwner)
}

/** Looks into a database without writing, not even what its log holds. */
export async function onlyReading<Found>(file: string, look: (db: D1Database) => Promise<Found>): Promise<Found> {
  const reading = openForReading(file, () => undefined)
  try {
    return await look(d1Over(reading))
  } finally {
    reading.close()
  }
}

/**
 * Before anything is written, so that nothing is: what a log of another database holds would be taken into the file. Nobody may have it open.
 * @throws Stop for a damaged file or log.
 */
export async function refuseDamaged(folder: string): Promise<void> {
  const file = databaseFile(folder)
  const copy = await latestCopy(folder)
  await refuseDamagedLog(folder)
  const owner = await ownerOf(file)
  if (owner === 'nobody') return
  await onlyReading(file, async (db) => {
    if (await findDamage(db, { isQuick: isLarge(file) })) throw new Stop(words.databaseDamaged(file, copy))
    if (owner === 'ours' && (await isOtherThanMigrated(db))) throw new Stop(words.databaseOther(file, copy))
  })
}

/**
 * Whoever opens a database first takes in what its log holds, and forgets what lies behind a damage: before that, and while nobody else has it open.
 * @throws Stop for a damaged log.
 */
export async function refuseDamagedLog(folder: string): Promise<void> {
  const log = logFile(databaseFile(folder))
  if (isNothing(databaseFile(folder)) || !isLogDamaged(log)) return
  throw new Stop(words.logDamaged(log, await latestCopy(folder)))
}

/**
 * The same for a program that may run beside a server or another program: what either writes at this moment is no damage.
 * @throws Stop for a damaged log, or a journal that a program of others left.
 */
export async function refuseAbandonedLog(folder: string): Promise<void> {
  const [log, journal] = [logFile(databaseFile(folder)), `${databaseFile(folder)}-journal`]
  if (!isNothing(journal)) throw new Stop(words.journalLeft(journal, await latestCopy(folder)))
  if (isNothing(log) || !isAbandoned(folder)) return
  const before = versionOf(log)
  if (!isLogDamaged(log)) return
  await sleep(pause)
  if (versionOf(log) === before) await refuseDamagedLog(folder)
}

/** A folder that may only be read is copied all the same: whether somebody has it remains open. */
function isAbandoned(folder: string): boolean {
  try {
    return !isTaken(folder)
  } catch {
    return false
  }
}

/** Milliseconds in which whoever writes has written more. */
const pause = 300

function versionOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false })
  return found ? `${found.size} ${found.mtimeMs}` : ''
}

/** SQLite takes a single byte for nothing too. */
function isNothing(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  return !found?.isFile() || found.size <= 1
}

/** Whether a file is too large to be looked through while somebody waits. */
export const isLarge = (file: string) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > checkedWhole

type Start = { folder: string; linkSecret: string | null; now: Date; isClockRight: boolean }

/** What a server looks at before it begins. @throws Stop for a secret that is gone or another one, or a clock that cannot be right. */
export async function checkBeforeStart(
  db: D1Database,
  { folder, linkSecret, now, isClockRight }: Start,
): Promise<void> {
  const secret = join(folder, 'secret')
  const isThere = existsSync(secret)
  if (!linkSecret && !isThere && (await hasLinks(db))) throw new Stop(words.secretGone(secret))
  await refuseEnded(db, secret, linkSecret)
  if (!linkSecret && isThere && (await wouldEndWaysIn(db, await keptSecret(folder), now)))
    throw new Stop(words.secretOther(secret, await latestCopy(folder)))
  const latest = await latestInstant(db)
  if (latest === null || isClockRight) return
  const ahead = now.getTime() - latest.getTime()
  if (ahead < -believed.behind) throw new Stop(words.clockBehind(now, latest))
  if (ahead > believed.ahead) throw new Stop(words.clockAhead(now, latest))
}

/** @throws Stop for a secret that was ended: put back, it would open to whoever knows it. */
async function refuseEnded(db: D1Database, file: string, linkSecret: string | null): Promise<void> {
  const secret = linkSecret ?? (existsSync(file) ? (await readFile(file, 'utf8')).trim() : '')
  if (secret.length >= 32 && (await isEndedSecret(db, secret)))
    throw new Stop(linkSecret ? words.revokeLinks.endedInEnvironment : words.revokeLinks.endedInFolder(file))
}
