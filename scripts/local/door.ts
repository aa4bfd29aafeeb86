import { request } from 'node:http'
import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'

export type Param = string | number | null
export type StatementRequest = { sql: string; params: Param[] }

/** Where a running database answers the programs of this machine. */
export type Door = { port: number; token: string }
export type DoorPath = '/' | '/batch' | `/tick?at=${string}` | '/trips'

/** Asks a running database. A tick answers when its work is done, however long that is. */
export function askDoor(
  { port, token }: Door,
  path: DoorPath,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        // workerd closes connections that were idle for some seconds, perhaps as we reuse one: a write must not fail for that
        agent: false,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}` },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** What programs use of D1, answered through a door. `door` is asked each time, as it may move. */
export function databaseBehind(door: () => Door): D1Database {
  const send = async <Row>(statements: StatementRequest[]): Promise<D1Result<Row>[]> => {
    const { status, text } = await askDoor(door(), '/batch', statements)
    const answer = JSON.parse(text)
    if (status !== 200) throw new Error((answer as { error: string }).error)
    return answer as D1Result<Row>[]
  }
  const requests = new WeakMap<object, StatementRequest>()
  const prepare = (sql: string, params: Param[] = []): D1PreparedStatement => {
    const statement = { sql, params }
    const one = async <Row>() => (await send<Row>([statement]))[0] as D1Result<Row>
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
