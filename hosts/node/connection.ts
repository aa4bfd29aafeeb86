import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { D1Result } from '@cloudflare/workers-types'
import type { Trips } from '#hosts/relance.ts'
import { isBusy } from '#scripts/local/writable.ts'
import { type StorageFault, storageFault } from '#shared/db/storage-fault.ts'
import { d1Error, refuseOtherThanD1, wrongNumber } from './d1-errors.ts'
import { countParameters, isRead } from './statement-text.ts'

/** Milliseconds that another program may keep the file locked. */
export const lockPatience = 20_000

/** Milliseconds after which it is asked again. */
const pause = 5

/** Statements that stay compiled: as many as the product has, and the few that are put together. */
const kept = 500

/** A trip that took longer than this, in milliseconds, lets other requests go first. */
const longTrip = 4

/** One that wrote for longer than this leaves the file alone for a moment: whoever waits for it asks every few milliseconds, and would never find it free. */
const longWrite = 100

type Prepared = { statement: StatementSync; parameters: number; isRead: boolean }
export type Query = { sql: string; params: readonly SQLInputValue[] }
type Counts = { changes: number; lastRow: number }

/** One connection to a file, whose statements run one after another. */
export class Connection {
  readonly trips: Trips = { trips: 0, statements: 0, milliseconds: 0 }
  readonly #sqlite: DatabaseSync
  readonly #prepared = new Map<string, Prepared>()
  readonly #counting: StatementSync
  readonly #onFault: (fault: StorageFault) => void
  #counts: Counts

  constructor(sqlite: DatabaseSync, onFault: (fault: StorageFault) => void) {
    this.#sqlite = sqlite
    this.#onFault = onFault
    this.#counting = sqlite.prepare('SELECT total_changes() AS changes, last_insert_rowid() AS lastRow')
    this.#counts = this.#count()
  }

  /** Runs statements as one transaction. While another program writes, it waits, and others of ours do not. */
  async run(queries: readonly Query[]): Promise<D1Result<unknown>[]> {
    const end = performance.now() + lockPatience
    for (;;) {
      const answers = await this.#tryOnce(queries, performance.now() > end)
      if (answers) return answers
      await sleep(pause)
    }
  }

  close(): void {
    this.#sqlite.close()
  }

  /** Runs what cares for the file; says whether it could. */
  care(sql: string): boolean {
    try {
      this.#sqlite.exec(sql)
      return true
    } catch (error) {
      if (this.#sqlite.isTransaction) this.#sqlite.exec('ROLLBACK')
      const fault = storageFault(d1Error(error))
      if (!fault && !isBusy(error)) throw error
      if (fault) this.#onFault(fault)
      return false
    }
  }

  /** Null when another program is writing, unless that is final. */
  async #tryOnce(queries: readonly Query[], isFinal: boolean): Promise<D1Result<unknown>[] | null> {
    const start = performance.now()
    try {
      return this.#inTransaction(queries)
    } catch (error) {
      if (isBusy(error) && !isFinal) return null
      const told = d1Error(error)
      const fault = storageFault(told)
      if (fault) this.#onFault(fault)
      // What was undone is counted all the same
      else this.#counts = this.#count()
      throw told
    } finally {
      const took = performance.now() - start
      this.trips.trips += 1
      this.trips.statements += queries.length
      this.trips.milliseconds += took
      if (took > longWrite && !queries.every(({ sql }) => this.#isRead(sql))) await sleep(4 * pause)
      else if (took > longTrip) await new Promise((resolve) => setImmediate(resolve))
    }
  }

  #inTransaction(queries: readonly Query[]): D1Result<unknown>[] {
    if (queries.length === 1) return queries.map((query) => this.#answer(query))
    // Whoever will write says so at once: a reader that becomes a writer fails when another has written meanwhile
    this.#sqlite.exec(queries.every(({ sql }) => this.#isRead(sql)) ? 'BEGIN' : 'BEGIN IMMEDIATE')
    try {
      const answers = queries.map((query) => this.#answer(query))
      this.#sqlite.exec('COMMIT')
      return answers
    } catch (error) {
      if (this.#sqlite.isTransaction) this.#sqlite.exec('ROLLBACK')
      throw error
    }
  }

  #answer({ sql, params }: Query): D1Result<unknown> {
    const { statement, parameters, isRead } = this.#prepare(sql)
    if (params.length !== parameters) throw wrongNumber()
    const start = performance.now()
    const results = allRows(statement, params)
    const duration = performance.now() - start
    const before = this.#counts
    if (!isRead) this.#counts = this.#count()
    const changes = this.#counts.changes - before.changes
    const meta = { duration, changes, last_row_id: this.#counts.lastRow, changed_db: changes > 0 }
    return { success: true, results, meta } as unknown as D1Result<unknown>
  }

  #prepare(sql: string): Prepared {
    const found = this.#prepared.get(sql)
    if (found) return found
    refuseOtherThanD1(sql)
    const made = { statement: this.#sqlite.prepare(sql), parameters: countParameters(sql), isRead: isRead(sql) }
    const [oldest] = this.#prepared.keys()
    if (this.#prepared.size === kept && oldest !== undefined) this.#prepared.delete(oldest)
    this.#prepared.set(sql, made)
    return made
  }

  /** Read once: a page's statements are long texts. One that was never run is not compiled for it, since those before it may make its table. */
  #isRead(sql: string): boolean {
    return this.#prepared.get(sql)?.isRead ?? isRead(sql)
  }

  #count(): Counts {
    return this.#counting.get() as Counts
  }
}

/** As D1 gives them: bytes as numbers, and a number that JavaScript cannot hold as the nearest that it can. */
function allRows(statement: StatementSync, params: readonly SQLInputValue[]): unknown[] {
  try {
    return statement.all(...params).map(withPlainBytes)
  } catch (error) {
    if (!(error instanceof RangeError) || !('code' in error) || error.code !== 'ERR_OUT_OF_RANGE') throw error
    statement.setReadBigInts(true)
    try {
      return statement.all(...params).map(withPlainNumbers)
    } finally {
      statement.setReadBigInts(false)
    }
  }
}

type Row = Record<string, unknown>

function withPlainBytes(row: Row): Row {
  for (const name in row) {
    const value = row[name]
    if (value instanceof Uint8Array) row[name] = [...value]
    // Answers come from D1 as JSON, which has no such number, and no minus zero
    else if (typeof value === 'number' && (value - value !== 0 || value === 0)) row[name] = value === 0 ? 0 : null
  }
  return row
}

function withPlainNumbers(row: Row): Row {
  for (const name in row) if (typeof row[name] === 'bigint') row[name] = Number(row[name])
  return withPlainBytes(row)
}
