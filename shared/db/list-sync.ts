import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { ProgramTrouble } from '#shared/domain/list-program.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** How far a list is kept up to date in its program. */
export type ListSync = {
  list: string
  program: string
  begunAt: Date | null
  nextPage: string | null
  readAt: Date | null
  others: number
  workedAt: Date | null
  failingSince: Date | null
  trouble: ProgramTrouble['trouble'] | null
  failures: number
  held: { before: number; now: number } | null
  isAccepted: boolean
}

type SyncColumns = {
  list: string
  program: string
  begun_at: string | null
  next_page: string | null
  read_at: string | null
  others: number
  worked_at: string | null
  failing_since: string | null
  trouble: ProgramTrouble['trouble'] | null
  failures: number
  held_at: string | null
  held_before: number | null
  held_now: number | null
  is_accepted: number
}

const columns =
  'list, program, begun_at, next_page, read_at, others, worked_at, failing_since, trouble, failures, held_at, held_before, held_now, is_accepted'

const instant = (text: string | null) => (text === null ? null : new Date(text))

const readSync = (row: SyncColumns): ListSync => ({
  list: row.list,
  program: row.program,
  begunAt: instant(row.begun_at),
  nextPage: row.next_page,
  readAt: instant(row.read_at),
  others: row.others,
  workedAt: instant(row.worked_at),
  failingSince: instant(row.failing_since),
  trouble: row.trouble,
  failures: row.failures,
  held: row.held_at === null ? null : { before: row.held_before ?? 0, now: row.held_now ?? 0 },
  isAccepted: row.is_accepted === 1,
})

/** Whether what is known of the list is of one look, which came to its end. */
export const isReadWhole = ({ readAt, trouble, nextPage }: ListSync) =>
  readAt !== null && trouble === null && (nextPage === null || nextPage === '')

/** Every list that is, or was, kept in a program. */
export function listSyncs(db: ReadDatabase): Question<ListSync[]> {
  return {
    // How far are lists kept up to date elsewhere?
    statement: db.prepare(`SELECT ${columns} FROM list_sync ORDER BY list`),
    read: (rows: SyncColumns[]) => rows.map(readSync),
  }
}

/** Begins a list that is new, or in another program than before: from nothing. */
export function ensureSync(db: D1Database, list: string, program: string, now: Date): D1PreparedStatement[] {
  return [
    db.prepare('DELETE FROM list_sync WHERE list = ?1 AND program <> ?2').bind(list, program),
    db
      .prepare(
        `INSERT INTO list_sync (list, program, next_page, due_at) VALUES (?1, ?2, '', ?3) ON CONFLICT DO NOTHING`,
      )
      .bind(list, program, now.toISOString()),
  ]
}

/** Forgets the lists that the settings keep nowhere else any more. */
export function deleteOtherSyncs(db: D1Database, lists: readonly string[]): D1PreparedStatement {
  return db
    .prepare('DELETE FROM list_sync WHERE list NOT IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(lists))
}

/** Takes a list whose look is due, for a while; nobody else does meanwhile. Null when it is not due. */
export async function claimSync(db: D1Database, list: string, until: Date, now: Date): Promise<ListSync | null> {
  const row = await db
    .prepare(`UPDATE list_sync SET due_at = ?2 WHERE list = ?1 AND due_at <= ?3 RETURNING ${columns}`)
    .bind(list, until.toISOString(), now.toISOString())
    .first<SyncColumns>()
  return row && readSync(row)
}

/** A look is at its end: nothing is left to do. */
export function endLook(db: D1Database, list: string, next: Date, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE list_sync
       SET
         next_page = '', due_at = ?2, worked_at = ?3, failing_since = NULL, trouble = NULL, failures = 0, held_at = NULL, is_accepted = 0
       WHERE list = ?1`,
    )
    .bind(list, next.toISOString(), now.toISOString())
}

/** A run has had enough: the next goes on at once. */
export function pauseLook(db: D1Database, list: string, now: Date): D1PreparedStatement {
  return db.prepare('UPDATE list_sync SET due_at = ?2 WHERE list = ?1').bind(list, now.toISOString())
}

/** The program did not do what it was asked. */
export function keepTrouble(
  db: D1Database,
  list: string,
  { trouble, next }: { trouble: ProgramTrouble['trouble']; next: Date },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE list_sync
       SET
         next_page = iif(?3 = 'busy', next_page, ''), due_at = ?2, trouble = ?3, failures = failures + 1, failing_since = coalesce(failing_since, ?4)
       WHERE list = ?1`,
    )
    .bind(list, next.toISOString(), trouble, now.toISOString())
}

/** Too many would leave at once: nothing is changed until the team says so. */
export function holdSync(
  db: D1Database,
  list: string,
  { before, now: members, next }: { before: number; now: number; next: Date },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE list_sync
       SET
         next_page = '', due_at = ?2, held_at = coalesce(held_at, ?3), held_before = ?4, held_now = ?5,
         failing_since = NULL, trouble = NULL, failures = 0
       WHERE list = ?1`,
    )
    .bind(list, next.toISOString(), now.toISOString(), before, members)
}

/** The team has seen what will change. */
export function beginSync(db: D1Database, list: string, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE list_sync SET begun_at = ?2, due_at = ?2 WHERE list = ?1 AND begun_at IS NULL')
    .bind(list, now.toISOString())
}

/** Changes nothing there any more. */
export function haltSync(db: D1Database, list: string): D1PreparedStatement {
  return db.prepare('UPDATE list_sync SET begun_at = NULL WHERE list = ?1').bind(list)
}

/** Looks as soon as the cron runs, also where there was trouble. */
export function hastenSync(db: D1Database, list: string, now: Date): D1PreparedStatement {
  return db.prepare('UPDATE list_sync SET due_at = ?2 WHERE list = ?1').bind(list, now.toISOString())
}

/** It is right that so many leave: the next look changes the lists. */
export function acceptSyncs(db: D1Database, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE list_sync SET held_at = NULL, is_accepted = 1, due_at = ?1 WHERE held_at IS NOT NULL')
    .bind(now.toISOString())
}
