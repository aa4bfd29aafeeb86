import { type GroupEdit, type GroupsUpdate, updateGroups } from '#shared/actions/update-groups.ts'
import type { RowProblem } from '#shared/domain/typed-section.ts'
import { choiceAuthors, openChoices, withMine } from '#shared/html/section/open-choices.ts'
import { untilLanded } from '#workers/until-landed.ts'
import { readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { isLeft, isWrong, type Judged, judge, type Posted } from './judge.ts'
import { respondRows } from './rows-again.tsx'
import { pathOfTable, readTableView } from './table-view.ts'
import { columnsIn, fieldsOf, rowsIn } from './typed-rows.ts'

/** Saves all rows that can be saved, each by itself; brings the table back where something is left to mend or to choose. */
export async function saveTable(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { sections } = context.var.movement
  const columns = columnsIn(form, sections)
  const fields = fieldsOf(sections, columns)
  const posted: Posted = {
    rows: rowsIn(withMine(form), fields),
    columns,
    fields,
    open: openChoices(form),
    authors: choiceAuthors(form),
    isFresh: form.isFresh,
    isTelling: form.get('tell') === 'oui',
  }
  return untilLanded('several', async () => {
    const judged = await judge(context, posted)
    if (!posted.isFresh) return respondRows(context, posted, judged, 400)
    const saved = await write(context, posted, judged)
    return saved === 'overtaken' ? saved : answer(context, posted, saved)
  })
}

function answer(context: DeskContext, posted: Posted, judged: readonly Judged[]): Promise<Response> | Response {
  if (judged.some(isLeft)) return respondRows(context, posted, judged, judged.some(isWrong) ? 422 : 409)
  const view = readTableView(new URL(context.req.url).searchParams, context.var.movement.sections)
  const path = pathOfTable({ ...view, columns: posted.columns })
  const saved = judged.filter(({ isSaved }) => isSaved).length
  return leadTo(context, `${path}${path.includes('?') ? '&' : '?'}saved=${saved}`)
}

const placing = new Set(['name', 'town', 'postcode', 'department', 'region'])

/** Writes what is ready. Only a group that is called or placed otherwise can be in another's way: of several, each by itself when one is. */
async function write(context: DeskContext, posted: Posted, judged: readonly Judged[]): Promise<Judged[] | 'overtaken'> {
  const ready = judged.filter((one) => !isLeft(one) && (one.plan?.changes.length ?? 0) > 0)
  const all = await writeSome(context, posted, ready)
  if (all === 'overtaken') return all
  if (all === 'done') return judged.map((one) => ({ ...one, isSaved: ready.includes(one) }))
  const isPlaced = ({ plan }: Judged) => plan?.changes.some((change) => 'field' in change && placing.has(change.field))
  const parts = [ready.filter((one) => !isPlaced(one)), ...ready.filter(isPlaced).map((one) => [one])]
  const taken: Judged[] = []
  for (const part of parts) {
    const done = await writeSome(context, posted, part)
    if (done === 'overtaken') return done
    if (done === 'name_taken') taken.push(...part)
  }
  return judged.map((one) => (taken.includes(one) ? withTakenName(one) : { ...one, isSaved: ready.includes(one) }))
}

async function writeSome(context: DeskContext, { isTelling }: Posted, some: readonly Judged[]): Promise<GroupsUpdate> {
  const edits = some.flatMap(({ group, plan }): GroupEdit[] => {
    if (!group || !plan) return []
    const { record, changes } = plan
    return [{ group: group.uid, number: group.number, record, changes, referents: group.referents }]
  })
  return edits.length === 0 ? 'done' : updateGroups({ ...teamActing(context), isQuiet: !isTelling }, edits)
}

function withTakenName(one: Judged): Judged {
  const problem: RowProblem = { uid: one.row.typed.uid, field: 'name', problem: { code: 'name_taken' } }
  return one.plan ? { ...one, plan: { ...one.plan, problems: [...one.plan.problems, problem] } } : one
}
