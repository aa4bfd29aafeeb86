import { closeSync, createReadStream, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { TextDecoder } from 'node:util'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { afterComments, sqlStatements } from './sql-statements.ts'

/** How statements of a whole database begin: as `npm run backup -- --sql`, `wrangler d1 export` and `sqlite3 .dump` write them. */
const taken = /^(?:INSERT|DELETE|CREATE\s+(?:TABLE|UNIQUE|INDEX|TRIGGER|VIEW))\b/i
/** What a dump says to its reader; it is all one transaction here, and settings stay ours. */
const passedOver = /^(?:PRAGMA|BEGIN|COMMIT|END|SAVEPOINT|RELEASE|ANALYZE)\b/i
/** They come last, wherever they stand: what they keep counted is among the rows. */
const counting = /^CREATE\s+TRIGGER\b/i

const chunk = 1_048_576
/** SQLite's codes for SQL that is none, and for rows that cannot be. */
const [sqlError, notAllowed] = [1, 19]

/**
 * Makes a database of SQL; whoever wrote that can do nothing beyond it. @throws Stop for what no copy has, and for SQL that is cut off or no SQL.
 */
export async function readSql(source: string, file: string): Promise<void> {
  closeSync(openSync(file, 'a', 0o600))
  // No second file: neither by ATTACH nor by VACUUM INTO
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false, limits: { attach: 0 } })
  const triggers: string[] = []
  try {
    database.exec('PRAGMA synchronous = OFF; BEGIN')
    for await (const statement of sqlStatements(textOf(source))) {
      const head = afterComments(statement)
      if (head === '' || head === ';' || passedOver.test(head)) continue
      if (!taken.test(head)) throw new Stop(words.restore.strangeSql(source, head.slice(0, 40)))
      if (counting.test(head)) triggers.push(statement)
      else database.exec(statement)
    }
    for (const trigger of triggers) database.exec(trigger)
    database.exec('COMMIT')
  } catch (error) {
    if (isNoSql(error)) throw new Stop(words.restore.brokenSql(source))
    throw error
  } finally {
    database.close()
  }
}

function isNoSql(error: unknown): boolean {
  if (error instanceof RangeError || error instanceof TypeError) return true
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null
  return code === sqlError || code === notAllowed
}

/** @throws TypeError for what is not UTF-8. */
async function* textOf(source: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const bytes of createReadStream(source, { highWaterMark: chunk }))
    yield decoder.decode(bytes as Buffer, { stream: true })
  yield decoder.decode()
}
