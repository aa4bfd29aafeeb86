import { endSession } from '#shared/actions/end-session.ts'
import { accessOf, readAccessSession } from '#workers/team/access.ts'
import { forgetSession, readSession } from '#workers/team/session.ts'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'

/** Ends the session, wherever its cookie went. */
export async function signOut(context: DeskContext): Promise<Response> {
  const access = accessOf(context.env)
  if (access) {
    await readAccessSession(context, access)
    // Access ends its own sessions, at an address of its own on every host that it guards
    return leadTo(context, '/cdn-cgi/access/logout')
  }
  const session = await readSession(context)
  const { movement, now } = context.var
  if (session?.hash) {
    const actor = { kind: 'coordinator', email: session.coordinator.email } as const
    await endSession({ db: context.env.DB, movement, actor, now }, session.hash)
  }
  forgetSession(context)
  return leadTo(context, '/sign-in')
}
