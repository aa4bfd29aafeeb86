import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { deleteDepartures, departureHash } from '#shared/db/departed-people.ts'
import type { NewInvitation } from '#shared/db/invitations.ts'
import type { Change } from '#shared/domain/change.ts'
import type { NewAddress } from '#shared/domain/memberships.ts'
import { mailboxOf } from '#shared/domain/naming.ts'
import { writeOwn } from '#shared/record/own-values.ts'
import type { Acting } from '../acting.ts'

/**
 * Of the referents that a record has after a write, or had before it, those (uids) who are only invited. Whom somebody adds who looks after all of the
 * movement is a referent at once.
 */
export function invitedAfter(
  before: readonly string[],
  changes: readonly Change[],
  { author, asks }: { author: string | null; asks: boolean },
): Set<string> {
  return new Set([...before, ...(asks ? namedBy(changes, author) : [])])
}

/** Whoever looks after some regions learns nothing of people of elsewhere: whom they add is asked first, as by a referent, known or not. */
export function asksFirst({ movement, actor }: Acting): boolean {
  if (!('email' in actor)) return false
  // Somebody who is a coordinator no more is taken for one who may see least
  const own = movement.coordinators.find(({ email }) => email === actor.email)
  return own === undefined || own.regions !== undefined
}

/** Whoever is a referent again is not kept away any more by what was remembered when they left. */
export async function cameBack(
  { db }: Acting,
  group: string,
  changes: readonly Change[],
  invited: ReadonlySet<string>,
): Promise<D1PreparedStatement[]> {
  const contacts = changes.flatMap((change) => {
    if (change.list !== 'referents' || !('added' in change) || invited.has(change.row)) return []
    return [change.added.email ?? change.added.phone].filter((one) => typeof one === 'string')
  })
  if (contacts.length === 0) return []
  const hash = await departureHash(db)
  return [deleteDepartures(db, await Promise.all(contacts.map(hash)), group)]
}

/** Whom (uids) a referent names by changes of a record. */
export function namedBy(changes: readonly Change[], author: string | null): string[] {
  const added = changes.filter((change) => change.list === 'referents' && 'added' in change)
  return added
    .filter((change) => 'added' in change && change.added.email !== null && change.row !== author)
    .map(({ row }) => row)
}

type TypedInvitation = Omit<NewInvitation, 'mailbox'>

/** Whom changes name, as they were typed. */
export function typedIn({ movement }: Acting, changes: readonly Change[], author: string | null): TypedInvitation[] {
  const named = new Set(namedBy(changes, author))
  const { fields } = movement.sections.ours.referents
  return changes.flatMap((change) => {
    if (!('added' in change) || !named.has(change.row)) return []
    const row = { ...change.added, uid: change.row }
    return [{ ...row, own: writeOwn(fields, row) } as TypedInvitation]
  })
}

export async function invitationsOf(
  acting: Acting,
  { changes, person, addresses }: { changes: readonly Change[]; person: string; addresses: readonly NewAddress[] },
): Promise<NewInvitation[]> {
  const { sign } = acting
  const typed: TypedInvitation[] = [
    ...typedIn(acting, changes, person),
    ...addresses.map((one) => ({ phone: null, role: null, ...one })),
  ]
  const keyed = (text: string) => {
    if (!sign) throw new Error('whom a referent names is counted by a key')
    return sign(text)
  }
  return Promise.all(typed.map(async (one) => ({ ...one, mailbox: await keyed(`mailbox:${mailboxOf(one.email)}`) })))
}
