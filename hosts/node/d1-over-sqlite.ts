import { closeSync, openSync, statSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'
import type { Trips } from '#hosts/relance.ts'
import type { StorageFault } from '#shared/db/storage-fault.ts'
import { Connection, lockPatience, type Query } from './connection.ts'
import { noStatement } from './d1-errors.ts'
import { sqliteValue } from './sqlite-value.ts'

/** What D1 would refuse is refused here too: https://developers.cloudflare.com/d1/platform/limits/, and workerd's `sqlite.c++` for the rest. */
const limits = {
  length: 2_200_000,
  sqlLength: 100_000,
  column: 100,
  exprDepth: countsTables(process.versions.sqlite) ? 1000 : 100,
  compoundSelect: 5,
  vdbeOp: 25_000,
  functionArg: 32,
  attach: 0,
  likePatternLength: 50,
  variableNumber: 100,
  triggerDepth: 10,
}

/** SQLite from 3.54 on counts each use of a table that WITH names as a level, so that wide statements reach D1's 100. */
function countsTables(version = '0'): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 3 || minor >= 54
}

/** A database file with D1's interface. */
export type SqliteDatabase = {
  db: D1Database
  /** What `db` runs statements by. */
  run: Connection['run']
  trips: Trips
  /** Takes what was written into the file, and empties the log: what was deleted is in neither (`secure_delete`). */
  emptyLog: () => void
  /** Tries to write, and changes nothing. */
  canWrite: () => boolean
  /** Whether the file still lies where it was opened: one that was taken away or replaced is written on by whoever has it open, and read by nobody else. */
  isInPlace: () => boolean
  /** Writes all of it into another file. */
  copyTo: (path: string) => Promise<void>
  close: () => void
}

/**
 * Opens a SQLite file, made when it is not there. Each write is on the disk before its promise settles (`synchronous = FULL`), what is deleted is
 * overwritten (`secure_delete`), and other programs may have the file open too (WAL): nobody who reads waits for who writes. `onFault` hears what is wrong with the disk or the file;
 * `cache` is how many KiB of its pages stay in memory, `log` how many pages wait in the log before they are taken into the file: of a page that is written again and
 * again meanwhile, only the last.
 */
export function openSqlite(
  file: string,
  onFault: (fault: StorageFault) => void = () => undefined,
  { cache = 2000, log = 1000 }: { cache?: number; log?: number } = {},
): SqliteDatabase {
  // Its log and its index take the rights of the file
  closeSync(openSync(file, 'a', 0o600))
  const sqlite = new DatabaseSync(file, { timeout: lockPatience, limits })
  sqlite.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA cache_size = -${cache}; PRAGMA wal_autocheckpoint = ${log}`,
  )
  const database = new Connection(waitingForNobody(sqlite), onFault)
  const opened = statSync(file).ino
  return {
    db: d1Over(database),
    run: (queries) => database.run(queries),
    trips: database.trips,
    emptyLog: () => void database.care('PRAGMA wal_checkpoint(TRUNCATE)'),
    // Nobody uses the number, and SQLite writes it though it is the same
    canWrite: () => database.care('BEGIN IMMEDIATE; PRAGMA user_version = 0; COMMIT'),
    isInPlace: () => statSync(file, { throwIfNoEntry: false })?.ino === opened,
    copyTo: async (path) => void (await backup(sqlite, path)),
    close: () => sqlite.close(),
  }
}

/** Opens the same file for questions only, beside whoever writes. */
export function openForReading(file: string, onFault: (fault: StorageFault) => void): Connection {
  const sqlite = new DatabaseSync(file, { timeout: lockPatience, limits, readOnly: true })
  return new Connection(waitingForNobody(sqlite), onFault)
}

/** Another program's lock would hold up everything in this thread: `Connection` waits instead. */
function waitingForNobody(sqlite: DatabaseSync): DatabaseSync {
  sqlite.exec('PRAGMA busy_timeout = 0')
  return sqlite
}

type Row = Record<string, unknown>

/** D1's interface over what runs statements as one transaction. */
export function d1Over(database: { run: (queries: readonly Query[]) => Promise<D1Result<unknown>[]> }): D1Database {
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
    } as unknown as D1PreparedStatement
    queries.set(prepared, query)
    return prepared
  }
  const batch = async (statements: D1PreparedStatement[]) => {
    if (statements.length === 0) throw noStatement()
    return database.run(statements.map((prepared) => queries.get(prepared) as Query))
  }
  // One file has it all: every session sees all of it
  const db = {
    prepare: (sql: string) => prepare({ sql, params: [] }),
    batch,
    withSession: () => db,
  } as unknown as D1Database
  return db
}
