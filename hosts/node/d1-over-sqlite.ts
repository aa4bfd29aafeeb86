import { closeSync, openSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'
import type { Trips } from '#hosts/relance.ts'
import { type StorageFault, storageFault } from '#shared/db/storage-fault.ts'
import { d1Error, refuseOtherThanD1, wrongNumber } from './d1-errors.ts'
import { sqliteValue } from './sqlite-value.ts'
import { countParameters, isRead } from './statement-text.ts'

/** What D1 would refuse is refused here too: https://developers.cloudflare.com/d1/platform/limits/, and workerd's `sqlite.c++` for the rest. */
const limits = {
  length: 2_200_000,
  sqlLength: 100_000,
  column: 100,
  exprDepth: 100,
  compoundSelect: 5,
  vdbeOp: 25_000,
  functionArg: 32,
  attach: 0,
  likePatternLength: 50,
  variableNumber: 100,
  triggerDepth: 10,
}

/** Milliseconds that another program may keep the file locked. */
const patience = 20_000

/** Statements that stay compiled: as many as the product has, and the few that are put together. */
const kept = 500

/** A trip that took longer than this, in milliseconds, lets other requests go first. */
const longTrip = 4

/** A database file with D1's interface. */
export type SqliteDatabase = {
  db: D1Database
  trips: Trips
  /** Takes what was written into the file, and empties the log: what was deleted is in neither (`secure_delete`). */
  emptyLog: () => void
  close: () => void
}

type Prepared = { statement: StatementSync; parameters: number; isRead: boolean }
type Query = { sql: string; params: readonly SQLInputValue[] }
type Counts = { changes: number; lastRow: number }

/**
 * Opens a SQLite file, made when it is not there. Each write is on the disk before its promise settles (`synchronous = FULL`), what is deleted is
 * overwritten (`secure_delete`), and other programs may have the file open too (WAL). `onFault` hears what is wrong with the disk or the file.
 */
export function openSqlite(file: string, onFault: (fault: StorageFault) => void = () => undefined): SqliteDatabase {
  // Its log and its index take the rights of the file
  closeSync(openSync(file, 'a', 0o600))
  const sqlite = new DatabaseSync(file, { timeout: patience, limits })
  sqlite.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON',
  )
  const database = new Connection(sqlite, onFault)
  return {
    db: d1Over(database),
    trips: database.trips,
    emptyLog: () => sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: () => sqlite.close(),
  }
}

class Connection {
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

  /** Runs statements as one transaction. */
  async run(queries: readonly Query[]): Promise<D1Result<unknown>[]> {
    const start = performance.now()
    try {
      return this.#inTransaction(queries)
    } catch (error) {
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
      if (took > longTrip) await new Promise((resolve) => setImmediate(resolve))
    }
  }

  #inTransaction(queries: readonly Query[]): D1Result<unknown>[] {
    if (queries.length === 1) return queries.map((query) => this.#answer(query))
    // Whoever will write says so at once: a reader that becomes a writer fails when another has written meanwhile
    this.#sqlite.exec(queries.every(({ sql }) => isRead(sql)) ? 'BEGIN' : 'BEGIN IMMEDIATE')
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
  for (const name in row) if (row[name] instanceof Uint8Array) row[name] = [...(row[name] as Uint8Array)]
  return row
}

function withPlainNumbers(row: Row): Row {
  for (const name in row) if (typeof row[name] === 'bigint') row[name] = Number(row[name])
  return withPlainBytes(row)
}

function d1Over(database: Connection): D1Database {
  const queries = new WeakMap<object, Query>()
  const prepare = (query: Query): D1PreparedStatement => {
    const one = async () => (await database.run([query]))[0] as D1Result<unknown>
    const prepared = {
      bind: (...values: unknown[]) => prepare({ sql: query.sql, params: values.map(sqliteValue) }),
      all: one,
      run: one,
      first: async (column?: string) => {
        const [row] = (await one()).results as Row[]
        if (row === undefined) return null
        if (column === undefined) return row
        if (!(column in row)) throw new Error(`D1_COLUMN_NOTFOUND: Column not found (${column})`)
        return row[column] ?? null
      },
      raw: async () => ((await one()).results as Row[]).map((row) => Object.values(row)),
    } as unknown as D1PreparedStatement
    queries.set(prepared, query)
    return prepared
  }
  const batch = async (statements: D1PreparedStatement[]) =>
    statements.length === 0 ? [] : database.run(statements.map((prepared) => queries.get(prepared) as Query))
  // One file has it all: every session sees all of it
  const db = {
    prepare: (sql: string) => prepare({ sql, params: [] }),
    batch,
    withSession: () => db,
  } as unknown as D1Database
  return db
}
