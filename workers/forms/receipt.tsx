import { ChangeList } from '#shared/html/change-list.tsx'
import type { Notice } from './notice.tsx'
import { moreOf, namesIn } from './show-history.tsx'
import { UndoForm } from './undo-form.tsx'
import type { GroupVisit } from './visit.ts'

/** What was just saved, before and after, and the way back. Nothing when somebody else has written since. */
export function Receipt({ visit, notice, page }: { visit: GroupVisit; notice: Notice | null; page: string }) {
  const { group, person, language } = visit
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
