import { openConflicts, planSection } from '#shared/actions/update-section/plan-section.ts'
import { updateSection } from '#shared/actions/update-section/update-section.ts'
import { countPassedWrite } from '#shared/db/passed-links.ts'
import { countSubmission } from '#shared/db/submissions.ts'
import { Problem } from '#shared/domain/problem.ts'
import { writtenBy } from '#shared/domain/record-limits.ts'
import { blankRow } from '#shared/domain/typed-section.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { rowsAsked } from '#shared/html/section/older-rows.tsx'
import { SectionForm, sectionTitle } from '#shared/html/section/section-form.tsx'
import type { SectionState } from '#shared/html/section/section-state.ts'
import { countrySaid } from '#shared/movement.ts'
import type { Section } from '#shared/record/section.ts'
import { makeFormToken, readFormToken } from '#workers/form-token.ts'
import { texts } from '#workers/posted-form.ts'
import { withoutForeign, withTheirs } from '#workers/section/rows-again.ts'
import { firstRows, heldState, mintUid } from '#workers/section/shown-rows.ts'
import { readTypedAnswer, type TypedAnswer } from '#workers/section/typed-answer.ts'
import { untilLanded } from '#workers/until-landed.ts'
import type { FormsContext } from '../env.ts'
import { readForm } from '../form.ts'
import { Frame } from '../frame.tsx'
import { respondForm } from '../respond-form.ts'
import { movementPassedOn, openPassed, type PassedView } from './open.ts'

/** The form of one section, of those that are not about people. */
export async function showPassedSection(context: FormsContext): Promise<Response> {
  const section = sectionAsked(context)
  const from = context.req.query('from')
  const { movement } = context.var
  const view = await openPassed(context, {
    rows: rowsAsked(section, from),
    ...(section.name === 'identity' ? { places: { country: countrySaid(movement, undefined), town: null } } : {}),
  })
  const rows = firstRows(view, section.name, from)
  return respond(context, view, { section: section.name, rows, since: view.group.number })
}

/** Saves it, or brings it back with what was typed. */
export async function savePassedSection(context: FormsContext): Promise<Response> {
  const section = sectionAsked(context)
  const form = texts(await readForm(context))
  const typed = readTypedAnswer(form, movementPassedOn(context.var.movement).sections, section.name)
  return untilLanded(context.req.param('token') ?? '', () => trySave(context, section, typed, form.get('page')))
}

function sectionAsked(context: FormsContext): Section {
  const asked = context.req.param('section') ?? ''
  const section = movementPassedOn(context.var.movement).sections.find(asked)
  if (!section) throw new Problem('section_unknown')
  return section
}

const purposeOf = ({ hash, group }: PassedView, section: string) => `passed:${hash}:${group.uid}:${section}`

async function trySave(
  context: FormsContext,
  section: Section,
  typed: TypedAnswer,
  page: string | null,
): Promise<Response | 'overtaken'> {
  const {
    env,
    var: { now },
  } = context
  const movement = movementPassedOn(context.var.movement)
  const { rows, since, townMeant } = typed
  const town = section.name === 'identity' ? (rows[0]?.texts.town ?? '') : null
  const view = await openPassed(context, {
    since,
    list: section.list,
    rows: { uids: rows.map(({ uid }) => uid) },
    ...(town === null ? {} : { places: { country: countrySaid(movement, rows[0]?.texts.country), town } }),
  })
  const { by, hash, submissions } = view
  const statements = countSubmission(env.DB, { client: hash, before: submissions }, now)
  const actor = { kind: 'passed_link', email: by.email } as const
  const acting = { db: env.DB, movement, actor, now, alongside: { statements } }
  const conflicts = openConflicts(acting, view, typed)
  const again = (more: Partial<Asked>) =>
    respond(context, view, { section: section.name, rows, since, conflicts, ...more })
  if (typed.wantsRow) {
    const added = mintUid()
    return again({ rows: [...rows, blankRow(added)], added })
  }
  if (!(await readFormToken(context, purposeOf(view, section.name), page)))
    return again({ again: 'stale', status: 400 })
  const plan = await planSection(acting, view, { ...typed, isNobodyMeant: false, townMeant }, mintUid)
  switch (plan.result) {
    case 'foreign':
      return again({ rows: withoutForeign(view, typed, plan.rows), again: 'foreign', status: 409 })
    case 'wrong':
      return again({ problems: plan.problems, status: 422 })
    case 'asks_nobody':
      throw new Problem('section_unknown')
    case 'asks_town':
      return again({ towns: plan.towns, status: 422 })
    case 'conflict':
      // Whose the other value is, is not for whoever was passed a link
      return again({
        rows: withTheirs(view, typed, plan.merge, context.req.query('from')),
        since: view.group.number,
        conflicts: plan.merge.conflicts,
        status: 409,
      })
    case 'ready': {
      const counted = countPassedWrite(env.DB, hash, writtenBy(plan.merge.changes))
      const alongside = { statements: [...statements, counted] }
      const update = await updateSection({ ...acting, alongside }, view, section.name, plan.merge)
      if (update === 'overtaken') return update
      if (update === 'row_elsewhere')
        return again({ rows: withoutForeign(view, typed, rows), again: 'foreign', status: 409 })
      if (update === 'name_taken') {
        const problem = { uid: view.group.uid, field: 'name', problem: { code: 'name_taken' } } as const
        return again({ problems: [problem], status: 422 })
      }
      return redirectTo(`${view.path}?done=saved`)
    }
  }
}

type Asked = Omit<SectionState, 'page' | 'held'> & { status?: number }

async function respond(context: FormsContext, view: PassedView, { status = 200, ...state }: Asked): Promise<Response> {
  const page = await makeFormToken(context, purposeOf(view, state.section))
  const held = heldState(view, { ...state, page }, context.req.query('from'))
  const { movement, language, path } = view
  const { heading, lead } = movement.sections.named(state.section).words.form
  const at = { action: `${path}/${state.section}`, back: path, heading: heading[language], lead: lead[language] }
  return respondForm(
    <Frame movement={movement} language={language} title={sectionTitle(view, held)} path={null}>
      <SectionForm session={view} state={held} at={at} />
    </Frame>,
    { status },
  )
}
