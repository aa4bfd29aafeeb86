import type { Claim, NewLink } from '#shared/db/sending.ts'
import { hashToken, signInMinutes } from '#shared/domain/link.ts'
import { linkExpiry } from '#shared/domain/sequence.ts'
import { undoWindow } from '#shared/domain/undo.ts'
import { kinds } from '#shared/mail/kinds.ts'
import type { SenderStatus, SendingContext } from './sending-context.ts'

/** The links of claimed mails, by their tokens: until when each works. */
export async function newLinks(
  claims: readonly Claim[],
  tokens: ReadonlyMap<number, string>,
  { movement }: SendingContext,
  { last }: SenderStatus,
  now: Date,
): Promise<NewLink[]> {
  const monthly = linkExpiry(last, now, movement).toISOString()
  const undoable = new Date(now.getTime() + undoWindow).toISOString()
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()
  const short = new Date(now.getTime() + signInMinutes * 60_000).toISOString()
  const undo = undoable > monthly ? undoable : monthly
  const expiries = { round: monthly, undo, sign_in: short, day: inDays(1), week: inDays(7) }
  const links = claims.map(async ({ id, kind }) => {
    const { lasts } = kinds[kind].link
    return lasts && { mail: id, hash: await hashToken(tokens.get(id) ?? ''), expiresAt: expiries[lasts] }
  })
  return (await Promise.all(links)).filter((link) => link !== null)
}
