import type { CallState, TeamNote } from '#shared/db/calls.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import { showDay } from '#shared/record/show.ts'
import { cut } from '#shared/text/cut.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { coordinatorName } from './risk-words.ts'

type Said = { movement: Movement; language: Language }

/** Who has it, when it was last called, when it is to be again. */
export function CallStatus({ movement, language, call }: Said & { call: CallState | null }) {
  const text = textIn(language, movement).calls
  if (!call) return null
  const { takenBy, takenAt, calledOn, nextOn } = call
  const taken =
    takenBy && takenAt
      ? [text.takenBy(coordinatorName(takenBy, movement), showDay(localTime(takenAt, movement.timeZone).day, language))]
      : []
  const last = calledOn ? [text.last(showDay(calledOn, language))] : []
  const next = nextOn ? [text.next(showDay(nextOn, language))] : []
  const said = [...taken, ...last, ...next]
  return said.length > 0 ? <p class="soft">{said.join(' · ')}</p> : null
}

/** Of a note, as much as a page of the group has room for; the rest stands where it was written. */
const shownOfNote = 300
/** How many notes a page of the group shows. */
export const notesBeside = 2

type Known = { call: CallState | null; notes: readonly TeamNote[] }

/** What the team said to a group and noted of it, on the group's pages; nothing where nothing is known. `path`: where all of it stands. */
export function TeamKnowledge({ movement, language, call, notes, path }: Said & Known & { path?: string | undefined }) {
  const text = textIn(language, movement).calls
  if (!call && notes.length === 0) return null
  return (
    <section aria-labelledby="team-notes">
      <h2 id="team-notes">{text.notes}</h2>
      <CallStatus movement={movement} language={language} call={call} />
      {notes.map((note) => (
        <figure class="word">
          <blockquote>{cut(note.body, shownOfNote)}</blockquote>
          <figcaption class="counted">{noteLine(note, movement, language)}</figcaption>
        </figure>
      ))}
      {path && (
        <p>
          <a href={path}>{text.seeAll}</a>
        </p>
      )}
    </section>
  )
}

/** When it was written and by whom; of a call, its day. */
export function noteLine({ at, by, calledOn }: TeamNote, movement: Movement, language: Language): string {
  const day = localTime(at, movement.timeZone).day
  return [
    showDay(day, language),
    coordinatorName(by, movement),
    ...(calledOn ? [textIn(language, movement).calls.called(showDay(calledOn, language))] : []),
  ].join(' · ')
}
