import type { VisitRequest } from '#shared/db/visit-request.ts'
import type { Visit, VisitedGroup } from '#shared/db/visits.ts'
import { findVisit } from '#shared/db/visits.ts'
import { hashToken, isTokenShaped, linkPath } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type Movement, movementIn } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { pageLifetime } from '#workers/form-token.ts'
import type { FormsContext } from './env.ts'
import { formTokenFor, readSubmission, type Submission } from './form-token.ts'
import { readerLanguage } from './reader.ts'
import { refuseManySubmissions } from './request-guards.ts'

export type OpenVisit = Visit & {
  movement: Movement
  hash: string
  language: Language
  path: string /** What the language switch carries. */
  switchPage: string
}
export type GroupVisit = OpenVisit & { group: VisitedGroup }

type Extra = Omit<VisitRequest, 'hash' | 'group'> & {
  /** A page that was rendered while the link worked is being sent back. */ isReturning?: boolean
  /** It says itself what becomes of what was sent about a group that is part of another one by now. */ takesMerged?: boolean
}

/** Who holds the link of this request, and what they look at. One trip to the database. @throws Problem when the link does not work. */
export async function openVisit(
  context: FormsContext,
  { isReturning = false, takesMerged = false, ...extra }: Extra = {},
): Promise<OpenVisit> {
  const token = context.req.param('token') ?? ''
  if (!isTokenShaped(token)) throw new Problem('link_unknown')
  const hash = await hashToken(token)
  const asked = { hash, group: context.req.param('group') ?? null, ...extra }
  const visit = await findVisit(context.env.DB, context.var.movement.sections, asked, context.var.now)
  if (!visit) throw new Problem('link_unknown')
  const isMerged = asked.group !== null && visit.group !== null && visit.group.uid !== asked.group
  if (isMerged && context.req.method === 'POST' && !takesMerged) throw new Problem('group_merged')
  if (visit.revokedAt) throw new Problem('link_revoked')
  refuseManySubmissions(context, visit.submissions)
  const expired = context.var.now.getTime() - visit.expiresAt.getTime()
  if (expired >= (isReturning ? pageLifetime : 0)) throw new Problem(expiry(context, expired))
  return {
    ...visit,
    movement: movementIn(context.var.movement, visit.group?.record.group[0]?.country),
    hash,
    path: linkPath.update(token),
    switchPage: await formTokenFor(context, languagePurpose(hash)),
    language: readerLanguage(context, visit.person.language, visit.groupsLanguage),
  }
}

/** The page that a press leads to says what was done, for as long after the link's end, in milliseconds, as presses are taken. */
function expiry({ req }: FormsContext, expired: number): 'link_expired' | 'link_expired_since' {
  const comesFromSubmission = req.query('done') !== undefined || req.query('undone') !== undefined
  return comesFromSubmission && expired < pageLifetime ? 'link_expired_since' : 'link_expired'
}

/** What the language switch of every page of a link may be sent for. */
export const languagePurpose = (hash: string) => `language:${hash}`

/** As `openVisit`, for pages about one group. @throws Problem when the group is not the person's. */
export async function openGroup(context: FormsContext, extra?: Extra): Promise<GroupVisit> {
  return ofGroup(await openVisit(context, extra))
}

/** @throws Problem when the group that is asked for is not the person's. */
export function ofGroup(visit: OpenVisit): GroupVisit {
  if (!visit.group) throw new Problem('group_unknown')
  return { ...visit, group: visit.group }
}

/** What a page about a group may be sent for: this link and this group only. */
const groupPurpose = (hash: string, group: string) => `group:${hash}:${group}`

export function groupFormToken(
  context: FormsContext,
  { hash, group }: Pick<OpenVisit, 'hash'> & { group: { uid: string } },
): Promise<string> {
  return formTokenFor(context, groupPurpose(hash, group.uid))
}

export async function readGroupSubmission(context: FormsContext, form: FormData): Promise<Submission> {
  const hash = await hashToken(context.req.param('token') ?? '')
  return readSubmission(context, groupPurpose(hash, context.req.param('group') ?? ''), form)
}
