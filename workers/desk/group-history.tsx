import type { Revision } from '#shared/db/history.ts'
import { rowNames } from '#shared/domain/change-words.ts'
import { isUndoable } from '#shared/domain/undo.ts'
import { localTime } from '#shared/domain/zone.ts'
import { ChangeList } from '#shared/html/change-list.tsx'
import { showDay } from '#shared/record/show.ts'
import { authorName } from '#shared/text/author-name.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import type { TeamView } from './team-view.ts'

/** What was written in a group, with the way back where there is one. */
export function TeamHistory({ context, view, token }: { context: DeskContext; view: TeamView; token: string }) {
  const { language, group, movement, campaigns } = view
  const text = textIn(language, movement)
  const names = new Map([...rowNames(group.record, campaigns, movement.sections), ...group.names])
  const path = `/desk/groups/${group.uid}`
  return (
    <section aria-labelledby="history">
      <h2 id="history">{text.dashboard.group.history}</h2>
      <ol class="revisions">
        {group.history.map((revision) => (
          <li>
            <p class="counted">{whenAndWho(context, revision)}</p>
            <ChangeList changes={revision.changes} names={names} sections={movement.sections} language={language} />
            {revision.undoneBy !== null && <p class="soft">{text.history.undone}</p>}
            {isUndoable(revision, context.var.now, 'team') && (
              <DeskForm path={path} token={token}>
                <input type="hidden" name="revision" value={String(revision.number)} />
                <button type="submit" class="plain" name="do" value="undo">
                  {text.history.undo}
                </button>
              </DeskForm>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function whenAndWho(
  { var: { movement, language } }: DeskContext,
  { madeAt, author, by, undoes }: Revision,
): string {
  const text = textIn(language, movement).history
  const name = authorName(text, author, by)
  const { day } = localTime(madeAt, movement.timeZone)
  return `${showDay(day, language)} · ${undoes === null ? name : text.tookBack(name)}`
}
