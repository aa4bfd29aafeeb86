import { ask } from '#shared/db/ask.ts'
import { type ListedChange, listChanges } from '#shared/db/changes.ts'
import { listRegions } from '#shared/db/group-list.ts'
import { changesBeside } from '#shared/db/history.ts'
import type { Day } from '#shared/domain/day.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { ChangeFilters } from './change-filters.tsx'
import { changeFilter, changesPath, isUnfiltered, readChangeQuery } from './change-query.ts'
import { dayName } from './dates.ts'
import type { DashboardContext } from './env.ts'
import { feedPath } from './feed.ts'
import { authorInWords, ChangeLines, revisionPath } from './revision-item.tsx'

const changesPerPage = 40

/** What changed in the groups' records lately, day by day. */
export async function showChanges(context: DashboardContext): Promise<Response> {
  const { movement, language } = context.var
  const { DB } = context.env
  const query = readChangeQuery(new URL(context.req.url).searchParams, movement.sections)
  const { changes, places } = await ask(DB, {
    changes: listChanges(DB, movement.sections, changeFilter(query, movement), {
      limit: changesPerPage,
      beside: changesBeside,
    }),
    places: listRegions(DB),
  })
  const text = textIn(language, movement).dashboard.changes
  const last = changes.at(-1)
  const feed = await feedPath(context, query)
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <h1>{text.title}</h1>
        <ChangeFilters sections={movement.sections} query={query} language={language} places={places} />
        <p class="counted">
          <a href={feed}>{text.feed}</a>. {text.feedNote}
        </p>
        {changes.length === 0 && <p class="note">{isUnfiltered(query) ? text.nothing : text.none}</p>}
        {byDay(changes, movement.timeZone).map(([day, ofDay]) => (
          <section aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>{`${dayName(day, language)} ${day.slice(0, 4)}`}</h2>
            <ul class="feed">
              {inDigestWindows(ofDay, language, movement).map((changes) => (
                <DigestWindow
                  timeZone={movement.timeZone}
                  changes={changes}
                  sections={movement.sections}
                  language={language}
                  movement={movement}
                />
              ))}
            </ul>
          </section>
        ))}
        {last && changes.length === changesPerPage && (
          <p>
            <a rel="next" href={changesPath({ ...query, before: String(last.id) })}>
              {text.older}
            </a>
          </p>
        )}
      </>
    ),
  })
}

type DigestWindowProps = {
  timeZone: string
  changes: readonly [ListedChange, ...ListedChange[]]
  sections: Sections
  language: Language
  movement: OwnWords
}

/** What somebody corrected in a group, section after section. */
function DigestWindow({ timeZone, changes, sections, language, movement }: DigestWindowProps) {
  const [{ group, revision }] = changes
  return (
    <li>
      <p>
        <a href={revisionPath(group.uid, revision)}>{group.name}</a>{' '}
        <span class="soft">
          {authorInWords(revision, language, movement)} · {localTime(revision.madeAt, timeZone).time}
        </span>
      </p>
      {changes.map((change) => (
        <ChangeLines
          group={group.uid}
          revision={change.revision}
          names={new Map(change.names)}
          sections={sections}
          language={language}
          movement={movement}
        />
      ))}
    </li>
  )
}

/** Changes that follow each other, of one group and by one person, are read as one. */
function inDigestWindows(
  changes: readonly ListedChange[],
  language: Language,
  movement: OwnWords,
): [ListedChange, ...ListedChange[]][] {
  const authorOf = ({ revision }: ListedChange) => `${revision.byUid} ${authorInWords(revision, language, movement)}`
  const sittings: [ListedChange, ...ListedChange[]][] = []
  for (const change of changes) {
    const last = sittings.at(-1)
    const isSame = last?.[0].group.uid === change.group.uid && authorOf(last[0]) === authorOf(change)
    if (last && isSame) last.push(change)
    else sittings.push([change])
  }
  return sittings
}

function byDay(changes: readonly ListedChange[], timeZone: string): [Day, ListedChange[]][] {
  const days = new Map<Day, ListedChange[]>()
  for (const change of changes) {
    const { day } = localTime(change.revision.madeAt, timeZone)
    days.set(day, [...(days.get(day) ?? []), change])
  }
  return [...days]
}
