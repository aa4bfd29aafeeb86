import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'
import { Miniflare } from 'miniflare'
import { migrate } from './migrate.ts'
import { announce, askRunning, findRunning, type Running, type StatementRequest } from './running.ts'

/** The name by which workers and programs share one database in a folder. */
export const databaseId = 'relance'
export const databaseFolder = (folder: string) => join(folder, 'd1')
export const compatibilityDate = '2026-07-01'

/** Runs work on a folder's database, migrated: through the server that has it open, or alone. */
export async function withDatabase<Result>(folder: string, work: (db: D1Database) => Promise<Result>): Promise<Result> {
  await mkdir(folder, { recursive: true })
  const running = await findRunning(folder)
  if (running) return work(remoteDatabase(running))
  const miniflare = new Miniflare({
    modules: true,
    script: 'export default {}',
    compatibilityDate,
    d1Databases: { DB: databaseId },
    d1Persist: databaseFolder(folder),
  })
  try {
    const db = (await miniflare.getD1Database('DB')) as unknown as D1Database
    await migrate(db)
    const close = await announce(folder, db)
    try {
      return await work(db)
    } finally {
      await close()
    }
  } finally {
    await miniflare.dispose()
  }
}

type Params = StatementRequest[number]['params']

/** What programs use of D1, answered by the process that has the folder open. */
function remoteDatabase(running: Running): D1Database {
  const send = async <Row>(statements: StatementRequest): Promise<D1Result<Row>[]> => {
    const response = await askRunning(running, statements)
    const body = await response.json()
    if (!response.ok) throw new Error((body as { error: string }).error)
    return body as D1Result<Row>[]
  }
  const requests = new WeakMap<object, StatementRequest[number]>()
  const prepare = (sql: string, params: Params = []): D1PreparedStatement => {
    const request = { sql, params }
    const one = async <Row>() => (await send<Row>([request]))[0] as D1Result<Row>
    const statement = {
      bind: (...values: Params) => prepare(sql, values),
      all: one,
      run: one,
      first: async (column?: string) => {
        const [row] = (await one<Record<string, unknown>>()).results
        return row === undefined ? null : column === undefined ? row : (row[column] ?? null)
      },
    } as unknown as D1PreparedStatement
    requests.set(statement, request)
    return statement
  }
  const batch = <Row>(statements: D1PreparedStatement[]) =>
    send<Row>(statements.map((statement) => requests.get(statement) as StatementRequest[number]))
  return { prepare: (sql: string) => prepare(sql), batch } as unknown as D1Database
}
