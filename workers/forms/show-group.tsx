import { mayReturn } from '#shared/actions/return-to-group.ts'
import { ask } from '#shared/db/ask.ts'
import { findGivenBack, type GivenBack } from '#shared/db/neighbours.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { ChooseGroup } from './choose-group.tsx'
import type { FormsContext } from './env.ts'
import { formTokenFor } from './form-token.ts'
import { type GroupLinkSession, groupFormToken, type OpenLinkSession, openLinkSession } from './link-session.ts'
import { myDataPurpose } from './my-data.tsx'
import { type Notice, noticeOf } from './notice.tsx'
import { Overview } from './overview.tsx'
import type { PollTyped } from './poll-card.tsx'
import { respondForm } from './respond-form.ts'
import { wayBack } from './unsubscribe.tsx'

/** What a redirect calls a confirmation. */
const confirmedBy = ['all', 'checked']

/** The page that a mail's link opens: what we know of the group, or the choice of one. */
export async function showGroup(context: FormsContext): Promise<Response> {
  const done = context.req.query('done') ?? ''
  // Right after a save, what was saved
  const session = await openLinkSession(context, {
    history: done === 'saved' ? 1 : 0,
    confirmations: { limit: confirmedBy.includes(done) ? 1 : 0 },
  })
  const isLeft = done === 'left' && session.exits.some(({ uid }) => uid === context.req.query('group'))
  if (!session.group || (isLeft && !context.req.param('group'))) {
    const asked = context.req.param('group')
    if (asked && !session.exits.some(({ uid }) => uid === asked)) throw new Problem('group_unknown')
    return respondChoice(context, session)
  }
  return showOverview(context, { ...session, group: session.group })
}

/** The choice of a group, with what became of those that the person left. */
export async function respondChoice(
  context: FormsContext,
  session: OpenLinkSession,
  { notice = noticeOf(context, session), status = 200 }: { notice?: Notice | null; status?: number } = {},
): Promise<Response> {
  const { now } = context.var
  const { done, group } = context.req.query()
  const gone = context.req.param('group') ?? (done === 'left' ? group : undefined) ?? null
  const open = session.exits.filter((exit) => mayReturn(exit, now))
  const stamped = open.map(
    async (exit) => [exit.uid, await groupFormToken(context, { ...session, group: exit })] as const,
  )
  const [back, pages] = [await wayBack(context, session), new Map(await Promise.all(stamped))]
  const erasePage = await formTokenFor(context, myDataPurpose(session.hash))
  const choice = <ChooseGroup {...{ session, notice, back, now, pages, gone, erasePage }} />
  return respondForm(choice, { status })
}

/** The group's overview, with a word about what was just done. */
export async function showOverview(
  context: FormsContext,
  session: GroupLinkSession,
  {
    notice = noticeOf(context, session),
    status = 200,
    typed = null,
  }: { notice?: Notice | null; status?: number; typed?: PollTyped | null } = {},
): Promise<Response> {
  const [page, back] = [await groupFormToken(context, session), await wayBack(context, session)]
  const hasAnswered = notice?.kind === 'all' || session.group.answers.some(({ byUid }) => byUid === session.person.uid)
  const given = hasAnswered ? await readGivenBack(context, session) : null
  const overview = (
    <Overview
      session={session}
      now={context.var.now}
      page={page}
      notice={notice}
      back={back}
      typed={typed}
      given={given}
    />
  )
  return respondForm(overview, { status })
}

/** What the network gives back to whoever has answered: a second trip, which no other page of theirs makes. */
async function readGivenBack(context: FormsContext, { group, movement }: GroupLinkSession): Promise<GivenBack> {
  const { DB } = context.env
  const [own] = group.record.group
  const place = { uid: group.uid, latitude: own?.latitude ?? null, longitude: own?.longitude ?? null }
  const today = localTime(context.var.now, movement.timeZone).day
  return (await ask(DB, { given: findGivenBack(DB, place, { sections: movement.sections, today }) })).given
}
