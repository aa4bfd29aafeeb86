import type { D1Database } from '@cloudflare/workers-types'

/** A statement that can only be looked at: it has no `run`. */
export type ReadStatement = {
  bind(...values: unknown[]): ReadStatement
  first<Row>(): Promise<Row | null>
  all<Row>(): Promise<{ results: Row[] }>
}

/** A database that cannot write. A function that takes one cannot even be given to a function that writes. */
export type ReadDatabase = {
  prepare(sql: string): ReadStatement
  batch<Row>(statements: ReadStatement[]): Promise<{ results: Row[] }[]>
}

/** The same database, refusing anything but questions; asked of the primary first: a session that has just begun is not on every replica. */
export function readOnly(db: D1Database): ReadDatabase {
  const session = db.withSession('first-primary') as ReadDatabase
  return {
    prepare: (sql) => {
      if (!isQuestion(sql)) throw new Error('this database only reads')
      return session.prepare(sql)
    },
    batch: (statements) => session.batch(statements),
  }
}

const opaque = /--[^\n]*|\/\*.*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^[\]]*\]/gs
const innermost = /\([^()]*\)/g
const verb = /\b(SELECT|VALUES|INSERT|REPLACE|UPDATE|DELETE)\b/i

/** Whether a text of SQL is one SELECT, with or without a WITH before it: what SQLite never writes for. */
export function isQuestion(sql: string): boolean {
  const flat = flatten(sql.replace(opaque, ' ')).trim().replace(/;$/, '')
  if (/[;'"`()[\]]/.test(flat) || !/^(SELECT|WITH)\b/i.test(flat)) return false
  return verb.exec(flat)?.[1]?.toUpperCase() === 'SELECT'
}

/** The text without what stands in brackets. */
function flatten(sql: string): string {
  const flatter = sql.replace(innermost, ' ')
  return flatter === sql ? sql : flatten(flatter)
}
