import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { countSubmission, countSubmissions } from '#shared/db/submissions.ts'
import { linkKey, sign } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { refuseForeign } from '#workers/other-sites.ts'
import { placeOf } from '#workers/place-of.ts'
import type { FormsContext } from './env.ts'

/** How often one link may write in an hour: ten times what a long evening of corrections takes. */
const submissionsPerHour = 120
/** How many links may be asked for in an hour from one place: a meeting of referents behind one connection. */
const asksPerHour = 30

/** @throws Problem when a link, pressed so often in this hour, is pressed again. */
export function refuseManySubmissions({ req, env }: FormsContext, submissions: number): void {
  if (req.method === 'POST' && submissions >= Number(env.SUBMISSIONS_PER_HOUR ?? submissionsPerHour))
    throw new Problem('too_many')
}

/** Refuses what another site sends. Mail programs unsubscribe people from wherever they are (RFC 8058). @throws Problem */
export function refuseOtherSites({ req, env }: FormsContext): void {
  if (req.method === 'POST' && !req.path.startsWith('/unsubscribe/')) refuseForeign({ req, env })
}

/** Slows down whoever asks for page after page, where the platform counts. @throws Problem */
export async function refuseFloods({ req, env }: FormsContext): Promise<void> {
  if (!env.LIMITER) return
  const { success } = await env.LIMITER.limit({ key: placeOf({ req, env }) })
  if (!success) throw new Problem('too_many')
}

/**
 * What counts somebody who asks for a link, whomever they say they are, to be written with what they ask. What is kept of where they ask from cannot
 * be turned back. @throws Problem
 */
export async function countAsk(context: FormsContext): Promise<D1PreparedStatement[]> {
  const { env, var: variables } = context
  const client = await sign(await linkKey(env.LINK_SECRET), `asker:${placeOf(context)}`)
  const before = await countSubmissions(env.DB, client, variables.now)
  if (before >= asksPerHour) throw new Problem('too_many')
  return countSubmission(env.DB, { client, before }, variables.now)
}
