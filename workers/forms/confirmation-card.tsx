import { isConfirmationUndoable } from '#shared/actions/undo-confirmation.ts'
import type { Confirmation } from '#shared/db/confirmations.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupLinkSession } from './link-session.ts'

type CardProps = { session: GroupLinkSession; confirmation: Confirmation; now: Date; page: string }

/** That somebody said that all is right, or which sections are, in the history of the group. */
export function ConfirmationCard({ session, confirmation, now, page }: CardProps) {
  const { language, movement } = session
  const text = textIn(language, movement).history
  const at = localTime(confirmation.madeAt, movement.timeZone)
  const [day, author] = [showDay(at.day, language), confirmation.by ?? text.authors.referent]
  const titles = confirmation.sections.flatMap((name) => movement.sections.find(name)?.words.title[language] ?? [])
  const isAll = titles.length >= movement.sections.names.length
  return (
    <article class="card flow" id={`confirmation-${confirmation.number}`}>
      <div>
        <h2>{day}</h2>
        <p class="hint">{confirmation.isHeard ? text.byPhone(author) : author}</p>
      </div>
      <p>{isAll ? text.confirmedAll : text.confirmed(titles)}</p>
      {confirmation.undoneAt !== null && (
        <p class="soft">{text.undoneConfirmation(confirmation.undoneBy ?? text.authors.referent)}</p>
      )}
      {isConfirmationUndoable(confirmation, now) && (
        <UndoConfirmation
          session={session}
          number={confirmation.number}
          page={page}
          which={`${day}, ${at.time}, ${author}`}
        />
      )}
    </article>
  )
}

type UndoProps = {
  session: GroupLinkSession
  number: number
  page: string /** Which one, beside others. */
  which?: string
}

/** The button that takes a confirmation back. */
export function UndoConfirmation({ session, number, page, which }: UndoProps) {
  return (
    <form method="post" action={`${session.path}/${session.group.uid}/history/confirmation`}>
      <input type="hidden" name="page" value={page} />
      <button type="submit" class="quiet" name="confirmation" value={String(number)}>
        {textIn(session.language, session.movement).history.undoConfirmation}
        {which && <span class="hidden">, {which}</span>}
      </button>
    </form>
  )
}
