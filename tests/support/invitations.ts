import { insertInvitations } from '#shared/db/invitations.ts'
import { acceptAddress, settleAddresses } from '#shared/db/new-addresses.ts'
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

/** Gives somebody a new address by their own link and a yes; the link by which whoever reads the old one takes it back. */
export async function moveAway(world: World, name: string, { town }: { town: string }): Promise<string> {
  const { db, url, now } = world
  const uid = personUid(`${name} moved`)
  const row = {
    uid,
    name,
    email: addressOf(`${name} moved`),
    phone: null,
    role: null,
    person: personUid(name),
    mailbox: (await hashToken(uid)).slice(0, 43),
  }
  await db.batch(insertInvitations(db, { group: groupUid(town), by: personUid(name), invited: [row] }, now()))
  const invitation = await db.prepare('SELECT id FROM invitation WHERE uid = ?1').bind(uid).first<number>('id')
  await db.batch([acceptAddress(db, invitation ?? 0, now()), ...settleAddresses(db, now())])
  const mail = await db.prepare(`SELECT uid FROM mail WHERE uid LIKE '%-moved'`).first<string>('uid')
  if (!mail) throw new Error(`${name} has not moved`)
  return url + linkPath.takeBack(await linkOfMail(world, mail))
}
