import type { D1Database } from '@cloudflare/workers-types'
import { Problem } from '#shared/domain/problem.ts'
import { databaseOver, type StatementRequest } from './database-over.ts'
import type { ReadDatabase } from './read-only.ts'

// Is this session still going?
const sessionThatGoesOn = 'SELECT 1 FROM session WHERE hash = ?1 AND ends_at > ?2'

export type WatchedSession = {
  db: ReadDatabase
  /** Asks, unless a question has brought the answer along already. @throws Problem */
  check: () => Promise<void>
}

/** The same database, whose first trip says besides whether a session (its SHA-256) goes on. @throws Problem from that first trip when it was ended. */
export function watchSession(source: ReadDatabase, hash: string, now: Date): WatchedSession {
  let isChecked = false
  const run = (statements: StatementRequest[]) =>
    source.batch<unknown>(statements.map(({ sql, params }) => source.prepare(sql).bind(...params)))
  const send = async (statements: StatementRequest[]) => {
    if (isChecked) return run(statements)
    const [session, ...results] = await run([
      { sql: sessionThatGoesOn, params: [hash, now.toISOString()] },
      ...statements,
    ])
    if (!session || session.results.length === 0) throw new Problem('session_missing')
    isChecked = true
    return results
  }
  return {
    db: databaseOver((statements) => send(statements) as never) as ReadDatabase,
    check: async () => void (isChecked || (await send([]))),
  }
}

/** The same database, which does nothing before it is known that the session goes on: no act can forget to ask. */
export function checkedFirst(db: D1Database, check: WatchedSession['check']): D1Database {
  return databaseOver(async (statements) => {
    await check()
    return db.batch(statements.map(({ sql, params }) => db.prepare(sql).bind(...params)))
  })
}
