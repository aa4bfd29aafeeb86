import { ask } from '#shared/db/ask.ts'
import {
  findSpot,
  type GroupOverview,
  listInRegion,
  listNamed,
  listNearest,
  overviewOfGroups,
  type StartingPoint,
} from '#shared/db/find-groups.ts'
import type { PublishedGroup } from '#shared/db/published-groups.ts'
import { byNameIn } from '#shared/domain/departments.ts'
import { kilometresBetween } from '#shared/domain/distance.ts'
import { areaName } from '#shared/text/area-name.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { FeedsContext } from '../env.ts'
import { findPath, visitorLanguage } from '../visitor/reader.ts'
import { respondVisitor } from '../visitor/respond-visitor.tsx'
import { GroupMap } from './group-map.tsx'

const nearestShown = 10
const listed = 100
/** Characters of what is searched for. */
const longest = 100

/** All groups at a glance; with `q` the nearest ones, with `region` those of a region. */
export async function showFind(context: FeedsContext): Promise<Response> {
  const text = textIn(visitorLanguage(context), context.var.movement).find
  const { searchParams } = new URL(context.req.url)
  const query = (searchParams.get('q') ?? '').trim().slice(0, longest)
  const region = searchParams.get('region')
  const found =
    query !== '' ? await search(context, query) : region !== null ? await inRegion(context, areaName(region)) : null
  const overview = found ? null : (await ask(context.env.DB, { overview: overviewOfGroups(context.env.DB) })).overview
  return respondVisitor(context, {
    title: text.title,
    children: (
      <>
        <h1>{text.title}</h1>
        <Search context={context} query={query} />
        {found ? <FoundGroups context={context} {...found} /> : <Everywhere context={context} overview={overview} />}
        {found && context.var.movement.feeds.join === 'public' && (
          <p>
            <a href={findPath(context, '/join')}>
              {textIn(visitorLanguage(context), context.var.movement).join.invite}
            </a>
          </p>
        )}
      </>
    ),
  })
}

type FoundProps = {
  heading: string
  groups: readonly PublishedGroup[]
  from: StartingPoint | null
  isNothing?: boolean
}

/** A town, a postal code, else words of a group's name. */
async function search(context: FeedsContext, query: string): Promise<FoundProps> {
  const { DB } = context.env
  const text = textIn(visitorLanguage(context), context.var.movement).find
  const { spot, named } = await ask(DB, {
    spot: findSpot(DB, context.var.movement.countries, query),
    named: listNamed(DB, query, nearestShown),
  })
  if (spot) {
    const { groups } = await ask(DB, { groups: listNearest(DB, spot, nearestShown) })
    return { heading: text.nearest(spot.name), groups, from: spot }
  }
  return {
    heading: named.length > 0 ? text.named(query) : text.nothing(query),
    groups: named,
    from: null,
    isNothing: named.length === 0,
  }
}

async function inRegion({ env: { DB } }: FeedsContext, region: string): Promise<FoundProps> {
  const name = region.slice(0, longest)
  const { groups } = await ask(DB, { groups: listInRegion(DB, name, listed) })
  return { heading: name, groups, from: null }
}

function Search({ context, query }: { context: FeedsContext; query: string }) {
  const text = textIn(visitorLanguage(context), context.var.movement).find
  const lang = context.req.query('lang')
  return (
    <form class="search" method="get" action="/find">
      <label class="grows">
        {text.search}
        <input class="wide" type="search" name="q" value={query} maxlength={longest} autocomplete="postal-code" />
      </label>
      {lang && <input type="hidden" name="lang" value={lang} />}
      <button type="submit">{text.go}</button>
    </form>
  )
}

const positionOf = ({ latitude, longitude }: PublishedGroup['values']) => ({
  latitude: latitude ?? 0,
  longitude: longitude ?? 0,
})

function FoundGroups({ context, heading, groups, from, isNothing = false }: FoundProps & { context: FeedsContext }) {
  const text = textIn(visitorLanguage(context), context.var.movement).find
  return (
    <>
      <h2>{heading || text.noRegion}</h2>
      {isNothing && <p>{text.nothingNext}</p>}
      {groups.length > 0 && (
        <ul class="groups">
          {groups.map(({ uid, values }) => (
            <li>
              <a href={findPath(context, `/find/${uid}`)}>{values.name}</a>
              <div class="soft">
                {[
                  [values.town, values.postcode].filter(Boolean).join(' '),
                  from && text.kilometres(kilometresBetween(from, positionOf(values))),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      )}
      {groups.length === listed && <p class="soft">{text.more(listed)}</p>}
      <p>
        <a href={findPath(context, '/find')}>{text.back}</a>
      </p>
    </>
  )
}

/** By name; groups without a region come last. */
const inOrder = (regions: GroupOverview['regions'], language: Language) =>
  [...regions].sort((a, b) => Number(a.name === '') - Number(b.name === '') || byNameIn(language)(a.name, b.name))

function Everywhere({ context, overview }: { context: FeedsContext; overview: GroupOverview | null }) {
  const text = textIn(visitorLanguage(context), context.var.movement).find
  if (!overview || overview.groups === 0) return <p>{text.none}</p>
  return (
    <>
      <GroupMap context={context} overview={overview} />
      <h2>{text.all}</h2>
      <ul class="groups">
        {inOrder(overview.regions, visitorLanguage(context)).map(({ name, groups }) => (
          <li>
            <a href={findPath(context, '/find', { region: name })}>{name || text.noRegion}</a>{' '}
            <span>{text.groups(groups)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
