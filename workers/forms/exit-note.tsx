import { mayReturn } from '#shared/actions/return-to-group.ts'
import type { Exit } from '#shared/db/exits.ts'
import { undoWindow } from '#shared/domain/undo.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import type { OpenLinkSession } from './link-session.ts'

/** How somebody came to be no longer a referent of a group: they left, it never was theirs, or somebody took them off. */
export function exitWords(exit: Exit, { language, movement }: OpenLinkSession): { title: string; body: string } {
  const { left, mistake, removed } = textIn(language, movement).membership.exit
  const day = showDay(localTime(exit.at, movement.timeZone).day, language)
  if (!exit.isOwn) return { title: removed.title(exit.name), body: removed.body(exit.by, day) }
  if (exit.isMistake) return { title: mistake.title(exit.name), body: mistake.body(day) }
  return { title: left.title(exit.name), body: `${left.body(day)} ${left.thanks}` }
}

/** The last whole day on which they may come back. */
function lastDayOf(exit: Exit, { language, movement }: OpenLinkSession): string {
  const last = new Date(exit.at.getTime() + undoWindow - 86_400_000)
  return showDay(localTime(last, movement.timeZone).day, language)
}

type NoteProps = { session: OpenLinkSession; exit: Exit; now: Date; page: string | undefined }

/** What happened, and what can be done about it: come back, or report a mistake. */
export function ExitNote({ session, exit, now, page }: NoteProps) {
  const { language, path } = session
  const { membership, word } = textIn(language, session.movement)
  return (
    <>
      <p class="lead">{exitWords(exit, session).body}</p>
      {page !== undefined && mayReturn(exit, now) && (
        <form method="post" action={`${path}/${exit.uid}/return`} class="flow">
          <input type="hidden" name="page" value={page} />
          <p class="hint">{membership.mayReturnUntil(lastDayOf(exit, session))}</p>
          <button type="submit" class="quiet" name="revision" value={String(exit.revision)}>
            {membership.comeBack}
            <span class="hidden">, {exit.name}</span>
          </button>
        </form>
      )}
      {!exit.isOwn && (
        <p>
          <a class="button quiet" href={`${path}/word?group=${exit.uid}`}>
            {word.mistake}
          </a>
        </p>
      )}
    </>
  )
}
