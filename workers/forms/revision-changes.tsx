import type { Revision } from '#shared/db/history.ts'
import { changeInWords, type RowNames } from '#shared/domain/change-words.ts'
import { undoWindow } from '#shared/domain/undo.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupVisit } from './visit.ts'

/** What a revision changed, before and after. */
export function ChangeList({ revision, names, language }: { revision: Revision; names: RowNames; language: Language }) {
  const text = textIn(language).history
  return (
    <ul class="known">
      {revision.changes.map((change) => {
        const { what, before, after } = changeInWords(change, names, language)
        return (
          <li>
            <span class="soft">{what}</span>{' '}
            {before !== null && (
              <del>
                <span class="hidden">{text.before} </span>
                {before}
              </del>
            )}
            {before !== null && after !== null && <span aria-hidden="true"> → </span>}
            {after !== null && (
              <ins>
                <span class="hidden">{text.after} </span>
                {after}
              </ins>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The button that takes a revision back. */
export function UndoForm({ visit, revision, page }: { visit: GroupVisit; revision: Revision; page: string }) {
  return (
    <form method="post" action={`${visit.path}/${visit.group.uid}/history`}>
      <input type="hidden" name="page" value={page} />
      <button type="submit" class="quiet" name="revision" value={String(revision.number)}>
        {textIn(visit.language).history.undo}
      </button>
    </form>
  )
}

/** What a referent wrote, within the window, once. An import is the team's to correct. */
export function canUndo({ author, madeAt, undoneBy, changes }: Revision, now: Date): boolean {
  return (
    author === 'referent' && undoneBy === null && changes.length > 0 && now.getTime() - madeAt.getTime() < undoWindow
  )
}
