import movement from '#movement'
import type { Revision } from '#shared/db/history.ts'
import { type RowNames, rowNames } from '#shared/domain/change-words.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/fields/show.ts'
import { ChangeList } from '#shared/html/change-list.tsx'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { Frame } from './frame.tsx'
import { respondForm } from './respond-form.ts'
import { canUndo, UndoForm } from './undo-form.tsx'
import { type GroupVisit, openGroup, stampGroupPage } from './visit.ts'

/** How far back the page goes. */
export const revisionsShown = 60

/** What was changed in a group's record, by whom; what the group wrote lately can be taken back. */
export async function showHistory(context: FormsContext): Promise<Response> {
  const visit = await openGroup(context, { history: revisionsShown })
  const { undone } = context.req.query()
  return respondHistory(context, visit, undone === undefined ? {} : { notice: undone === 'partly' ? 'partly' : 'done' })
}

export type HistoryNotice = 'done' | 'partly' | 'nothing' | 'nobody' | 'again'

export async function respondHistory(
  context: FormsContext,
  visit: GroupVisit,
  { notice, status = 200 }: { notice?: HistoryNotice; status?: number },
): Promise<Response> {
  const page = await stampGroupPage(context, visit)
  return respondForm(<History visit={visit} now={context.var.now} page={page} notice={notice} />, { status })
}

type HistoryProps = { visit: GroupVisit; now: Date; page: string; notice: HistoryNotice | undefined }

function History({ visit, now, page, notice }: HistoryProps) {
  const { group, language, path } = visit
  const text = textIn(language).history
  const names = rowNames(group.record, visit.campaigns)
  const back = `${path}/${group.uid}`
  return (
    <Frame visit={visit} language={language} title={text.title} path={`${back}/history`}>
      <p>
        <a href={back}>{text.back}</a>
      </p>
      {notice && (
        <div class={notice === 'done' ? 'done' : 'note'} role="status" tabindex={-1} autofocus>
          <h2>{text.notices[notice]}</h2>
        </div>
      )}
      <div>
        <p class="soft">{group.record.group[0]?.name}</p>
        <h1>{text.title}</h1>
      </div>
      <p class="lead">{text.lead}</p>
      {group.history.map((revision) => (
        <RevisionCard visit={visit} revision={revision} names={names} now={now} page={page} />
      ))}
    </Frame>
  )
}

type CardProps = { visit: GroupVisit; revision: Revision; names: RowNames; now: Date; page: string }

function RevisionCard({ visit, revision, names, now, page }: CardProps) {
  const { language } = visit
  const text = textIn(language).history
  return (
    <article class="card flow" id={`revision-${revision.number}`}>
      <div>
        <h2>{showDay(localTime(revision.madeAt, movement.timeZone).day, language)}</h2>
        <p class="hint">{authorText(revision, language)}</p>
      </div>
      {revision.author === 'import' && revision.number === 1 ? (
        <p>{text.firstImport}</p>
      ) : (
        <ChangeList changes={revision.changes} names={names} language={language} />
      )}
      {revision.undoneBy !== null && <p class="soft">{text.undone}</p>}
      {canUndo(revision, now) && <UndoForm visit={visit} revision={revision} page={page} />}
    </article>
  )
}

function authorText({ author, by, undoes }: Revision, language: Language): string {
  const text = textIn(language).history
  const name = by ?? text.authors[author]
  return undoes === null ? name : text.tookBack(name)
}
