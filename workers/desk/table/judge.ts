import { type GroupEditPlan, planGroupEdit } from '#shared/actions/plan-group-edit.ts'
import { ask } from '#shared/db/ask.ts'
import { findGroupsToEdit, type GroupToEdit } from '#shared/db/edited-groups.ts'
import { listPlacesOf } from '#shared/db/places.ts'
import type { Fields } from '#shared/record/field.ts'
import { teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import type { TableRow } from './typed-rows.ts'

/** What was posted. */
export type Posted = {
  rows: readonly TableRow[]
  columns: readonly string[]
  fields: Fields
  open: readonly string[]
  authors: Readonly<Record<string, string>>
  isFresh: boolean
  isTelling: boolean
}

/** A posted row beside its group as it is now, where it is there, and what it comes to. */
export type Judged = { row: TableRow; group: GroupToEdit | null; plan: GroupEditPlan | null; isSaved: boolean }

export const isWrong = ({ plan }: Judged) => plan !== null && plan.problems.length > 0
export const isLeft = (one: Judged) => one.plan === null || isWrong(one) || one.plan.conflicts.length > 0

/** What each row comes to, in one read. */
export async function judge(context: DeskContext, { rows, open }: Posted): Promise<Judged[]> {
  const { reads, movement } = context.var
  const towns = rows.flatMap(({ typed }) => typed.texts.town ?? [])
  const asked = rows.map(({ typed, since }) => ({ group: typed.uid, since }))
  const { groups, places } = await ask(reads, {
    groups: findGroupsToEdit(reads, movement.sections, asked),
    places: listPlacesOf(reads, movement.countries, towns),
  })
  const known = new Map(groups.map((group) => [group.uid, group]))
  return Promise.all(
    rows.map(async (row): Promise<Judged> => {
      const group = known.get(row.typed.uid) ?? null
      if (!group) return { row, group, plan: null, isSaved: false }
      const plan = await planGroupEdit(teamActing(context), { group, places, typed: row.typed, open })
      return { row, group, plan: withinOwnRegions(context, plan), isSaved: false }
    }),
  )
}

/** Nobody moves a group to where they do not look after it. */
function withinOwnRegions(context: DeskContext, plan: GroupEditPlan): GroupEditPlan {
  const { regions } = context.var.session.coordinator
  const [row] = plan.record.group
  if (regions === undefined || plan.changes.length === 0 || !row) return plan
  if (row.region !== null && regions.includes(row.region)) return plan
  return { ...plan, problems: [...plan.problems, { uid: row.uid, field: 'town', problem: { code: 'elsewhere' } }] }
}
