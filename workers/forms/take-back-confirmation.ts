import { undoConfirmation } from '#shared/actions/undo-confirmation.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { askIfHuman } from './human-check.tsx'
import { pageOfHistory, respondHistory } from './show-history.tsx'
import { actingFor } from './submission.ts'
import { openGroup, readGroupSubmission } from './visit.ts'

/** Takes back that all is right, or that a section is. */
export async function takeBackConfirmation(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const submission = await readGroupSubmission(context, data)
  const number = Number(texts(data).get('confirmation'))
  const isNumber = Number.isSafeInteger(number) && number > 0
  const visit = await openGroup(context, {
    ...pageOfHistory(Number.NaN),
    confirmations: isNumber ? { number, limit: 1 } : { limit: 0 },
    isReturning: submission !== 'stale',
  })
  if (submission === 'unsure')
    return askIfHuman(context, visit, { words: textIn(visit.language, visit.movement).history.undoConfirmation })
  if (submission !== 'deliberate') return respondHistory(context, visit, { notice: 'again', status: 400 })
  const isDone = await undoConfirmation(actingFor(context, visit), visit.group.uid, visit.group.confirmations[0])
  if (!isDone) return respondHistory(context, visit, { notice: 'nothing', status: 409 })
  return redirectTo(`${visit.path}/${visit.group.uid}?done=unconfirmed`)
}
