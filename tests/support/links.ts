import type { D1Database } from '@cloudflare/workers-types'
import { hashToken, linkKey, linkToken } from '#shared/domain/link.ts'
import { personUid } from './movement.ts'
import type { World } from './world.ts'

export type LinkOptions = { secret: string; expiresAt: Date; revokedAt?: Date }

/** The token of a link that somebody was sent, as if it had left. */
export async function makeLink(db: D1Database, name: string, options: LinkOptions, now: Date): Promise<string> {
  const { secret, expiresAt, revokedAt } = options
  const uid = crypto.randomUUID().replaceAll('-', '')
  const token = await linkToken(await linkKey(secret), uid)
  await db.batch([
    db
      .prepare(
        `INSERT INTO mail (uid, kind, person_id, state, due_at, attempts, settled_at, created_at)
         SELECT ?1, 'new_link', id, 'sent', ?3, 1, ?3, ?3
         FROM person
         WHERE uid = ?2`,
      )
      .bind(uid, personUid(name), now.toISOString()),
    db
      .prepare(
        `INSERT INTO link (hash, mail_id, expires_at, revoked_at)
         SELECT ?2, id, ?3, ?4
         FROM mail
         WHERE uid = ?1`,
      )
      .bind(uid, await hashToken(token), expiresAt.toISOString(), revokedAt?.toISOString() ?? null),
  ])
  return token
}

/** The token of the link of a mail that is in the outbox, as if it had left. */
export async function linkOfMail({ db, secret, now }: World, mailUid: string): Promise<string> {
  const token = await linkToken(await linkKey(await secret()), mailUid)
  await db
    .prepare('INSERT OR IGNORE INTO link (hash, mail_id, expires_at) SELECT ?2, id, ?3 FROM mail WHERE uid = ?1')
    .bind(mailUid, await hashToken(token), new Date(now().getTime() + 31 * 86_400_000).toISOString())
    .run()
  return token
}
