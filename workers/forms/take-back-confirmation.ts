import { undoConfirmation } from '#shared/actions/undo-confirmation.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { askIfHuman } from './human-check.tsx'
import { openGroup, readGroupSubmission } from './link-session.ts'
import { pageOfHistory, respondHistory } from './show-history.tsx'
import { actingFor } from './submission.ts'

/** Takes back that all is right, or that a section is. */
export async function takeBackConfirmation(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const submission = await readGroupSubmission(context, data)
  const number = Number(texts(data).get('confirmation'))
  const isNumber = Number.isSafeInteger(number) && number > 0
  const session = await openGroup(context, {
    ...pageOfHistory(Number.NaN),
    confirmations: isNumber ? { number, limit: 1 } : { limit: 0 },
    isReturning: submission !== 'stale',
  })
  if (submission === 'unsure')
    return askIfHuman(context, session, { words: textIn(session.language, session.movement).history.undoConfirmation })
  if (submission !== 'deliberate') return respondHistory(context, session, { notice: 'again', status: 400 })
  const isDone = await undoConfirmation(actingFor(context, session), session.group.uid, session.group.confirmations[0])
  if (!isDone) return respondHistory(context, session, { notice: 'nothing', status: 409 })
  return redirectTo(`${session.path}/${session.group.uid}?done=unconfirmed`)
}
