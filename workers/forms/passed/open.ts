import { ask } from '#shared/db/ask.ts'
import type { LinkSessionRequest } from '#shared/db/link-session-request.ts'
import { type LinkSession, linkSessionQuestion } from '#shared/db/link-sessions.ts'
import { findPassedLink } from '#shared/db/passed-links.ts'
import { hashToken, isTokenShaped, linkPath } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { mayDo } from '#shared/domain/role.ts'
import type { SectionView } from '#shared/html/section/section-view.ts'
import { type Movement, movementIn } from '#shared/movement.ts'
import { sectionsPassedOn } from '#shared/record/passed-sections.ts'
import { pageLifetime } from '#workers/form-token.ts'
import type { FormsContext } from '../env.ts'
import { readerLanguage } from '../reader.ts'

/** How often one such link may write in an hour: nobody knows who holds it. */
const submissionsPerHour = 30

/** The one group that a passed link opens, looked at as nobody of it; `by` is the coordinator who passed it on. */
export type PassedView = LinkSession &
  SectionView & {
    hash: string
    by: { name: string; email: string }
    expiresAt: Date
    submissions: number
  }

const known = new WeakMap<Movement, Movement>()

/** The movement as such a link sees it: with those parts of the record that are not about people. */
export function movementPassedOn(movement: Movement): Movement {
  const made = known.get(movement) ?? {
    ...movement,
    sections: sectionsPassedOn(movement.sections),
    sectionsIn: (country: string) => sectionsPassedOn(movement.sectionsIn(country)),
  }
  known.set(movement, made)
  return made
}

/** Two trips. @throws Problem when the link does not work, or whoever made it may not act any more. */
export async function openPassed(
  context: FormsContext,
  asked: Omit<LinkSessionRequest, 'hash' | 'group'> = {},
): Promise<PassedView> {
  const { env, var: variables } = context
  const { movement, now } = variables
  const token = context.req.param('token') ?? ''
  if (!isTokenShaped(token)) throw new Problem('link_unknown')
  const hash = await hashToken(token)
  const { link } = await ask(env.DB, { link: findPassedLink(env.DB, hash, now) })
  if (!link) throw new Problem('link_unknown')
  const by = movement.coordinators.find(({ email }) => email === link.by)
  if (link.isRevoked || !by || !mayDo(by, { role: 'acts' })) throw new Problem('passed_over')
  const isPost = context.req.method === 'POST'
  // What somebody types while it ends is still taken
  if (now.getTime() - link.expiresAt.getTime() >= (isPost ? pageLifetime : 0)) throw new Problem('passed_over')
  if (isPost && link.submissions >= submissionsPerHour) throw new Problem('too_many')
  const question = linkSessionQuestion(env.DB, movement.sections, { ...asked, hash: null, group: link.group }, now)
  const { session } = await ask(env.DB, { session: question })
  if (!session?.group || (by.regions && !by.regions.includes(session.group.record.group[0]?.region ?? '')))
    throw new Problem('passed_over')
  // Of a group that became part of another one since: that one was not passed on
  if (session.group.uid !== link.group) throw new Problem('passed_over')
  return {
    ...session,
    // As much in all as a referent in a day
    group: { ...session.group, today: link.written },
    movement: movementPassedOn(movementIn(movement, session.group.record.group[0]?.country)),
    language: readerLanguage(context),
    path: linkPath.passed(token),
    hash,
    by,
    expiresAt: link.expiresAt,
    submissions: link.submissions,
  }
}
