import type { RoundAnswers } from '#shared/domain/answer-curve.ts'
import { comingSteps } from '#shared/domain/sequence.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { momentName } from './dates.ts'

type NextDatesProps = { movement: Movement; language: Language; now: Date; rounds: readonly RoundAnswers[] }

/** What leaves next, and when. */
export function NextDates({ movement, language, now, rounds }: NextDatesProps) {
  const text = textIn(language, movement).dashboard.overview
  const [last] = rounds
  const steps = comingSteps(last ? { key: last.round, openedAt: last.openedAt } : null, now, movement, 6)
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">{text.datesTitle}</h2>
      <ol class="dates">
        {steps.map(({ kind, dueAt }) => (
          <li>
            <time class="when" datetime={dueAt.toISOString()} title={localTime(dueAt, movement.timeZone).day}>
              {momentName(dueAt, movement.timeZone, language, movement)}
            </time>
            <span>{text.step[kind]}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
