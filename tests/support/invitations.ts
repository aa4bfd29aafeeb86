import { insertInvitations } from '#shared/db/invitations.ts'
import { hashToken, linkPath } from '#shared/domain/link.ts'
import { linkOfMail } from './links.ts'
import { addressOf, groupUid, personUid } from './movement.ts'
import type { World } from './world.ts'

/** Has somebody new invited by a referent of a group, and gives the link of the mail that asks them, as if it had left. */
export async function invite(world: World, name: string, { town, by }: { town: string; by: string }): Promise<string> {
  const { db, url, now } = world
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
    .prepare('SELECT uid FROM mail WHERE invitation_id = (SELECT id FROM invitation WHERE uid = ?1)')
    .bind(uid)
    .first<string>('uid')
  if (!mail) throw new Error(`${name} is not invited`)
  return url + linkPath.invitation(await linkOfMail(world, mail))
}
