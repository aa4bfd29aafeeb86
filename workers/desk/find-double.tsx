import { ask } from '#shared/db/ask.ts'
import { findNamedGroups } from '#shared/db/find-people.ts'
import { type GroupAlike, listGroupsAlike } from '#shared/db/groups-alike.ts'
import { linkSessionQuestion } from '#shared/db/link-sessions.ts'
import { rarestOf, termSizes } from '#shared/db/terms.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type SearchTerm, searchTerms } from '#shared/domain/search.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from './env.ts'

const shown = 20
/** Characters of a name that is looked for. */
const longest = 100

/** The groups that may be this one registered twice, or any other that somebody looks for. Two trips at most. */
export async function findDouble(context: DeskContext): Promise<Response> {
  const { reads, movement, language, now } = context.var
  const uid = context.req.param('uid') ?? ''
  const text = (context.req.query('text') ?? '').slice(0, longest)
  const terms = searchTerms(text)
  const { session, alike, sizes } = await ask(reads, {
    session: linkSessionQuestion(reads, movement.sections, { hash: null, group: uid }, now),
    alike: listGroupsAlike(reads, uid, shown),
    sizes: termSizes(reads, terms),
  })
  if (!session?.group) throw new Problem('group_unknown')
  const named = await findOthers(context, uid, terms, sizes)
  const name = session.group.record.group[0]?.name ?? ''
  const { group: words } = textIn(language, movement).merge
  return respondFrame(context, {
    title: words.findTitle(name),
    children: (
      <div class="flow narrow">
        <p>
          <a class="plain" href={`/desk/groups/${uid}`}>
            {name}
          </a>
        </p>
        <h1>{words.findTitle(name)}</h1>
        <p class="lead">{words.findLead}</p>
        <section aria-labelledby="likely">
          <h2 id="likely">{words.likely}</h2>
          {alike.length === 0 && <p class="soft">{words.noneLikely}</p>}
          <DoubleList kept={session.group.uid} groups={alike} language={language} movement={movement} />
        </section>
        <section aria-labelledby="search">
          <h2 id="search">{words.search}</h2>
          <form class="row finder">
            <div class="field">
              <label for="text">{words.searchLabel}</label>
              <input type="search" id="text" name="text" value={text} autocomplete="off" />
            </div>
            <button type="submit" class="quiet">
              {words.searchButton}
            </button>
          </form>
          {text !== '' && named.length === 0 && <p role="status">{words.noneFound}</p>}
          <DoubleList kept={session.group.uid} groups={named} language={language} movement={movement} />
        </section>
      </div>
    ),
  })
}

/** Groups beside this one (uid) that have all these words, of which so many groups or people have each. One trip; none where nothing is looked for. */
export async function findOthers(
  { var: { reads } }: DeskContext,
  besides: string,
  terms: readonly SearchTerm[],
  sizes: readonly number[],
): Promise<GroupAlike[]> {
  if (terms.length === 0) return []
  const { groups } = await ask(reads, { groups: findNamedGroups(reads, terms, rarestOf(sizes), shown + 1) })
  return groups
    .filter(({ uid }) => uid !== besides)
    .slice(0, shown)
    .map((group) => ({ ...group, like: null }))
}

type DoubleListProps = { kept: string; groups: readonly GroupAlike[]; language: Language; movement: OwnWords }

/** Groups to be compared with one. */
export function DoubleList({ kept, groups, language, movement }: DoubleListProps) {
  if (groups.length === 0) return null
  const { like: words } = textIn(language, movement).merge.group
  return (
    <ul class="people">
      {groups.map(({ uid, name, town, like }) => (
        <li>
          <a class="found" href={`/desk/groups/${kept}/merge/${uid}`}>
            {name}
          </a>
          <span class="line soft">{[town, like && words[like]].filter((part) => part).join(', ')}</span>
        </li>
      ))}
    </ul>
  )
}
