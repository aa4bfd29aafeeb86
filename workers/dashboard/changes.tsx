import movement from '#movement'
import { ask } from '#shared/db/ask.ts'
import { type Change, type ChangeFilter, listChanges } from '#shared/db/changes.ts'
import { listPlaces } from '#shared/db/group-list.ts'
import { addDays, type Day } from '#shared/domain/day.ts'
import { instantOf, localTime } from '#shared/domain/zone.ts'
import { isSectionName } from '#shared/fields/record.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { ChangeFilters } from './change-filters.tsx'
import { dayName } from './dates.ts'
import type { DashboardContext } from './env.ts'
import { respondFrame } from './frame.tsx'
import { authorInWords, ChangeLines } from './revision-item.tsx'

const changesPerPage = 60

/** What the address of the page asks for. */
export type ChangeQuery = {
  section: string
  region: string
  from: Day | ''
  until: Day | ''
  imports: string
  before: string
}

/** What changed in the groups' records lately, day by day. */
export async function showChanges(context: DashboardContext): Promise<Response> {
  const { language } = context.var
  const { DB } = context.env
  const query = readQuery(new URL(context.req.url).searchParams)
  const { changes, places } = await ask(DB, {
    changes: listChanges(DB, filterOf(query), changesPerPage),
    places: listPlaces(DB),
  })
  const text = textIn(language).dashboard.changes
  const last = changes.at(-1)
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <h1>{text.title}</h1>
        <ChangeFilters query={query} language={language} places={places} />
        {changes.length === 0 && <p class="note">{text.none}</p>}
        {byDay(changes).map(([day, ofDay]) => (
          <section aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>{`${dayName(day, language)} ${day.slice(0, 4)}`}</h2>
            <ul class="feed">
              {ofDay.map((change) => (
                <ChangeItem change={change} language={language} />
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

function ChangeItem({ change: { group, revision, names }, language }: { change: Change; language: Language }) {
  return (
    <li>
      <p>
        <a href={`/dashboard/groups/${group.uid}#revision-${revision.number}`}>{group.name}</a>{' '}
        <span class="soft">{authorInWords(revision, language)}</span>
      </p>
      <ChangeLines revision={revision} names={new Map(names)} language={language} />
    </li>
  )
}

function byDay(changes: readonly Change[]): [Day, Change[]][] {
  const days = new Map<Day, Change[]>()
  for (const change of changes) {
    const { day } = localTime(change.revision.madeAt, movement.timeZone)
    days.set(day, [...(days.get(day) ?? []), change])
  }
  return [...days]
}

function readQuery(query: URLSearchParams): ChangeQuery {
  const dayIn = (name: string) => {
    const value = query.get(name) ?? ''
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : ''
  }
  return {
    section: isSectionName(query.get('section') ?? '') ? (query.get('section') ?? '') : '',
    region: (query.get('region') ?? '').slice(0, 100),
    from: dayIn('from'),
    until: dayIn('until'),
    imports: query.get('imports') === 'yes' ? 'yes' : '',
    before: /^\d{1,15}$/.test(query.get('before') ?? '') ? (query.get('before') ?? '') : '',
  }
}

export function changesPath(query: Partial<ChangeQuery>): string {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return given.length === 0 ? '/dashboard/changes' : `/dashboard/changes?${new URLSearchParams(given)}`
}

/** Days are the movement's own, from their first to their last instant. */
function filterOf({ section, region, from, until, imports, before }: ChangeQuery): ChangeFilter {
  const midnight = (day: Day) => instantOf({ day, time: '00:00' }, movement.timeZone)
  return {
    section: isSectionName(section) ? section : '',
    region,
    from: from ? midnight(from) : null,
    until: until ? midnight(addDays(until, 1)) : null,
    before: before ? Number(before) : null,
    withImports: imports === 'yes',
  }
}
