import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'
import { hourOf } from './submissions.ts'

/** Whether a link was stopped, and how often it was used to write in this hour. */
export type LinkState = { isRevoked: boolean; submissions: number }

/** Of the link with this SHA-256; one that we do not know, or do not have any more, was not stopped. */
export function findLinkState(db: ReadDatabase, linkHash: string, now: Date): Question<LinkState> {
  return {
    // Was this link stopped, and how often was it used to write in this hour?
    statement: db
      .prepare(
        `SELECT
           EXISTS (SELECT 1 FROM link WHERE hash = ?1 AND revoked_at IS NOT NULL) AS is_revoked,
           (SELECT submissions FROM submission_count WHERE hour = ?2 AND client = ?1) AS submissions`,
      )
      .bind(linkHash, hourOf(now)),
    read: ([row]: { is_revoked: 0 | 1; submissions: number | null }[]) => ({
      isRevoked: row?.is_revoked === 1,
      submissions: row?.submissions ?? 0,
    }),
  }
}
