import type { Word } from '#shared/db/notes-of-referents.ts'
import type { Recent, RecentEvent } from '#shared/db/recent.ts'
import { eventKinds } from '#shared/domain/group-event.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { changesPath } from './change-query.ts'
import { dayName } from './dates.ts'

type SinceVisitProps = {
  movement: Movement
  since: Date
  recent: Recent
  words: readonly Word[]
  mayAct: boolean
  language: Language
}

/** Names that are read at a glance. */
const namesShown = 6

/** What happened since this person last looked. */
export function SinceVisit({ movement, since, recent, words, mayAct, language }: SinceVisitProps) {
  const { dashboard, notes } = textIn(language, movement)
  const text = dashboard.since
  const { day } = localTime(since, movement.timeZone)
  return (
    <section aria-labelledby="since">
      <h2 id="since">{text.title(dayName(day, language))}</h2>
      <p class="says">
        {recent.changes === 0 ? (
          text.nothing
        ) : (
          <a href={changesPath({ from: day })}>{text.changes(recent.changes, recent.groups)}</a>
        )}
      </p>
      <dl class="events">
        {eventKinds.map((kind) => {
          const events = recent.events.filter((event) => event.kind === kind)
          if (events.length === 0) return null
          return (
            <div>
              <dt>{text.event[kind](events.length)}</dt>
              <dd>
                <EventNames events={events} language={language} movement={movement} />
              </dd>
            </div>
          )
        })}
      </dl>
      {words.length > 0 && <h3>{text.words}</h3>}
      {words.map((word) => (
        <Quote timeZone={movement.timeZone} word={word} language={language} movement={movement} />
      ))}
      {words.some(({ state }) => state === 'open') && mayAct && (
        <p class="alone">
          <a class="button quiet" href="/desk/notes">
            {notes.answer}
          </a>
        </p>
      )}
    </section>
  )
}

function EventNames({
  events,
  language,
  movement,
}: {
  events: readonly RecentEvent[]
  language: Language
  movement: OwnWords
}) {
  const text = textIn(language, movement).dashboard.since
  return (
    <>
      {events.slice(0, namesShown).map((event, index) => (
        <>
          {index > 0 && ', '}
          {'name' in event && `${event.name} `}
          <a href={`/dashboard/groups/${event.group.uid}`}>{event.group.name}</a>
        </>
      ))}
      {events.length > namesShown && ` ${text.more(events.length - namesShown)}`}
    </>
  )
}

/** A word to the team, as it was written. */
export function Quote({
  timeZone,
  word,
  language,
  movement,
}: {
  timeZone: string
  word: Word
  language: Language
  movement: OwnWords
}) {
  const { day } = localTime(word.at, timeZone)
  return (
    <figure class="word">
      <blockquote>{word.body}</blockquote>
      <figcaption class="counted">
        {word.by ?? textIn(language, movement).page.somebody}
        {word.group && (
          <>
            {', '}
            <a href={`/dashboard/groups/${word.group.uid}`}>{word.group.name}</a>
          </>
        )}
        {`, ${dayName(day, language)}`}
        {word.state !== 'open' && ` (${textIn(language, movement).notes.state[word.state]})`}
      </figcaption>
    </figure>
  )
}
