import { rowNames } from '#shared/domain/change-words.ts'
import type { Notice } from './notice.tsx'
import { ChangeList, UndoForm } from './revision-changes.tsx'
import type { GroupVisit } from './visit.ts'

/** What was just saved, before and after, and the way back. Nothing when somebody else has written since. */
export function Receipt({ visit, notice, page }: { visit: GroupVisit; notice: Notice | null; page: string }) {
  const { group, person, campaigns, language } = visit
  const [last] = group.history
  if (notice?.kind !== 'section' || last?.author !== 'referent' || last.by !== person.name) return null
  return (
    <div class="card flow">
      <ChangeList revision={last} names={rowNames(group.record, campaigns)} language={language} />
      {last.undoneBy === null && <UndoForm visit={visit} revision={last} page={page} />}
    </div>
  )
}
