import type { Revision } from '#shared/db/history.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupVisit } from './visit.ts'

type UndoProps = {
  visit: GroupVisit
  revision: Revision
  page: string
  /** Which one, beside others. */
  which?: string
}

/** The button that takes a revision back. */
export function UndoForm({ visit, revision, page, which }: UndoProps) {
  return (
    <form method="post" action={`${visit.path}/${visit.group.uid}/history`}>
      <input type="hidden" name="page" value={page} />
      <button type="submit" class="quiet" name="revision" value={String(revision.number)}>
        {textIn(visit.language, visit.movement).history.undo}
        {which && <span class="hidden">, {which}</span>}
      </button>
    </form>
  )
}
