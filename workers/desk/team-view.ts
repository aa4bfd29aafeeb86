import { ask, type Question } from '#shared/db/ask.ts'
import { type CallState, findCall, listTeamNotes, type TeamNote } from '#shared/db/calls.ts'
import { mayDeleteGroup } from '#shared/db/group-deletion.ts'
import { type KnownGroupMerge, listGroupMerges } from '#shared/db/group-merges.ts'
import { type GroupAlike, listGroupsAlike } from '#shared/db/groups-alike.ts'
import type { LinkSessionRequest } from '#shared/db/link-session-request.ts'
import { type LinkSession, linkSessionQuestion } from '#shared/db/link-sessions.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { SectionView } from '#shared/html/section/section-view.ts'
import { movementIn } from '#shared/movement.ts'
import { notesBeside } from '#workers/team/call-status.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'

/** A group as the team looks at it to act, and what the movement knows beside it. */
export type TeamView = LinkSession & SectionView

type Asked = Omit<LinkSessionRequest, 'hash' | 'group'>

/** The group of this address; of one that became part of another, that one. One trip. @throws Problem when there is none in the regions of whoever is signed in. */
export async function openTeamView(context: DeskContext, asked: Asked = {}): Promise<TeamView> {
  const { session } = await ask(context.var.reads, { session: linkSessionOf(context, asked) })
  return teamView(context, session)
}

/** What stands beside a group on its page. */
/** `isUnused`: nothing has happened in it. */
export type BesideGroup = {
  merges: KnownGroupMerge[]
  alike: GroupAlike[]
  isUnused: boolean
  call: CallState | null
  notes: TeamNote[]
}

const doublesShown = 4

/** The same, with what stands beside it. */
export async function openTeamPage(
  context: DeskContext,
  asked: Asked,
): Promise<{ view: TeamView; beside: BesideGroup }> {
  const { reads } = context.var
  const group = context.req.param('uid') ?? ''
  const { session, ...beside } = await ask(reads, {
    session: linkSessionOf(context, asked),
    merges: listGroupMerges(reads, group),
    alike: listGroupsAlike(reads, group, doublesShown),
    isUnused: mayDeleteGroup(reads, group),
    call: findCall(reads, group),
    notes: listTeamNotes(reads, group, notesBeside),
  })
  return { view: teamView(context, session), beside }
}

function linkSessionOf(
  { req, var: { reads, movement, now } }: DeskContext,
  asked: Asked,
): Question<LinkSession | null> {
  return linkSessionQuestion(reads, movement.sections, { ...asked, hash: null, group: req.param('uid') ?? '' }, now)
}

function teamView({ var: { movement, language } }: DeskContext, session: LinkSession | null): TeamView {
  if (!session?.group) throw new Problem('group_unknown')
  const { group } = session
  return {
    ...session,
    group,
    movement: movementIn(movement, group.record.group[0]?.country),
    language,
    path: '/desk/groups',
  }
}

/** Where the group of this address is part of another one since a merge: that one's page, which says so when something was to be done. */
export function leadOn(context: DeskContext, { group }: TeamView): Response | null {
  const asked = context.req.param('uid') ?? ''
  if (group.uid === asked) return null
  if (context.req.method === 'POST') return leadTo(context, `/desk/groups/${group.uid}?done=merged_elsewhere`)
  const { pathname, search } = new URL(context.req.url)
  return leadTo(context, pathname.replace(`/${asked}`, () => `/${group.uid}`) + search)
}
