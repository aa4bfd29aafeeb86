import type { Confirmation } from '#shared/db/confirmations.ts'
import type { Revision } from '#shared/db/history.ts'
import { type RowNames, rowNames } from '#shared/domain/change-words.ts'
import { Problem } from '#shared/domain/problem.ts'
import { isUndoable } from '#shared/domain/undo.ts'
import { localTime } from '#shared/domain/zone.ts'
import { ChangeList } from '#shared/html/change-list.tsx'
import { showDay } from '#shared/record/show.ts'
import { authorName } from '#shared/text/author-name.ts'
import { textIn } from '#shared/text/text.ts'
import { ConfirmationCard } from './confirmation-card.tsx'
import type { FormsContext } from './env.ts'
import { Frame } from './frame.tsx'
import { type GroupLinkSession, groupFormToken, openGroup } from './link-session.ts'
import { respondForm } from './respond-form.ts'
import { UndoForm } from './undo-form.tsx'

/** What a page holds; one more tells whether there is an older one. */
export const revisionsShown = 30
/** Changes of one revision that a page of its own holds. */
const changesShown = 40
/** Confirmations that stand among a page's revisions; of more, the latest. */
const confirmationsShown = 100

/** The revisions of one page: the latest, or those before one. */
export function pageOfHistory(before: number): { history: number; before?: number; confirmations: { limit: number } } {
  const isKnown = Number.isSafeInteger(before) && before > 0
  const confirmations = { limit: confirmationsShown }
  return { history: revisionsShown + 1, confirmations, ...(isKnown ? { before } : {}) }
}

/** What was changed in a group's record, by whom; what the group wrote lately can be taken back. */
export async function showHistory(context: FormsContext): Promise<Response> {
  const { undone, before, revision, from } = context.req.query()
  if (revision !== undefined) return showRevision(context, Number(revision), Number(from ?? 0))
  const session = await openGroup(context, pageOfHistory(Number(before)))
  return respondHistory(
    context,
    session,
    undone === undefined ? {} : { notice: undone === 'partly' ? 'partly' : 'done' },
  )
}

/** All that one write changed, page by page, with its texts whole. @throws Problem when there is no such write. */
async function showRevision(context: FormsContext, number: number, from: number): Promise<Response> {
  const isAsked = Number.isSafeInteger(number) && Number.isSafeInteger(from) && from >= 0
  if (!isAsked) throw new Problem('page_unknown')
  const session = await openGroup(context, { revision: { number, from, limit: changesShown } })
  if (!session.group.revision) throw new Problem('page_unknown')
  const page = await groupFormToken(context, session)
  const revision = session.group.revision
  return respondForm(
    <OneRevision session={session} revision={revision} from={from} now={context.var.now} page={page} />,
  )
}

export type HistoryNotice = 'done' | 'partly' | 'nothing' | 'nobody' | 'too_much' | 'again'

export async function respondHistory(
  context: FormsContext,
  session: GroupLinkSession,
  { notice, status = 200 }: { notice?: HistoryNotice; status?: number },
): Promise<Response> {
  const page = await groupFormToken(context, session)
  return respondForm(<History session={session} now={context.var.now} page={page} notice={notice} />, { status })
}

type HistoryProps = { session: GroupLinkSession; now: Date; page: string; notice: HistoryNotice | undefined }

function History({ session, now, page, notice }: HistoryProps) {
  const { group, language, path } = session
  const text = textIn(language, session.movement).history
  const names = namesIn(session)
  const back = `${path}/${group.uid}`
  const shown = group.history.slice(0, revisionsShown)
  return (
    <Frame
      movement={session.movement}
      session={session}
      language={language}
      title={text.title}
      path={`${back}/history`}
    >
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
      {entriesOf(session, shown).map((entry) =>
        'sections' in entry ? (
          <ConfirmationCard session={session} confirmation={entry} now={now} page={page} />
        ) : (
          <RevisionCard session={session} revision={entry} names={names} now={now} page={page} />
        ),
      )}
      <Pages session={session} shown={shown} />
    </Frame>
  )
}

