import { insertInvitations } from '#shared/db/invitations.ts'
import { hashToken, linkKey, linkPath, linkToken } from '#shared/domain/link.ts'
import { addressOf, groupUid, personUid } from './movement.ts'
import type { World } from './world.ts'

/** Has somebody new invited by a referent of a group, and gives the link of the mail that asks them, as if it had left. */
export async function invite(
  { db, url, secret, now }: World,
  name: string,
  { town, by }: { town: string; by: string },
): Promise<string> {
  const uid = personUid(`${name} invited`)
  const row = {
    uid,
    name,
    email: addressOf(name),
    phone: null,
    role: null,
    mailbox: (await hashToken(name)).slice(0, 43),
  }
  await db.batch(insertInvitations(db, { group: groupUid(town), by: personUid(by), invited: [row] }, now()))
  const mail = await db
    .prepare('SELECT id, uid FROM mail WHERE invitation_id = (SELECT id FROM invitation WHERE uid = ?1)')
    .bind(uid)
    .first<{ id: number; uid: string }>()
  if (!mail) throw new Error(`${name} is not invited`)
  const token = await linkToken(await linkKey(await secret()), mail.uid)
  await db
    .prepare(`INSERT OR IGNORE INTO link (hash, mail_id, expires_at) VALUES (?1, ?2, ?3)`)
    .bind(await hashToken(token), mail.id, new Date(now().getTime() + 31 * 86_400_000).toISOString())
    .run()
  return url + linkPath.invitation(token)
}
