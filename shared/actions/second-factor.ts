import { insertEvent } from '#shared/db/events.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import {
  countTry,
  deleteSecondFactor,
  type FactorOwner,
  insertSecondFactor,
  replaceRecoveryCodes,
  takeCode,
  takeRecoveryCode,
} from '#shared/db/second-factors.ts'
import { deleteSessionsOf } from '#shared/db/sessions.ts'
import { insertTeamChange } from '#shared/db/team-changes.ts'
import type { LinkKey } from '#shared/domain/link.ts'
import type { TeamChangeName } from '#shared/domain/mail-content.ts'
import { factorSecret, recoveryHash, stepOfCode, triesAtOnce } from '#shared/domain/second-factor.ts'
import { type Acting, writeIf } from './acting.ts'

/** Whose session (its SHA-256), and the server's key. */
type Factoring = FactorOwner & { session: string; key: LinkKey }
type SetUp = { salt: string; code: string; recovery: readonly string[] }

/** Sets a second factor up once its first code is right, so that nobody shuts themselves out. `recovery`: codes that were drawn. */
export async function setUpSecondFactor(
  acting: Acting,
  factoring: Factoring,
  { salt, code, recovery }: SetUp,
): Promise<'done' | 'wrong' | 'there_already'> {
  const { db, now } = acting
  const { email, serverKey, session, key } = factoring
  const step = stepOfCode(await factorSecret(key, email, salt), code, now)
  if (step === null) return 'wrong'
  const hashes = await hashesOf(factoring, recovery)
  const factor = { email, serverKey, salt, step, recovery: hashes, session }
  const [made] = await db.batch([...insertSecondFactor(db, factor, now), ...told(acting, 'set_up_factor', email)])
  return made?.meta.changes === 1 ? 'done' : 'there_already'
}

/** `wait`: there were too many tries. */
export type CodeResult = 'done' | 'wrong' | 'wait'

/** Lets a session pass by a code of the phone, or by a recovery code, each of which counts once. Two trips. */
export async function enterCode(acting: Acting, factoring: Factoring, code: string): Promise<CodeResult> {
  const { db, now } = acting
  const { email, session, key } = factoring
  const tried = await countTry(db, factoring, now)
  if (!tried) return 'wait'
  const step = stepOfCode(await factorSecret(key, email, tried.salt), code, now)
  const hash = await recoveryHash(key, email, code)
  const [passed] = await db.batch(
    step === null ? takeRecoveryCode(db, { email, session }, hash, now) : takeCode(db, { email, session }, step, now),
  )
  if (passed?.meta.changes !== 1) {
    if (tried.failed % triesAtOnce === 0) await db.batch(told(acting, 'block_factor', email))
    return 'wrong'
  }
  if (step === null) await db.batch(told(acting, 'use_recovery_code', email))
  return 'done'
}

/** Other recovery codes, for whoever lost theirs; the old ones are nothing any more. */
export async function renewRecoveryCodes(
  acting: Acting,
  factoring: Factoring,
  recovery: readonly string[],
): Promise<void> {
  const { db } = acting
  const { email } = factoring
  const hashes = await hashesOf(factoring, recovery)
  await db.batch([replaceRecoveryCodes(db, email, hashes), ...told(acting, 'renew_recovery_codes', email)])
}

/** Takes somebody's second factor away: their own, or, for whoever lost their phone and their codes, that of somebody else, whose sessions end. */
export async function removeSecondFactor(acting: Acting, email: string): Promise<void> {
  const { db, actor } = acting
  const isOwn = 'email' in actor && actor.email === email
  const still = isOwn || actor.kind !== 'coordinator' ? undefined : preconditions.factorSetUp(email)
  await writeIf(still, db, [
    deleteSecondFactor(db, email),
    ...(isOwn ? [] : [deleteSessionsOf(db, email)]),
    ...told(acting, isOwn ? 'remove_factor' : 'reset_factor', email),
  ])
}

/** The event of what was done, and the mail that tells whom it was done to. */
function told({ db, actor, now }: Acting, action: TeamChangeName, email: string) {
  return [insertEvent(db, actor, { action, about: email }, now), insertTeamChange(db, email, now)]
}

function hashesOf({ key, email }: Factoring, codes: readonly string[]): Promise<string[]> {
  return Promise.all(codes.map((code) => recoveryHash(key, email, code)))
}
