import { undoRevision as undo } from '#shared/actions/undo-revision.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import { untilLanded } from '#workers/until-landed.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { askIfHuman } from './human-check.tsx'
import { openGroup, readGroupSubmission } from './link-session.ts'
import { pageOfHistory, respondHistory, revisionsShown } from './show-history.tsx'
import { actingFor } from './submission.ts'

/** Takes a revision back. What somebody corrected since stays as they corrected it. */
export async function takeBackRevision(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const submission = await readGroupSubmission(context, data)
  const number = Number(texts(data).get('revision'))
  const isNumber = Number.isSafeInteger(number)
  const asked = {
    ...pageOfHistory(number + revisionsShown),
    ...(isNumber ? { revision: { number, from: 0, limit: Number.MAX_SAFE_INTEGER }, rows: { rowsOf: number } } : {}),
    isAboutPeople: true,
    isReturning: submission !== 'stale',
  }
  return untilLanded(context.req.param('group') ?? '', async () => {
    const session = await openGroup(context, asked)
    if (submission === 'unsure')
      return askIfHuman(context, session, { words: textIn(session.language, session.movement).history.undo })
    if (submission !== 'deliberate') return respondHistory(context, session, { notice: 'again', status: 400 })
    const result = await undo(actingFor(context, session), session, session.group.revision ?? undefined)
    if (result === 'overtaken') return result
    if (result === 'nothing' || result === 'nobody' || result === 'too_much')
      return respondHistory(context, session, { notice: result, status: 409 })
    return redirectTo(`${session.path}/${session.group.uid}/history?undone=${result}`)
  })
}
