import { linkKey } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { recoveryBytes, recoveryCode, recoveryCodes, serverKeyOf } from '#shared/domain/second-factor.ts'
import type { DeskContext } from '../env.ts'

/** Whose second factor this request is about. @throws Problem where Cloudflare Access asks for one of its own. */
export async function factoringOf({ env, var: { session } }: DeskContext) {
  if (session.hash === null) throw new Problem('page_unknown')
  const key = await linkKey(env.LINK_SECRET)
  return { email: session.coordinator.email, session: session.hash, key, serverKey: await serverKeyOf(key) }
}

export function drawRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () =>
    recoveryCode(crypto.getRandomValues(new Uint8Array(recoveryBytes))),
  )
}
