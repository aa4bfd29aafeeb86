import { findSignIn } from '#shared/db/sign-ins.ts'
import { hashToken, isSame, isTokenShaped } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { DashboardContext } from './env.ts'
import { forgetReturn, keptReturn } from './return.ts'
import { endWaiting, readSession, startSession, waitingBrowser } from './session.ts'

/**
 * Opens the link of a sign-in mail, once: the browser that asked forgets that it did, and nobody signs in there again with the same link.
 * Whoever opens it elsewhere, a mail scanner for one, is not let in, and uses nothing up.
 * @throws Problem when the link does not work here and now.
 */
export async function signIn(context: DashboardContext): Promise<Response> {
  const token = context.req.param('token') ?? ''
  if (!isTokenShaped(token)) throw new Problem('link_unknown')
  const found = await findSignIn(context.env.DB, await hashToken(token))
  if (!found) throw new Problem('link_unknown')
  const page = keptReturn(context)
  if ((await readSession(context))?.coordinator.email === found.address) return goOn(context, page)
  if (found.revokedAt) throw new Problem('link_revoked')
  if (found.expiresAt <= context.var.now) throw new Problem('link_expired')
  const browser = waitingBrowser(context)
  if (!browser || !isSame(await hashToken(browser), found.browserHash ?? '')) throw new Problem('session_elsewhere')
  const coordinator = context.var.movement.coordinators.find(({ email }) => email === found.address)
  if (!coordinator) throw new Problem('session_missing')
  await startSession(context, coordinator)
  endWaiting(context)
  return goOn(context, page)
}

function goOn(context: DashboardContext, page: string): Response {
  forgetReturn(context)
  return context.redirect(page, 303)
}
