import type { Revision } from '#shared/db/history.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupLinkSession } from './link-session.ts'

type UndoProps = {
  session: GroupLinkSession
  revision: Revision
  page: string
  /** Which one, beside others. */
  which?: string
}

/** The button that takes a revision back. */
export function UndoForm({ session, revision, page, which }: UndoProps) {
  return (
    <form method="post" action={`${session.path}/${session.group.uid}/history`}>
      <input type="hidden" name="page" value={page} />
      <button type="submit" class="quiet" name="revision" value={String(revision.number)}>
        {textIn(session.language, session.movement).history.undo}
        {which && <span class="hidden">, {which}</span>}
      </button>
    </form>
  )
}
