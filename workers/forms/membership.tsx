import {
  changeMembership,
  isLastReached,
  type MembershipChange,
  membershipChanges,
} from '#shared/actions/change-membership.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import { untilLanded } from '#workers/until-landed.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { askIfHuman } from './human-check.tsx'
import {
  type GroupLinkSession,
  groupFormToken,
  ofGroup,
  openGroup,
  openLinkSession,
  readGroupSubmission,
} from './link-session.ts'
import { MembershipPage, type MembershipState, waysOut } from './membership-page.tsx'
import { respondForm } from './respond-form.ts'
import { actingFor } from './submission.ts'

export async function showMembership(context: FormsContext): Promise<Response> {
  const session = await openGroup(context, { isAboutPeople: true })
  return respondState(context, session, asking(readSaid(context.req.query('do') ?? null)))
}

async function respondState(
  context: FormsContext,
  session: GroupLinkSession,
  state: Omit<MembershipState, 'page' | 'isLast'>,
  status = 200,
): Promise<Response> {
  const page = await groupFormToken(context, session)
  return respondForm(
    <MembershipPage session={session} state={{ ...state, page, isLast: isLastReached(session, session.person.uid) }} />,
    { status },
  )
}

/** Does what was said. */
export async function partFromGroup(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const form = texts(data)
  const submission = await readGroupSubmission(context, data)
  return untilLanded(context.req.param('group') ?? '', async () => {
    const opened = await openLinkSession(context, { isAboutPeople: true, isReturning: submission !== 'stale' })
    const said = readSaid(form.get('do'))
    const gone = opened.exits.find(({ uid, isOwn }) => isOwn && uid === context.req.param('group'))
    // Sent twice: it is as they wanted it
    if (!opened.group && gone && asking(said).asks) return redirectTo(toLeft(opened.path, gone.uid))
    const session = ofGroup(opened)
    if (!said) return respondState(context, session, { isAgain: true }, 400)
    const asks = asking(said)
    if (asks.asks && form.get('sure') !== 'oui') return respondState(context, session, asks)
    if (submission === 'unsure') return askIfHuman(context, session, { words: wordsOf(said, session) })
    if (submission !== 'deliberate') return respondState(context, session, { ...asks, isAgain: true }, 400)
    return change(context, session, said, form.get('nobody') === 'oui')
  })
}

function readSaid(value: string | null): MembershipChange | undefined {
  return membershipChanges.find((change) => change === value)
}

/** The page that says what became of a group that they left. */
export const toLeft = (path: string, group: string) => `${path}?done=left&group=${group}`

/** WayOut is asked about once. */
function asking(said: MembershipChange | undefined): Pick<MembershipState, 'asks'> {
  const asks = waysOut.find((wayOut) => wayOut === said)
  return asks ? { asks } : {}
}

/** As its button says it. */
function wordsOf(said: MembershipChange, { movement, language }: GroupLinkSession): string {
  return textIn(language, movement).membership.changes[said].button
}

async function change(
  context: FormsContext,
  session: GroupLinkSession,
  what: MembershipChange,
  isNobodyMeant: boolean,
): Promise<Response | 'overtaken'> {
  const { group, person, path } = session
  const about = { person: person.uid, isNobodyMeant }
  const result = await changeMembership(actingFor(context, session), session, what, about)
  if (result === 'asks_nobody') return respondState(context, session, { ...asking(what), asksNobody: what }, 422)
  if (result === 'overtaken') return result
  const isGone = what === 'leave' || what === 'not_mine'
  return redirectTo(isGone ? toLeft(path, group.uid) : `${path}/${group.uid}?done=${what}`)
}
