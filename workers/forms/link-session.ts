import type { LinkSessionRequest } from '#shared/db/link-session-request.ts'
import type { LinkSession, SessionGroup } from '#shared/db/link-sessions.ts'
import { findLinkSession } from '#shared/db/link-sessions.ts'
import { hashToken, isTokenShaped, linkPath } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type Movement, movementIn } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { pageLifetime } from '#workers/form-token.ts'
import type { FormsContext } from './env.ts'
import { formTokenFor, readSubmission, type Submission } from './form-token.ts'
import { readerLanguage } from './reader.ts'
import { refuseManySubmissions } from './request-guards.ts'

export type OpenLinkSession = LinkSession & {
  movement: Movement
  hash: string
  language: Language
  path: string /** What the language switch carries. */
  switchPage: string
}
export type GroupLinkSession = OpenLinkSession & { group: SessionGroup }

type Extra = Omit<LinkSessionRequest, 'hash' | 'group'> & {
  /** A page that was rendered while the link worked is being sent back. */ isReturning?: boolean
  /** It says itself what becomes of what was sent about a group that is part of another one by now. */ takesMerged?: boolean
}

/** Who holds the link of this request, and what they look at. One trip to the database. @throws Problem when the link does not work. */
export async function openLinkSession(
  context: FormsContext,
  { isReturning = false, takesMerged = false, ...extra }: Extra = {},
): Promise<OpenLinkSession> {
  const token = context.req.param('token') ?? ''
  if (!isTokenShaped(token)) throw new Problem('link_unknown')
  const hash = await hashToken(token)
  const asked = { hash, group: context.req.param('group') ?? null, ...extra }
  const session = await findLinkSession(context.env.DB, context.var.movement.sections, asked, context.var.now)
  if (!session) throw new Problem('link_unknown')
  const isMerged = asked.group !== null && session.group !== null && session.group.uid !== asked.group
  if (isMerged && context.req.method === 'POST' && !takesMerged) throw new Problem('group_merged')
  if (session.revokedAt) throw new Problem('link_revoked')
  refuseManySubmissions(context, session.submissions)
  const expired = context.var.now.getTime() - session.expiresAt.getTime()
  if (expired >= (isReturning ? pageLifetime : 0)) throw new Problem(expiry(context, expired))
  return {
    ...session,
    movement: movementIn(context.var.movement, session.group?.record.group[0]?.country),
    hash,
    path: linkPath.update(token),
    switchPage: await formTokenFor(context, languagePurpose(hash)),
    language: readerLanguage(context, session.person.language, session.groupsLanguage),
  }
}

/** The page that a press leads to says what was done, for as long after the link's end, in milliseconds, as presses are taken. */
function expiry({ req }: FormsContext, expired: number): 'link_expired' | 'link_expired_since' {
  const comesFromSubmission = req.query('done') !== undefined || req.query('undone') !== undefined
  return comesFromSubmission && expired < pageLifetime ? 'link_expired_since' : 'link_expired'
}

/** What the language switch of every page of a link may be sent for. */
export const languagePurpose = (hash: string) => `language:${hash}`

/** As `openLinkSession`, for pages about one group. @throws Problem when the group is not the person's. */
export async function openGroup(context: FormsContext, extra?: Extra): Promise<GroupLinkSession> {
  return ofGroup(await openLinkSession(context, extra))
}

/** @throws Problem when the group that is asked for is not the person's. */
export function ofGroup(session: OpenLinkSession): GroupLinkSession {
  if (!session.group) throw new Problem('group_unknown')
  return { ...session, group: session.group }
}

/** What a page about a group may be sent for: this link and this group only. */
const groupPurpose = (hash: string, group: string) => `group:${hash}:${group}`

export function groupFormToken(
  context: FormsContext,
  { hash, group }: Pick<OpenLinkSession, 'hash'> & { group: { uid: string } },
): Promise<string> {
  return formTokenFor(context, groupPurpose(hash, group.uid))
}

export async function readGroupSubmission(context: FormsContext, form: FormData): Promise<Submission> {
  const hash = await hashToken(context.req.param('token') ?? '')
  return readSubmission(context, groupPurpose(hash, context.req.param('group') ?? ''), form)
}
