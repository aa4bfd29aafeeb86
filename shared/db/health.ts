import type { D1Database } from '@cloudflare/workers-types'
import type { Queue } from '#shared/domain/mail.ts'

/** The mails that are due: since when the first waits of those that somebody asked for, and of all others; and whether sending is paused. */
export type DueMails = { asked: Date | null; others: Date | null; isPaused: boolean }

/** Each is looked up in the index; all but one would read every mail that waits, at whatever a monitor asks. */
const others = (['bulk', 'named'] satisfies Queue[]).map((queue) => `'${queue}'`).join(', ')

export async function findDueMails(db: Pick<D1Database, 'prepare'>, now: Date): Promise<DueMails> {
  const row = await db
    .prepare(
      `SELECT
         (SELECT min(due_at) FROM mail WHERE state = 'pending' AND stream = 'transactional' AND due_at <= ?1) AS asked,
         (SELECT min(due_at) FROM mail WHERE state = 'pending' AND stream IN (${others}) AND due_at <= ?1) AS others,
         EXISTS (SELECT 1 FROM mail_control WHERE paused_at IS NOT NULL) AS is_paused`,
    )
    .bind(now.toISOString())
    .first<{ asked: string | null; others: string | null; is_paused: number }>()
  const instant = (text: string | null | undefined) => (text ? new Date(text) : null)
  return { asked: instant(row?.asked), others: instant(row?.others), isPaused: row?.is_paused === 1 }
}
