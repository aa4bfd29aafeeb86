import type { DurableObjectNamespace, DurableObjectState, DurableObjectStorage } from '@cloudflare/workers-types'

/** What the D1 binding of workers sends: one statement, or several that are one transaction. */
type Query = { sql: string; params?: (string | number | null | number[])[] | null }
type Counts = [changes: number, lastRow: number]

/**
 * The server's side of D1 on this machine: SQL over one SQLite file, in workerd's own durable storage. It answers what
 * `cloudflare:internal:d1-api` asks, as Cloudflare's does; `tests/local/d1-object.test.ts` compares it with theirs.
 */
export class Database {
  readonly #storage: DurableObjectStorage
  /**
   * How often workers came to the database, with how many statements, how many rows these read and wrote, as D1 counts them, and how long
   * that took with writing it to the disk.
   */
  readonly #work = { trips: 0, statements: 0, rowsRead: 0, rowsWritten: 0, milliseconds: 0 }

  constructor({ storage }: DurableObjectState) {
    this.#storage = storage
  }

  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/trips') return Response.json(this.#work)
    const queries = [(await request.json()) as Query | Query[]].flat()
    this.#work.trips += 1
    this.#work.statements += queries.length
    const start = performance.now()
    try {
      const answers = this.#transaction(queries, searchParams.get('resultsFormat') === 'ROWS_AND_COLUMNS')
      const bookmark = await this.#storage.getCurrentBookmark()
      return Response.json(answers, { headers: { 'x-cf-d1-session-commit-token': bookmark } })
    } catch (error) {
      return Response.json({ success: false, error: error instanceof Error ? error.message : String(error) })
    } finally {
      await this.#storage.sync()
      this.#work.milliseconds += performance.now() - start
    }
  }

  #transaction(queries: Query[], asRows: boolean): unknown[] {
    return this.#storage.transactionSync(() => {
      let [changes] = this.#counts()
      return queries.map((query) => {
        const answer = this.#run(query, asRows, changes)
        changes += answer.meta.changes
        return answer
      })
    })
  }

  #run({ sql, params }: Query, asRows: boolean, changesBefore: number) {
    const start = performance.now()
    const cursor = this.#storage.sql.exec(sql, ...(params ?? []).map(fromJson))
    const columns = cursor.columnNames
    const rows = [...cursor.raw()].map((row) => row.map(toJson))
    const [changesAfter, lastRow] = this.#counts()
    const changes = changesAfter - changesBefore
    this.#work.rowsRead += cursor.rowsRead
    this.#work.rowsWritten += cursor.rowsWritten
    return {
      success: true,
      results: asRows ? { columns, rows } : rows.map((row) => Object.fromEntries(columns.map((c, i) => [c, row[i]]))),
      meta: {
        duration: performance.now() - start,
        changes,
        last_row_id: lastRow,
        changed_db: changes > 0,
        size_after: this.#storage.sql.databaseSize,
        rows_read: cursor.rowsRead,
        rows_written: cursor.rowsWritten,
      },
    }
  }

  #counts(): Counts {
    const [row] = this.#storage.sql.exec('SELECT total_changes(), last_insert_rowid()').raw()
    return row as unknown as Counts
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
