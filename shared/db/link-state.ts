import type { Question } from './ask.ts'
import { hourOf } from './presses.ts'
import type { ReadDatabase } from './read-only.ts'

/** Whether a link was stopped, and how often it was used to write in this hour. */
export type LinkState = { isRevoked: boolean; presses: number }

/** Of the link with this SHA-256; one that we do not know, or do not have any more, was not stopped. */
export function findLinkState(db: ReadDatabase, linkHash: string, now: Date): Question<LinkState> {
  return {
    // Was this link stopped, and how often was it used to write in this hour?
    statement: db
      .prepare(
        `SELECT
           EXISTS (SELECT 1 FROM link WHERE hash = ?1 AND revoked_at IS NOT NULL) AS is_revoked,
           (SELECT submissions FROM submission_count WHERE hour = ?2 AND client = ?1) AS presses`,
      )
      .bind(linkHash, hourOf(now)),
    read: ([row]: { is_revoked: 0 | 1; presses: number | null }[]) => ({
      isRevoked: row?.is_revoked === 1,
      presses: row?.presses ?? 0,
    }),
  }
}
