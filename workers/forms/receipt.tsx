import { ChangeList } from '#shared/html/change-list.tsx'
import { UndoConfirmation } from './confirmation-card.tsx'
import type { Notice } from './notice.tsx'
import { moreOf, namesIn } from './show-history.tsx'
import { UndoForm } from './undo-form.tsx'
import type { GroupVisit } from './visit.ts'

/** What was just saved, before and after, and the way back. Nothing when somebody else has written since. */
export function Receipt({ visit, notice, page }: { visit: GroupVisit; notice: Notice | null; page: string }) {
  const { group, person, language } = visit
  if (notice?.confirmed) return <Confirmed visit={visit} page={page} />
  const [last] = group.history
  if (notice?.kind !== 'section' || last?.author !== 'referent' || last.byUid !== person.uid) return null
  return (
    <div class="card flow">
      <ChangeList
        changes={last.changes}
        names={namesIn(visit)}
        sections={visit.movement.sections}
        language={language}
        more={moreOf(visit, last)}
      />
      {last.undoneBy === null && <UndoForm visit={visit} revision={last} page={page} />}
    </div>
  )
}

/** The way back from a confirmation that was just made. */
function Confirmed({ visit, page }: { visit: GroupVisit; page: string }) {
  const [last] = visit.group.confirmations
  if (last?.byUid !== visit.person.uid || last.undoneAt !== null) return null
  return <UndoConfirmation visit={visit} id={last.id} page={page} />
}
