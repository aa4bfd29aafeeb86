import type { DurableObjectNamespace, DurableObjectState, DurableObjectStorage } from '@cloudflare/workers-types'

/** What the D1 binding of workers sends: one statement, or several that are one transaction. */
type Query = { sql: string; params?: (string | number | null | number[])[] | null }
type Answer = { success: true; results: unknown; meta: Record<string, unknown> }

/**
 * The server's side of D1 on this machine: SQL over one SQLite file, in workerd's own durable storage. It answers what
 * `cloudflare:internal:d1-api` asks, as Cloudflare's does; `tests/local/d1-object.test.ts` compares it with theirs. It gives
 * no bookmark: there is no copy that could be behind, and workerd writes each one to the disk.
 */
export class Database {
  readonly #storage: DurableObjectStorage
  /**
   * How often workers came to the database, with how many statements, how many rows these read and wrote, as D1 counts them, and how long
   * that took with writing it to the disk.
   */
  readonly #work = { trips: 0, statements: 0, rowsRead: 0, rowsWritten: 0, milliseconds: 0 }
  /** What SQLite has counted since the database was opened, which only a write moves. */
  #counts: { changes: number; lastRow: number }

  constructor({ storage }: DurableObjectState) {
    this.#storage = storage
    this.#counts = this.#count()
  }

  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/trips') return Response.json(this.#work)
    const queries = [(await request.json()) as Query | Query[]].flat()
    this.#work.trips += 1
    this.#work.statements += queries.length
    const written = this.#work.rowsWritten
    const start = performance.now()
    try {
      return Response.json(this.#answer(queries, searchParams.get('resultsFormat') === 'ROWS_AND_COLUMNS'))
    } catch (error) {
      // What was undone is counted all the same
      this.#counts = this.#count()
      return Response.json({ success: false, error: error instanceof Error ? error.message : String(error) })
    } finally {
      if (this.#work.rowsWritten > written) await this.#storage.sync()
      this.#work.milliseconds += performance.now() - start
    }
  }

  /** One statement is a transaction by itself. */
  #answer(queries: Query[], asRows: boolean): Answer[] {
    const run = () => queries.map((query) => this.#run(query, asRows))
    return queries.length > 1 ? this.#storage.transactionSync(run) : run()
  }

  #run({ sql, params }: Query, asRows: boolean): Answer {
    const start = performance.now()
    const cursor = this.#storage.sql.exec(sql, ...(params ?? []).map(fromJson))
    const columns = cursor.columnNames
    const rows = [...cursor.raw()].map((row) => row.map(toJson))
    const { rowsRead, rowsWritten } = cursor
    this.#work.rowsRead += rowsRead
    this.#work.rowsWritten += rowsWritten
    const before = this.#counts
    if (rowsWritten > 0) this.#counts = this.#count()
    const changes = this.#counts.changes - before.changes
    return {
      success: true,
      results: asRows ? { columns, rows } : rows.map((row) => Object.fromEntries(columns.map((c, i) => [c, row[i]]))),
      meta: {
        duration: performance.now() - start,
        changes,
        last_row_id: this.#counts.lastRow,
        changed_db: changes > 0,
        size_after: this.#storage.sql.databaseSize,
        rows_read: rowsRead,
        rows_written: rowsWritten,
      },
    }
  }

  #count(): { changes: number; lastRow: number } {
    const [row] = this.#storage.sql.exec('SELECT total_changes(), last_insert_rowid()').raw()
    const [changes, lastRow] = row as unknown as [number, number]
    return { changes, lastRow }
  }
}

/** Bytes travel as numbers. */
function fromJson(value: string | number | null | number[]) {
  return Array.isArray(value) ? new Uint8Array(value).buffer : value
}

function toJson(value: unknown) {
  return value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value
}

export default {
  fetch(request: Request, env: { DATABASE: DurableObjectNamespace }): Promise<Response> {
    const stub = env.DATABASE.get(env.DATABASE.idFromName('relance'))
    return stub.fetch(request as never) as unknown as Promise<Response>
  },
}
