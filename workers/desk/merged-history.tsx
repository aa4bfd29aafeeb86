import { ask } from '#shared/db/ask.ts'
import { groupHistory } from '#shared/db/group-history.ts'
import { listGroupMerges } from '#shared/db/group-merges.ts'
import { Problem } from '#shared/domain/problem.ts'
import { ChangeList } from '#shared/html/change-list.tsx'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from './env.ts'
import { whenAndWho } from './group-history.tsx'

const shown = 50

/** What was written in a group before it became part of this one. One trip. */
export async function showMergedHistory(context: DeskContext): Promise<Response> {
  const { reads, movement, language } = context.var
  const [kept, other] = [context.req.param('uid') ?? '', context.req.param('other') ?? '']
  const asked = Number(context.req.query('before'))
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : Number.MAX_SAFE_INTEGER
  const { merges, past } = await ask(reads, {
    merges: listGroupMerges(reads, kept),
    past: groupHistory(reads, movement.sections, other, { howMany: shown, before, revision: null }),
  })
  if (!past || !merges.some((merge) => merge.other.uid === other)) throw new Problem('group_unknown')
  const text = textIn(language, movement)
  const names = new Map(past.names)
  const last = past.history.length === shown ? past.history.at(-1) : undefined
  const path = `/desk/groups/${kept}`
  return respondFrame(context, {
    title: text.merge.group.history(past.name),
    children: (
      <div class="flow narrow">
        <h1>{text.merge.group.history(past.name)}</h1>
        <p>
          <a href={path}>{text.history.back}</a>
        </p>
        <ol class="revisions">
          {past.history.map((revision) => (
            <li>
              <p class="counted">{whenAndWho(context, revision)}</p>
              <ChangeList changes={revision.changes} names={names} sections={movement.sections} language={language} />
            </li>
          ))}
        </ol>
        {last && (
          <p>
            <a class="button quiet" href={`${path}/merged/${other}?before=${last.number}`}>
              {text.history.older}
            </a>
          </p>
        )}
      </div>
    ),
  })
}
