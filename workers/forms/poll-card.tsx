import { localTime } from '#shared/domain/zone.ts'
import { FieldInput } from '#shared/html/field-input.tsx'
import { readField } from '#shared/record/field.ts'
import { pollField } from '#shared/record/poll.ts'
import { showDay, showValue } from '#shared/record/show.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupLinkSession } from './link-session.ts'

/** What was typed, and what is wrong with it. */
export type PollTyped = { text: string; problem?: FieldProblem }

/** The question of the month: asked, or answered and to be corrected. */
export function PollCard({
  session,
  page,
  typed,
}: {
  session: GroupLinkSession
  page: string
  typed: PollTyped | null
}) {
  const { poll, language, path, group, movement } = session
  if (!poll) return null
  const { month } = textIn(language, movement)
  const field = pollField(poll)
  const { answer } = poll
  const said = answer && readField(field, answer.value).value
  const form = (
    <form method="post" action={`${path}/${group.uid}/question`} class="flow" novalidate>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="round" value={poll.round} />
      <FieldInput
        field={field}
        name="answer"
        text={typed?.text ?? answer?.value ?? ''}
        language={language}
        movement={movement}
        problem={typed?.problem}
      />
      <button type="submit" class="quiet">
        {month.question.answer}
      </button>
    </form>
  )
  return (
    <section class="card flow" id="question" aria-labelledby="question-title">
      <h2 id="question-title">{month.question.from}</h2>
      {answer && !typed ? (
        <>
          <p>
            {field.label[language]} <b>{showValue(field, said, language)}</b>
          </p>
          <p class="soft">
            {month.question.answeredBy(answer.by, showDay(localTime(answer.at, movement.timeZone).day, language))}
          </p>
          <details>
            <summary>{month.question.correctAnswer}</summary>
            {form}
          </details>
        </>
      ) : (
        form
      )}
    </section>
  )
}
