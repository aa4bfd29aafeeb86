import { withKnownPeople } from '#shared/actions/update-section/known-people.ts'
import { openConflicts, planSection, type SectionPlan } from '#shared/actions/update-section/plan-section.ts'
import { updateSection } from '#shared/actions/update-section/update-section.ts'
import type { Merge } from '#shared/domain/merge.ts'
import { blankRow, type RowProblem, type TypedRow } from '#shared/domain/typed-section.ts'
import { countrySaid } from '#shared/movement.ts'
import { typedInMerged } from '#workers/section/merged-group.ts'
import { withoutForeign, withTheirs } from '#workers/section/rows-again.ts'
import { mintUid } from '#workers/section/shown-rows.ts'
import { readTypedAnswer, type TypedAnswer } from '#workers/section/typed-answer.ts'
import { untilLanded } from '#workers/until-landed.ts'
import { readDeskForm, teamActing } from './desk-form.tsx'
import { respondTeamSection, sectionAsked, type TeamSection } from './edit-section.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { openTeamView, type TeamView } from './team-view.ts'

/** `isAgain`: it could not be written as it was, since somebody whom it names is known already, or somebody else's write came first. */
type Typed = TypedAnswer & { isFresh: boolean; isQuiet: boolean; isAgain: boolean }
type Ready = Extract<SectionPlan, { result: 'ready' }>

/** Saves a section of a group's record for the team, or brings it back with what was typed and what to do next. */
export async function saveTeamSection(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const section = sectionAsked(context)
  const answer = readTypedAnswer(form, context.var.movement.sections, section)
  const typed = { ...answer, isFresh: form.isFresh, isQuiet: form.get('tell') !== 'oui' }
  return untilLanded(context.req.param('uid') ?? '', (isAgain) => trySave(context, { ...typed, isAgain }))
}

async function trySave(context: DeskContext, typed: Typed): Promise<Response | 'overtaken'> {
  const view = await openForSave(context, typed)
  const acting = { ...teamActing(context), isQuiet: typed.isQuiet }
  const { section, rows, since, isQuiet } = typed
  if (view.group.uid !== context.req.param('uid')) {
    const merged = typedInMerged(view, typed)
    const state = { section, rows: merged.rows, since: view.group.number, isQuiet }
    return respondTeamSection(context, view, { ...state, conflicts: openConflicts(acting, view, merged), status: 409 })
  }
  const again = (more: Partial<TeamSection>) =>
    respondTeamSection(context, view, { section, rows, since, isQuiet, ...more })
  const conflicts = openConflicts(acting, view, typed)
  if (typed.wantsRow) {
    const added = mintUid()
    return again({ conflicts, rows: [...rows, blankRow(added)], added })
  }
  if (!typed.isFresh) return again({ conflicts, again: 'stale', status: 400 })
  const plan = await planSection(acting, view, typed, mintUid)
  switch (plan.result) {
    case 'foreign':
      return again({ rows: withoutForeign(view, typed, plan.rows), again: 'foreign', status: 409 })
    case 'wrong':
      return again({ conflicts, problems: plan.problems, status: 422 })
    case 'asks_nobody':
      return again({ conflicts, asksNobody: true, status: 422 })
    case 'asks_town':
      return again({ conflicts, towns: plan.towns, status: 422 })
    case 'conflict':
      return showConflicts(context, view, typed, plan.merge)
    case 'ready':
      return write(context, view, typed, plan)
  }
}

/** The group and what we know of what was typed, in one read. */
function openForSave(context: DeskContext, typed: Typed): Promise<TeamView> {
  const { section, rows, since } = typed
  const { movement } = context.var
  const town = section === 'identity' ? (rows[0]?.texts.town ?? '') : null
  return openTeamView(context, {
    since,
    list: movement.sections.named(section).list,
    rows: { uids: rows.map(({ uid }) => uid) },
    isAboutPeople: section === 'referents',
    ...(town === null ? {} : { places: { country: countrySaid(movement, rows[0]?.texts.country), town } }),
  })
}

function showConflicts(context: DeskContext, view: TeamView, typed: Typed, merge: Merge): Promise<Response> {
  return respondTeamSection(context, view, {
    section: typed.section,
    rows: withTheirs(view, typed, merge, context.req.query('from')),
    since: view.group.number,
    conflicts: merge.conflicts,
    isQuiet: typed.isQuiet,
    status: 409,
  })
}

async function write(
  context: DeskContext,
  view: TeamView,
  typed: Typed,
  { merge: planned, addresses }: Ready,
): Promise<Response | 'overtaken'> {
  const { section, isQuiet } = typed
  const { regions } = context.var.session.coordinator
  // Whoever looks after some regions names people as a referent does, and learns of nobody whom we know
  const merge = typed.isAgain && regions === undefined ? await withKnownPeople(context.env.DB, planned) : planned
  const group = view.group.uid
  if (merge.changes.length + addresses.length === 0) return leadTo(context, `/desk/groups/${group}?done=unchanged`)
  const region = merge.record.group[0]?.region ?? null
  const town = { uid: group, field: 'town', problem: { code: 'elsewhere' } } as const
  const isAway = regions !== undefined && (region === null || !regions.includes(region))
  if (isAway) return wrong(context, view, typed, [town])
  const update = await updateSection({ ...teamActing(context), isQuiet }, view, section, merge, addresses)
  if (update === 'overtaken') return update
  const state = { section, rows: typed.rows, since: typed.since, isQuiet }
  if (update === 'row_elsewhere') {
    const rows: readonly TypedRow[] = withoutForeign(view, typed, typed.rows)
    return respondTeamSection(context, view, { ...state, rows, again: 'foreign', status: 409 })
  }
  if (update === 'name_taken')
    return wrong(context, view, typed, [{ uid: group, field: 'name', problem: { code: 'name_taken' } }])
  return leadTo(context, `/desk/groups/${group}?done=${addresses.length > 0 ? 'address_asked' : 'saved'}`)
}

function wrong(
  context: DeskContext,
  view: TeamView,
  { section, rows, since, isQuiet }: Typed,
  problems: readonly RowProblem[],
): Promise<Response> {
  return respondTeamSection(context, view, { section, rows, since, isQuiet, problems, status: 422 })
}
