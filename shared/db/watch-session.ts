import type { D1Database } from '@cloudflare/workers-types'
import { Problem } from '#shared/domain/problem.ts'
import { databaseOver, type StatementRequest } from './database-over.ts'
import type { ReadDatabase } from './read-only.ts'

// Is this session still going, has it passed a second factor, and does its coordinator have one?
const sessionThatGoesOn = `
  SELECT
    session.factor_at IS NOT NULL AS passed,
    EXISTS (SELECT 1 FROM second_factor WHERE coordinator = session.coordinator AND server_key = ?3) AS has_factor
  FROM session
  WHERE hash = ?1 AND ends_at > ?2`

type SessionRow = { passed: number; has_factor: number }

/** A session (its SHA-256), and what it has to have passed. `needsFactor`: a second factor, whether there is one or not. `isBetween`: it is about to. */
export type WatchedKey = { hash: string; serverKey: string; needsFactor: boolean; isBetween: boolean }

export type WatchedSession = {
  db: ReadDatabase
  /** Asks, unless a question has brought the answer along already. @throws Problem */
  check: () => Promise<void>
}

/** The same database, whose first trip says besides whether a session goes on. @throws Problem from that first trip when it was ended, or is only half begun. */
export function watchSession(source: ReadDatabase, key: WatchedKey, now: Date): WatchedSession {
  let isChecked = false
  const run = (statements: StatementRequest[]) =>
    source.batch<unknown>(statements.map(({ sql, params }) => source.prepare(sql).bind(...params)))
  const send = async (statements: StatementRequest[]) => {
    if (isChecked) return run(statements)
    const [session, ...results] = await run([
      { sql: sessionThatGoesOn, params: [key.hash, now.toISOString(), key.serverKey] },
      ...statements,
    ])
    const row = session?.results[0] as SessionRow | undefined
    if (!row) throw new Problem('session_missing')
    if (!key.isBetween && !row.passed && (row.has_factor || key.needsFactor)) throw new Problem('factor_missing')
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
