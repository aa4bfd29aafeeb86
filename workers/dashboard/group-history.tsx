import { ask } from '#shared/db/ask.ts'
import { type GroupHistory, groupHistory } from '#shared/db/group-history.ts'
import type { Revision } from '#shared/db/history.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DashboardContext } from './env.ts'
import { RevisionItem, wholePath } from './revision-item.tsx'

/** Revisions of a page, and changes of one revision that has a page of its own. */
const revisionsShown = 30
const changesShown = 40

/** What was written to a group's record, page by page; or all that one write changed. */
export async function showGroupHistory(context: DashboardContext): Promise<Response> {
  const { movement, language } = context.var
  const { DB } = context.env
  const uid = context.req.param('uid') ?? ''
  const { before, revision, from } = context.req.query()
  const one = revision === undefined ? null : { number: count(revision), from: count(from), limit: changesShown }
  const asked = {
    howMany: one === null ? revisionsShown + 1 : 0,
    before: count(before) || Number.MAX_SAFE_INTEGER,
    revision: one,
  }
  const { group } = await ask(DB, { group: groupHistory(DB, movement.sections, uid, asked) })
  if (!group) throw new Problem('group_unknown')
  if (one !== null && group.revision === null) throw new Problem('page_unknown')
  const text = textIn(language, movement)
  const shown = group.revision ? [group.revision] : group.history.slice(0, revisionsShown)
  return respondFrame(context, {
    title: `${text.dashboard.group.history} – ${group.name}`,
    children: (
      <>
        <p class="kicker">
          <a href={`/dashboard/groups/${uid}`}>{group.name}</a>
        </p>
        <h1>{group.revision ? text.history.revisionTitle : text.dashboard.group.history}</h1>
        <Revisions uid={uid} shown={shown} group={group} movement={movement} language={language} />
        <Ways uid={uid} shown={shown} group={group} from={one?.from ?? 0} language={language} movement={movement} />
      </>
    ),
  })
}

/** A number that an address holds; 0 where it holds none. */
function count(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0
}

type PartProps = {
  uid: string
  shown: readonly Revision[]
  group: GroupHistory
  language: Language
  movement: OwnWords
}

function Revisions({ uid, shown, group, movement, language }: PartProps & { movement: Movement }) {
  const names = new Map(group.names)
  return (
    <ol class="revisions">
      {shown.map((revision) => (
        <RevisionItem
          group={uid}
          timeZone={movement.timeZone}
          sections={movement.sections}
          revision={revision}
          names={names}
          language={language}
          movement={movement}
          isWhole={group.revision !== null}
        />
      ))}
    </ol>
  )
}

/** The ways to what was written before and since, or to what else one write changed. */
function Ways({ uid, shown, group, from, language, movement }: PartProps & { from: number }) {
  const text = textIn(language, movement).history
  const [first, last] = [shown.at(0), shown.at(-1)]
  const address = `/dashboard/groups/${uid}/history`
  const next = from + changesShown
  return (
    <p class="row">
      {group.revision && next < group.revision.written && (
        <a href={wholePath(uid, group.revision, next)}>{text.furtherChanges}</a>
      )}
      {last && group.history.length > shown.length && <a href={`${address}?before=${last.number}`}>{text.older}</a>}
      {(group.revision !== null || (first?.number ?? 0) < group.number) && <a href={address}>{text.latest}</a>}
    </p>
  )
}
