import { comingSteps, type OpenRound } from '#shared/domain/sequence.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import { showDay } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

const datesShown = 6

type ComingDatesProps = {
  movement: Movement
  last: Pick<OpenRound, 'key' | 'openedAt'> | null
  now: Date
  language: Language
}

/** What leaves next, and when, with a calendar. */
export function ComingDates({ movement, last, now, language }: ComingDatesProps) {
  const { settings: text, dashboard } = textIn(language, movement)
  const coming = comingSteps(last, now, movement, datesShown)
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">{text.datesTitle}</h2>
      <p class="says">{text.datesLead}</p>
      {coming.length === 0 && <p class="soft">{text.noDates}</p>}
      <ol class="dates">
        {coming.map(({ kind, dueAt }) => {
          const { day, time } = localTime(dueAt, movement.timeZone)
          return (
            <li>
              <time class="when" datetime={dueAt.toISOString()}>
                {dashboard.overview.at(showDay(day, language), time)}
              </time>
              <span>{dashboard.overview.step[kind]}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
