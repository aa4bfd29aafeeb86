import {
  countWaysIn,
  endSecretMark,
  findSecretMark,
  isEndedMark,
  isRevokedSinceMark,
  revokeWaysIn,
  upsertSecretMark,
} from '#shared/db/secret-mark.ts'
import { linkKey, sign } from '#shared/domain/link.ts'
import { type Acting, commit } from './acting.ts'

type Revoking = Pick<Acting, 'db' | 'actor' | 'now'>

/** Ends every link, session and feed key, and the secret that they were derived from. People get new links with the next mail, or by asking; programs need new keys. */
export async function revokeLinks(acting: Revoking): Promise<void> {
  const { db, now } = acting
  await commit(acting, [...revokeWaysIn(db, now), endSecretMark(db)], { action: 'revoke_links' })
}

/** Whether a secret is one that was ended: whoever knows it could open all that would be derived from it. */
export async function isEndedSecret(db: D1, secret: string): Promise<boolean> {
  return isEndedMark(db, await secretMark(secret))
}

/** What tells a secret from others, and nothing of it. */
export async function secretMark(secret: string): Promise<string> {
  return sign(await linkKey(secret), 'mark')
}

/**
 * Whether a secret would end links, sessions or keys that nobody has meant to end: it is another one than theirs, and they were not ended by hand
 * (`revokeLinks`) since. As where a secret was put back from the wrong copy, or a disk changed one of its characters.
 */
export async function wouldEndWaysIn(db: D1, secret: string, now: Date): Promise<boolean> {
  const known = await findSecretMark(db)
  if (known === null || known === (await secretMark(secret)) || (await isRevokedSinceMark(db, now))) return false
  const { links, sessions, keys } = await countWaysIn(db, now)
  return links + sessions + keys > 0
}

/** Ends all that was derived from, or given out under, another secret than this one: whoever has that one could open it. Says whether there was another. */
export async function settleSecret(db: D1, secret: string, now: Date): Promise<boolean> {
  const mark = await secretMark(secret)
  const known = await findSecretMark(db)
  if (known === mark) return false
  const noted = upsertSecretMark(db, mark, now)
  if (known === null) await db.batch([noted])
  else
    await commit({ db, actor: { kind: 'system' }, now }, [...revokeWaysIn(db, now), noted], { action: 'revoke_links' })
  return known !== null
}

type D1 = Acting['db']
