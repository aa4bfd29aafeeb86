import type { MiddlewareHandler } from 'hono'
import { checkedFirst } from '#shared/db/watch-session.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type Authority, mayDo } from '#shared/domain/role.ts'
import { enter } from '#workers/team/visitor.ts'
import type { DeskApp } from './env.ts'

/** Lets in whoever of the team has signed in, has the role that a page asks for and, where it says so, looks after all of the movement. */
export const requireRole =
  (authority: Authority): MiddlewareHandler<DeskApp> =>
  async (context, next) => {
    const entered = await enter(context, context.env.DB)
    if (!entered) throw new Problem('session_missing')
    if (!mayDo(entered.session.coordinator, authority)) {
      await entered.check()
      throw new Problem('role_missing')
    }
    context.set('reads', entered.db)
    context.env.DB = checkedFirst(context.env.DB, entered.check)
    await next()
    await entered.check()
  }

/** Lets in whoever of the team has signed in, though a second factor is still to be asked for: to where it is. */
export const requireSession: MiddlewareHandler<DeskApp> = async (context, next) => {
  const entered = await enter(context, context.env.DB, true)
  if (!entered) throw new Problem('session_missing')
  context.set('reads', entered.db)
  context.env.DB = checkedFirst(context.env.DB, entered.check)
  await next()
  await entered.check()
}

/** How long ago somebody may have signed in who does what cannot be taken back, in milliseconds. */
const freshFor = 10 * 60_000

export function isFreshSignIn({ var: { session, now } }: { var: DeskApp['Variables'] }): boolean {
  return now.getTime() - session.since.getTime() < freshFor
}

/** @throws Problem when it was longer ago. */
export function requireFreshSignIn(context: { var: DeskApp['Variables'] }): void {
  if (!isFreshSignIn(context)) throw new Problem('sign_in_old')
}
