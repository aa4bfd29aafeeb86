import { isOvertaken } from '#shared/db/revisions.ts'
import { Problem } from '#shared/domain/problem.ts'
import { isSoundBefore, type Undo, undoChanges } from '#shared/domain/undo.ts'
import { redirectTo } from '#shared/html/respond.ts'
import type { FormsContext } from './env.ts'
import { readForm, texts } from './form.ts'
import { pageOfHistory, respondHistory, revisionsShown } from './show-history.tsx'
import { canUndo } from './undo-form.tsx'
import { type GroupVisit, openGroup, readGroupPress } from './visit.ts'
import { writePress } from './write-press.ts'
import { leavesNobody, recordStatements } from './write-record.ts'

/** Takes a revision back, as a revision of its own. What somebody corrected since stays as they corrected it. */
export async function undoRevision(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const press = await readGroupPress(context, data)
  const number = Number(texts(data).get('revision'))
  const asked = { ...pageOfHistory(number + revisionsShown), addresses: [], isReturning: press !== 'stale' }
  const visit = await openGroup(context, asked)
  if (press !== 'deliberate') return respondHistory(context, visit, { notice: 'again', status: 400 })
  const revision = visit.group.history.find((candidate) => candidate.number === number)
  if (!revision || !canUndo(revision, context.var.now))
    return respondHistory(context, visit, { notice: 'nothing', status: 409 })
  const { fields } = context.var.movement.sections
  const sound = revision.changes.filter((change) => isSoundBefore(change, fields))
  const undo = undoChanges(visit.group.record, sound, visit.group.guests)
  if (undo.changes.length === 0) return respondHistory(context, visit, { notice: 'nothing', status: 409 })
  if (leavesNobody(visit, undo.record)) return respondHistory(context, visit, { notice: 'nobody', status: 409 })
  const isPartly = undo.skipped.length > 0 || sound.length < revision.changes.length
  return write(context, visit, number, undo, isPartly)
}

async function write(
  context: FormsContext,
  visit: GroupVisit,
  undoes: number,
  { record, changes }: Undo,
  isPartly: boolean,
): Promise<Response> {
  try {
    await writePress(context, visit, await recordStatements(context, visit, { record, changes, undoes }))
  } catch (error) {
    if (isOvertaken(error)) throw new Problem('busy')
    throw error
  }
  return redirectTo(`${visit.path}/${visit.group.uid}/history?undone=${isPartly ? 'partly' : 'done'}`)
}
