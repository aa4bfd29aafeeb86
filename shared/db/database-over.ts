import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'

export type Param = string | number | null
export type StatementRequest = { sql: string; params: Param[] }

/** Runs statements as one transaction, elsewhere, and gives a result for each. */
export type Send = (statements: StatementRequest[]) => Promise<D1Result<unknown>[]>

/** What programs use of D1, over any way to run statements. */
export function databaseOver(send: Send): D1Database {
  const requests = new WeakMap<object, StatementRequest>()
  const prepare = (sql: string, params: Param[] = []): D1PreparedStatement => {
    const statement = { sql, params }
    const one = async <Row>() => (await send([statement]))[0] as D1Result<Row>
    const prepared = {
      bind: (...values: Param[]) => prepare(sql, values.map(bindable)),
      all: one,
      run: one,
      first: async (column?: string) => {
        const [row] = (await one<Record<string, unknown>>()).results
        return row === undefined ? null : column === undefined ? row : (row[column] ?? null)
      },
    } as unknown as D1PreparedStatement
    requests.set(prepared, statement)
    return prepared
  }
  const batch = async (statements: D1PreparedStatement[]) =>
    statements.length === 0 ? [] : send(statements.map((prepared) => requests.get(prepared) as StatementRequest))
  // One place keeps the data: every session sees all of it
  const db = { prepare: (sql: string) => prepare(sql), batch, withSession: () => db } as unknown as D1Database
  return db
}

/** As D1 does, refuses what JSON would quietly turn into NULL. */
function bindable(value: Param): Param {
  if (value === undefined || Number.isNaN(value)) throw new Error(`D1_TYPE_ERROR: ${String(value)} cannot be bound`)
  return value
}
