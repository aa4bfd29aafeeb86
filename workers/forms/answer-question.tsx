import { answerPoll } from '#shared/actions/write-poll.ts'
import { problemText } from '#shared/html/field-input.tsx'
import { redirectTo } from '#shared/html/respond.ts'
import { readField, writeField } from '#shared/record/field.ts'
import { pollField } from '#shared/record/poll.ts'
import { showValue } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { askIfHuman } from './human-check.tsx'
import { openGroup, readGroupSubmission } from './link-session.ts'
import { showOverview } from './show-group.tsx'
import { actingFor } from './submission.ts'

/** A group's answer to the question of the month. */
export async function answerQuestion(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const form = texts(data)
  const submission = await readGroupSubmission(context, data)
  const session = await openGroup(context, { isReturning: submission !== 'stale' })
  const { language, poll, group, person } = session
  const { form: text, month } = textIn(language, session.movement)
  const typed = { text: form.get('answer') ?? '' }
  // Another round has begun meanwhile, or the team asks no more
  if (!poll || poll.round !== form.get('round')) {
    const notice = { kind: 'again', title: month.question.over, body: text.oldPage } as const
    return showOverview(context, session, { notice, status: 409 })
  }
  const field = pollField(poll)
  const { value, problem } = readField(field, typed.text)
  if (problem) {
    const notice = {
      kind: 'again',
      title: text.errorsTitle(1),
      body: problemText(field, problem, language, context.var.movement),
    } as const
    return showOverview(context, session, { notice, status: 422, typed: { ...typed, problem } })
  }
  const shown = showValue(field, value, language)
  if (submission === 'unsure') return askIfHuman(context, session, { words: `${field.label[language]}\n${shown}` })
  if (submission !== 'deliberate') {
    const notice = { kind: 'again', title: text.submitAgain, body: text.oldPage } as const
    return showOverview(context, session, { notice, status: 400, typed })
  }
  const answer = { round: poll.round, group: group.uid, person: person.uid, value: writeField(field, value) }
  await answerPoll(actingFor(context, session), answer)
  return redirectTo(`${session.path}/${group.uid}?done=question#question`)
}
