import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { deleteFeedFault, insertFeedFault } from '#shared/db/feed-faults.ts'
import { addDays } from '#shared/domain/day.ts'
import { instantOf, localTime } from '#shared/domain/zone.ts'

/** Where the facts of each night go, the program that writes them, and whose nights they are. */
export type FactsPlan = { folder: string; program: string; timeZone: string }

/** The file of tables, and the folder of the same as sheets, within the folder that was named. */
const [fileName, sheetsName] = ['network.sqlite', 'csv']

/** Local time after which a night's facts are written: the day before is over, and clocks have changed. */
const nightly = '03:30'
/** Milliseconds after which what failed is tried again. */
const patience = 3_600_000

/** Whether facts that were last written then (null: never) are of another night than the last. */
export function areFactsDue(writtenAt: Date | null, now: Date, timeZone: string): boolean {
  const { day, time } = localTime(now, timeZone)
  const night = instantOf({ day: time >= nightly ? day : addDays(day, -1), time: nightly }, timeZone)
  return writtenAt === null || writtenAt < night
}

/**
 * Writes the facts each night, in a program of their own: a large network takes seconds of work, and pages are answered meanwhile. That it
 * failed is said on *Today*, until it works again.
 */
export class NightlyFacts {
  readonly #plan: FactsPlan
  readonly #db: D1Database
  #running: ChildProcess | null = null
  #failedAt: Date | null = null

  constructor(plan: FactsPlan, db: D1Database) {
    this.#plan = plan
    this.#db = db
  }

  /** Writes them when they are due, and nobody writes them already. Says whether they were written, or null when they were not due. */
  async look(now: Date): Promise<boolean | null> {
    const waits = this.#failedAt !== null && now.getTime() - this.#failedAt.getTime() < patience
    if (this.#running || waits || !areFactsDue(this.#writtenAt(), now, this.#plan.timeZone)) return null
    const isWritten = await this.#write()
    this.#failedAt = isWritten ? null : now
    await this.#db.batch(isWritten ? [deleteFeedFault(this.#db, 'facts')] : insertFeedFault(this.#db, 'facts', now))
    return isWritten
  }

  /** Ends what is being written: the last file stays. */
  stop(): void {
    this.#running?.kill()
  }

  #writtenAt(): Date | null {
    return statSync(join(this.#plan.folder, fileName), { throwIfNoEntry: false })?.mtime ?? null
  }

  async #write(): Promise<boolean> {
    const { folder, program } = this.#plan
    const args = [program, join(folder, fileName), '--csv', join(folder, sheetsName)]
    try {
      mkdirSync(folder, { recursive: true })
    } catch {
      // The program says in words what is wrong with the folder
    }
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], windowsHide: true })
    this.#running = child
    try {
      const [code] = await once(child, 'exit')
      return code === 0
    } catch (error) {
      // Spawning failed; what the program says of itself it has said
      if (error instanceof Error && 'code' in error) return false
      throw error
    } finally {
      this.#running = null
    }
  }
}
