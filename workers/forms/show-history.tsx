import type { Revision } from '#shared/db/history.ts'
import { type RowNames, rowNames } from '#shared/domain/change-words.ts'
import { isUndoable } from '#shared/domain/undo.ts'
import { localTime } from '#shared/domain/zone.ts'
import { ChangeList } from '#shared/html/change-list.tsx'
import { showDay } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { Frame } from './frame.tsx'
import { respondForm } from './respond-form.ts'
import { UndoForm } from './undo-form.tsx'
import { type GroupVisit, openGroup, stampGroupPage } from './visit.ts'

/** What a page holds; one more tells whether there is an older one. */
export const revisionsShown = 30

/** The revisions of one page: the latest, or those before one. */
export function pageOfHistory(before: number): { history: number; before?: number } {
  const isKnown = Number.isSafeInteger(before) && before > 0
  return { history: revisionsShown + 1, ...(isKnown ? { before } : {}) }
}

/** What was changed in a group's record, by whom; what the group wrote lately can be taken back. */
export async function showHistory(context: FormsContext): Promise<Response> {
  const { undone, before } = context.req.query()
  const visit = await openGroup(context, pageOfHistory(Number(before)))
  return respondHistory(context, visit, undone === undefined ? {} : { notice: undone === 'partly' ? 'partly' : 'done' })
}

export type HistoryNotice = 'done' | 'partly' | 'nothing' | 'nobody' | 'too_much' | 'again'

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
  const shown = group.history.slice(0, revisionsShown)
  return (
    <Frame movement={visit.movement} visit={visit} language={language} title={text.title} path={`${back}/history`}>
      <p>
        <a class="plain" href={back}>
          {text.back}
        </a>
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
      {shown.map((revision) => (
        <RevisionCard visit={visit} revision={revision} names={names} now={now} page={page} />
      ))}
      <Pages visit={visit} shown={shown} />
    </Frame>
  )
}

/** The ways to what was corrected before and since. */
function Pages({ visit: { group, path, language }, shown }: { visit: GroupVisit; shown: readonly Revision[] }) {
  const text = textIn(language).history
  const address = `${path}/${group.uid}/history`
  const [first, last] = [shown.at(0), shown.at(-1)]
  const hasOlder = last && group.history.length > shown.length
  const hasLater = (first?.number ?? 0) < group.number
  if (!hasOlder && !hasLater) return null
  return (
    <p class="row">
      {hasOlder && (
        <a class="button quiet" href={`${address}?before=${last.number}`}>
          {text.older}
        </a>
      )}
      {hasLater && (
        <a class="button quiet" href={address}>
          {text.latest}
        </a>
      )}
    </p>
  )
}

type CardProps = { visit: GroupVisit; revision: Revision; names: RowNames; now: Date; page: string }

function RevisionCard({ visit, revision, names, now, page }: CardProps) {
  const { language } = visit
  const text = textIn(language).history
  const at = localTime(revision.madeAt, visit.movement.timeZone)
  const day = showDay(at.day, language)
  const author = authorText(revision, language)
  return (
    <article class="card flow" id={`revision-${revision.number}`}>
      <div>
        <h2>{day}</h2>
        <p class="hint">{author}</p>
      </div>
      {revision.author === 'import' && revision.number === 1 ? (
        <p>{text.firstImport}</p>
      ) : (
        <ChangeList changes={revision.changes} names={names} sections={visit.movement.sections} language={language} />
      )}
      {revision.undoneBy !== null && <p class="soft">{text.undone}</p>}
      {isUndoable(revision, now) && (
        <UndoForm visit={visit} revision={revision} page={page} which={`${day}, ${at.time}, ${author}`} />
      )}
    </article>
  )
}

function authorText({ author, by, undoes }: Revision, language: Language): string {
  const text = textIn(language).history
  const name = by ?? text.authors[author]
  return undoes === null ? name : text.tookBack(name)
}
