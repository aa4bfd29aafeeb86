import { Problem } from '#shared/domain/problem.ts'
import { rowsAsked } from '#shared/html/section/older-rows.tsx'
import { SectionForm, sectionTitle } from '#shared/html/section/section-form.tsx'
import type { SectionState } from '#shared/html/section/section-state.ts'
import { countrySaid } from '#shared/movement.ts'
import type { SectionName } from '#shared/record/record.ts'
import { textIn } from '#shared/text/text.ts'
import { firstRows, heldState } from '#workers/section/shown-rows.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { formToken } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { Done } from './notice.tsx'
import { leadOn, openTeamView, type TeamView } from './team-view.ts'

/** A section of a group's record, to be corrected by the team. */
export async function showTeamSection(context: DeskContext): Promise<Response> {
  const section = sectionAsked(context)
  const { movement } = context.var
  const from = context.req.query('from')
  const view = await openTeamView(context, {
    rows: rowsAsked(movement.sections.named(section), from),
    ...(section === 'identity' ? { places: { country: countrySaid(movement, undefined), town: null } } : {}),
  })
  const elsewhere = leadOn(context, view)
  if (elsewhere) return elsewhere
  const rows = firstRows(view, section, from)
  return respondTeamSection(context, view, { section, rows, since: view.group.number })
}

export function sectionAsked(context: DeskContext): SectionName {
  const section = context.var.movement.sections.find(context.req.param('section') ?? '')
  if (!section) throw new Problem('section_unknown')
  return section.name
}

export type TeamSection = Omit<SectionState, 'page' | 'held'> & { status?: number; isQuiet?: boolean }

export async function respondTeamSection(
  context: DeskContext,
  view: TeamView,
  { status = 200, isQuiet = false, ...state }: TeamSection,
): Promise<Response> {
  const from = context.req.query('from')
  const page = await formToken(context, `${view.path}/${view.group.uid}/${state.section}`)
  const held = heldState(view, { ...state, page }, from)
  return respondFrame(context, {
    title: sectionTitle(view, held),
    status,
    children: (
      <div class="flow narrow">
        <Done context={context} />
        <SectionForm session={view} state={held} more={<Tell context={context} view={view} isQuiet={isQuiet} />} />
      </div>
    ),
  })
}

/** Whether the group's referents hear of it. Whoever is added or taken off hears in any case. */
function Tell({ context, view, isQuiet }: { context: DeskContext; view: TeamView; isQuiet: boolean }) {
  const text = textIn(context.var.language, context.var.movement).desk.record
  if (view.group.record.referents.length === 0) return null
  return (
    <div class="field">
      <label class="pick" for="tell">
        <input type="checkbox" id="tell" name="tell" value="oui" checked={!isQuiet} aria-describedby="tell-hint" />
        {text.tell}
      </label>
      <p class="hint" id="tell-hint">
        {text.tellHint}
      </p>
    </div>
  )
}
