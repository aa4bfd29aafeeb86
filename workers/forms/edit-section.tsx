import { Problem } from '#shared/domain/problem.ts'
import { rowsAsked } from '#shared/html/section/older-rows.tsx'
import type { SectionState } from '#shared/html/section/section-state.ts'
import { countrySaid } from '#shared/movement.ts'
import type { SectionName } from '#shared/record/record.ts'
import { firstRows, heldState } from '#workers/section/shown-rows.ts'
import type { FormsContext } from './env.ts'
import { type GroupLinkSession, groupFormToken, openGroup } from './link-session.ts'
import { respondForm } from './respond-form.ts'
import { SectionPage } from './section-page.tsx'

/** The form of one section, filled with what we know. */
export async function editSection(context: FormsContext): Promise<Response> {
  const section = sectionParam(context)
  const { movement } = context.var
  const from = context.req.query('from')
  const session = await openGroup(context, {
    rows: rowsAsked(movement.sections.named(section), from),
    ...(section === 'identity' ? { places: { country: countrySaid(movement, undefined), town: null } } : {}),
  })
  return showSection(context, session, {
    section,
    rows: firstRows(session, section, from),
    since: session.group.number,
  })
}

export function sectionParam(context: FormsContext): SectionName {
  const section = context.var.movement.sections.find(context.req.param('section') ?? '')
  if (!section) throw new Problem('section_unknown')
  return section.name
}

type Answer = Omit<SectionState, 'page' | 'held'> & { status?: number }

export async function showSection(
  context: FormsContext,
  session: GroupLinkSession,
  { status = 200, ...state }: Answer,
): Promise<Response> {
  const page = await groupFormToken(context, session)
  const held = heldState(session, { ...state, page }, context.req.query('from'))
  return respondForm(<SectionPage session={session} state={held} />, { status })
}
