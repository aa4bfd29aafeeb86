import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** How many of what visitors send may wait for their confirmation at once: robots confirm none. More where browsers have worked for it. */
export type WaitingRoom = {
  table: 'enquiry' | 'registration' | 'list_subscriber'
  unproven: number
  proven: number
}

const day = 86_400_000

/** SQL: whether one more may wait, of whether a browser worked for it (0 or 1) and the instant a day ago. */
export const hasRoom = ({ table, unproven, proven }: WaitingRoom, isProven: string, since: string) =>
  `(SELECT count(*) FROM ${table} WHERE confirmed_at IS NULL AND asked_at > ${since} AND is_proven = ${isProven}) < iif(${isProven}, ${proven}, ${unproven})`

/** Spellings of one mailbox that get such a mail in a day. */
const spellings = 3

/**
 * SQL: whether a mailbox got few such mails in the last day under other spellings of its address (`lou+1@`, `l.ou@`), of the address and the instant a day
 * ago. What each address gets in a day is counted by itself.
 */
export const hasMailbox = ({ table }: WaitingRoom, email: string, since: string) =>
  `(
    SELECT count(*)
    FROM ${table} AS same
    WHERE same.asked_at > ${since} AND same.email <> ${email} AND ${mailbox('same.email')} = ${mailbox(email)}
  ) < ${spellings}`

/** SQL: whose mailbox it is, for counting alone (`mailboxOf`). */
function mailbox(email: string): string {
  const at = `instr(${email}, '@')`
  const tag = `nullif(instr(substr(${email}, 1, ${at}), '+'), 0)`
  return `replace(substr(${email}, 1, coalesce(${tag}, ${at}) - 1), '.', '') || substr(${email}, ${at})`
}

/** Whether one more may wait for its confirmation. */
export function roomIn(db: ReadDatabase, room: WaitingRoom, isProven: boolean, now: Date): Question<boolean> {
  return {
    // May one more wait?
    statement: db
      .prepare(`SELECT ${hasRoom(room, '?1', '?2')} AS room`)
      .bind(isProven ? 1 : 0, new Date(now.getTime() - day).toISOString()),
    read: ([row]: { room: number }[]) => row?.room === 1,
  }
}
