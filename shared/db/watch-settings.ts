import type { D1Database, D1Result } from '@cloudflare/workers-types'
import { databaseOver, type StatementRequest } from './database-over.ts'
import { isQuestion, type ReadDatabase } from './read-only.ts'
import {
  changedSettings,
  isSettingsChanged,
  refuseOtherSettings,
  type StoredSettings,
  settingsSince,
  type VersionColumns,
} from './settings.ts'

/** The settings are not those that work was begun with: it is to begin again. `stored` are they as they are, where that is known. */
export class SettingsChanged extends Error {
  override name = 'SettingsChanged'
  readonly stored: StoredSettings | null
  constructor(stored: StoredSettings | null) {
    super('the settings have changed')
    this.stored = stored
  }
}

export type WatchedDatabase = {
  db: D1Database
  /** Asks for the version, unless a statement has brought it along already. @throws SettingsChanged */
  check: () => Promise<void>
}

/**
 * The same database, whose first trip says besides whether the settings are still of this version. @throws SettingsChanged from that first
 * trip when they are not, with nothing written.
 */
export function watchSettings(source: ReadDatabase, version: number): WatchedDatabase {
  let isChecked = false
  const run = (statements: StatementRequest[]) =>
    source.batch<unknown>(statements.map(({ sql, params }) => source.prepare(sql).bind(...params)))
  const read = async (statements: StatementRequest[]) => {
    const [answer, ...results] = await run([{ sql: settingsSince, params: [version] }, ...statements])
    const stored = changedSettings(answer?.results[0] as VersionColumns)
    if (stored) throw new SettingsChanged(stored)
    return results
  }
  const write = async (statements: StatementRequest[]) => {
    try {
      return (await run([{ sql: refuseOtherSettings, params: [version] }, ...statements])).slice(1)
    } catch (error) {
      throw isSettingsChanged(error) ? new SettingsChanged(null) : error
    }
  }
  const send = async (statements: StatementRequest[]) => {
    if (isChecked) return run(statements)
    const results = await (statements.every(isRead) ? read(statements) : write(statements))
    isChecked = true
    return results
  }
  return {
    db: databaseOver((statements) => send(statements) as Promise<D1Result<unknown>[]>),
    check: async () => void (isChecked || (await send([]))),
  }
}

/** Texts of statements are few, but for the filters of lists. */
const mostJudged = 200
const judged = new Map<string, boolean>()

function isRead({ sql }: StatementRequest): boolean {
  const known = judged.get(sql) ?? isQuestion(sql)
  if (judged.size > mostJudged) judged.clear()
  judged.set(sql, known)
  return known
}
