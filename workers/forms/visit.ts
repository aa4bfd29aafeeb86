import movement from '#movement'
import type { Visit, VisitedGroup, VisitRequest } from '#shared/db/visits.ts'
import { findVisit } from '#shared/db/visits.ts'
import { hashToken, isTokenShaped, linkKey, readStamp, stamp } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { languageOf } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import type { FormsContext } from './env.ts'

export type OpenVisit = Visit & { hash: string; language: Language; path: string }
export type GroupVisit = OpenVisit & { group: VisitedGroup }

/** How long a page stays good: what is typed in it is taken, even when its link expires meanwhile. */
export const pageLifetime = 24 * 3_600_000

type Extra = Pick<VisitRequest, 'since' | 'addresses'> & {
  /** A page that was rendered while the link worked is being sent back. */ isReturning?: boolean
}

/** Who holds the link of this request, and what they look at. One trip to the database. @throws Problem when the link does not work. */
export async function openVisit(
  context: FormsContext,
  { isReturning = false, ...extra }: Extra = {},
): Promise<OpenVisit> {
  const token = context.req.param('token') ?? ''
  if (!isTokenShaped(token)) throw new Problem('link_unknown')
  const hash = await hashToken(token)
  const visit = await findVisit(context.env.DB, { hash, group: context.req.param('group') ?? null, ...extra })
  if (!visit) throw new Problem('link_unknown')
  if (visit.revokedAt) throw new Problem('link_revoked')
  const grace = isReturning ? pageLifetime : 0
  if (visit.expiresAt.getTime() + grace <= context.var.now.getTime()) throw new Problem('link_expired')
  return {
    ...visit,
    hash,
    path: `/u/${token}`,
    language: context.var.chosen ?? languageOf(movement, visit.person.language),
  }
}

/** As `openVisit`, for pages about one group. @throws Problem when the group is not the person's. */
export async function openGroup(context: FormsContext, extra?: Extra): Promise<GroupVisit> {
  const visit = await openVisit(context, extra)
  if (!visit.group) throw new Problem('group_unknown')
  return { ...visit, group: visit.group }
}

/** The value that a rendered page carries, without which nothing is written. */
export async function pageStamp(
  context: FormsContext,
  { hash, group }: { hash: string; group: { uid: string } },
): Promise<string> {
  return stamp(await linkKey(context.env.LINK_SECRET), `page:${hash}:${group.uid}`, context.var.now)
}

/** Whether a posted form comes from a page that we rendered for this link and group, not long ago. */
export async function isFreshPage(context: FormsContext, form: FormData): Promise<boolean> {
  const value = form.get('page')
  const token = context.req.param('token') ?? ''
  if (typeof value !== 'string' || !isTokenShaped(token)) return false
  const key = await linkKey(context.env.LINK_SECRET)
  const made = await readStamp(key, `page:${await hashToken(token)}:${context.req.param('group')}`, value)
  return made !== null && context.var.now.getTime() - made.getTime() < pageLifetime
}