/** What was corrected and what was confirmed, the latest first; what was confirmed before the page's last revision is on the next page. */
function entriesOf({ group }: GroupLinkSession, shown: readonly Revision[]): (Revision | Confirmation)[] {
  const from = group.history.length > shown.length ? shown.at(-1)?.madeAt : undefined
  const confirmations = group.confirmations.filter(({ madeAt }) => from === undefined || madeAt >= from)
  return [...shown, ...confirmations].sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
}

/** The ways to what was corrected before and since. */
function Pages({
  session: { movement, group, path, language },
  shown,
}: {
  session: GroupLinkSession
  shown: readonly Revision[]
}) {
  const text = textIn(language, movement).history
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

type OneProps = { session: GroupLinkSession; revision: Revision; from: number; now: Date; page: string }

function OneRevision({ session, revision, from, now, page }: OneProps) {
  const { group, language, path } = session
  const text = textIn(language, session.movement).history
  const back = `${path}/${group.uid}/history`
  const next = from + changesShown
  return (
    <Frame movement={session.movement} session={session} language={language} title={text.revisionTitle} path={back}>
      <p>
        <a class="plain" href={`${back}?before=${revision.number + 1}#revision-${revision.number}`}>
          {text.see}
        </a>
      </p>
      <div>
        <p class="soft">{group.record.group[0]?.name}</p>
        <h1>{text.revisionTitle}</h1>
      </div>
      <RevisionCard session={session} revision={revision} names={namesIn(session)} now={now} page={page} isWhole />
      {next < revision.written && (
        <p>
          <a class="button quiet" href={revisionAddress(session, revision, next)}>
            {text.furtherChanges}
          </a>
        </p>
      )}
    </Frame>
  )
}

/** What rows are called: as the record has them, and those that it need not have. */
export function namesIn({ movement, group, campaigns }: GroupLinkSession): RowNames {
  return new Map([...group.names, ...rowNames(group.record, campaigns, movement.sections)])
}

/** The page that has all of what a revision changed. */
export function revisionAddress({ path, group }: GroupLinkSession, { number }: Revision, from = 0): string {
  return `${path}/${group.uid}/history?revision=${number}${from > 0 ? `&from=${from}` : ''}`
}

type CardProps = {
  session: GroupLinkSession
  revision: Revision
  names: RowNames
  now: Date
  page: string
  /** On a page of its own. */
  isWhole?: boolean
}

function RevisionCard({ session, revision, names, now, page, isWhole }: CardProps) {
  const { language } = session
  const text = textIn(language, session.movement).history
  const at = localTime(revision.madeAt, session.movement.timeZone)
  const day = showDay(at.day, language)
  const author = authorText(revision, session)
  return (
    <article class="card flow" id={`revision-${revision.number}`}>
      <div>
        <h2>{day}</h2>
        <p class="hint">
          {author}, {at.time}
        </p>
      </div>
      {revision.author === 'import' && revision.number === 1 ? (
        <p>{text.firstImport}</p>
      ) : (
        <ChangeList
          changes={revision.changes}
          names={names}
          sections={session.movement.sections}
          language={language}
          {...(isWhole ? {} : { more: moreOf(session, revision) })}
        />
      )}
      {revision.undoneBy !== null && <p class="soft">{text.undone}</p>}
      {isUndoable(revision, now) && (
        <UndoForm session={session} revision={revision} page={page} which={`${day}, ${at.time}, ${author}`} />
      )}
    </article>
  )
}

/** What a list of a revision's first changes leaves to its own page. */
export function moreOf(session: GroupLinkSession, revision: Revision): { changes: number; href: string } {
  return { changes: revision.written - revision.changes.length, href: revisionAddress(session, revision) }
}

function authorText({ author, by, undoes }: Revision, { movement, language }: GroupLinkSession): string {
  const text = textIn(language, movement).history
  const name = authorName(text, author, by)
  return undoes === null ? name : text.tookBack(name)
}
