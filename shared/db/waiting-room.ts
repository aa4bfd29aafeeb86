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
