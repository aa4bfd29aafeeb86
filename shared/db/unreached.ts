import type { SuppressionReason } from '#shared/domain/mail.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** Somebody whose address gets no mails: why, and since when. Without a group they have left them all. */
export type SuppressedPerson = {
  person: { uid: string; name: string }
  email: string
  phone: string | null
  reason: SuppressionReason
  /** They want no mails, also where their address has come back since. */
  isTheirs: boolean
  since: Date
  groups: { uid: string; name: string }[]
}

/** Whose decision it was: theirs, or of a server that knows no such address. */
export const unreachedKinds = ['unsubscribed', 'complaint', 'hard_bounce'] as const satisfies SuppressionReason[]

/** Where a page begins: behind this instant and this address. */
export type UnreachedAfter = { since: string; address: string }

type Columns = {
  uid: string
  name: string
  email: string
  phone: string | null
  reason: SuppressionReason
  since_at: string
  unsubscribed_at: string | null
  groups: string
}

/** People whose address gets no mails, the latest first; `reason` null: for whatever reason. */
export function listUnreached(
  db: ReadDatabase,
  { reason, after }: { reason: SuppressionReason | null; after: UnreachedAfter | null },
  limit: number,
): Question<(SuppressedPerson & { after: UnreachedAfter })[]> {
  return {
    // Who gets no mails, why, and since when?
    statement: db
      .prepare(
        `SELECT
           person.uid, person.name, person.email, person.phone, suppression.reason, suppression.since_at, suppression.unsubscribed_at,
           (
             SELECT json_group_array(json_array(g.uid, g.name) ORDER BY g.name_key)
             FROM referent
             JOIN local_group g ON g.id = referent.group_id
             WHERE referent.person_id = person.id AND referent.until_at IS NULL
           ) AS groups
         FROM suppression
         CROSS JOIN person ON person.email = suppression.address
         WHERE person.merged_into_id IS NULL
         AND (suppression.since_at, suppression.address) < (?1, ?2)
         AND (?3 IS NULL OR suppression.reason = ?3 OR (?3 = 'unsubscribed' AND suppression.unsubscribed_at IS NOT NULL))
         AND EXISTS (SELECT 1 FROM referent JOIN local_group g ON g.id = referent.group_id WHERE referent.person_id = person.id)
         ORDER BY suppression.since_at DESC, suppression.address DESC
         LIMIT ?4 + 0`,
      )
      .bind(after?.since ?? '~', after?.address ?? '', reason, limit),
    read: (rows: Columns[]) =>
      rows.map((row) => ({
        person: { uid: row.uid, name: row.name },
        email: row.email,
        phone: row.phone,
        reason: row.reason,
        isTheirs: row.unsubscribed_at !== null,
        since: new Date(row.since_at),
        groups: (JSON.parse(row.groups) as [string, string][]).map(([uid, name]) => ({ uid, name })),
        after: { since: row.since_at, address: row.email },
      })),
  }
}
