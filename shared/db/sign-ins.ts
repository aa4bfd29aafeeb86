import type { ReadDatabase } from './read-only.ts'

/** A link to the dashboard that was sent, to a coordinator or to whoever is invited to be one. */
export type SignIn = {
  kind: 'sign_in' | 'team_invitation'
  address: string
  browserHash: string | null
  expiresAt: Date
  revokedAt: Date | null
}

type Columns = {
  kind: SignIn['kind']
  address: string
  browser_hash: string | null
  expires_at: string
  revoked_at: string | null
}

/** Null when no sign-in mail carries a link with this SHA-256. */
export async function findSignIn(db: ReadDatabase, hash: string): Promise<SignIn | null> {
  // Who was sent this link, and which browser asked for it?
  const row = await db
    .prepare(
      `SELECT mail.kind, mail.address, mail.browser_hash, link.expires_at, link.revoked_at
       FROM link
       JOIN mail ON mail.id = link.mail_id
       WHERE link.hash = ?1
       AND mail.kind IN ('sign_in', 'team_invitation')`,
    )
    .bind(hash)
    .first<Columns>()
  if (!row) return null
  return {
    kind: row.kind,
    address: row.address,
    browserHash: row.browser_hash,
    expiresAt: new Date(row.expires_at),
    revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at),
  }
}
