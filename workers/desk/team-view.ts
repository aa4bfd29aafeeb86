import { findVisit, type Visit, type VisitRequest } from '#shared/db/visits.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { SectionView } from '#shared/html/section/section-view.ts'
import type { DeskContext } from './env.ts'

/** A group as the team looks at it to act, and what the movement knows beside it. */
export type TeamView = Visit & SectionView

/** The group of this address. One trip. @throws Problem when there is none in the regions of whoever is signed in. */
export async function openTeamView(
  context: DeskContext,
  asked: Omit<VisitRequest, 'hash' | 'group'> = {},
): Promise<TeamView> {
  const { movement, language, reads, now } = context.var
  const group = context.req.param('uid') ?? ''
  const visit = await findVisit(reads, movement.sections, { ...asked, hash: null, group }, now)
  if (!visit?.group) throw new Problem('group_unknown')
  return { ...visit, group: visit.group, movement, language, path: '/desk/groups' }
}
