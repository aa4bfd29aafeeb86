import { ask } from '#shared/db/ask.ts'
import { departmentAges, departmentAnswers, departmentCounts, listMapped } from '#shared/db/map.ts'
import { departmentName } from '#shared/domain/departments.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DashboardContext } from './env.ts'
import { Drawing, KeyMark, type MapPoint } from './map/drawing.tsx'
import outlines from './map/outlines.json'
import { type MapQuery, mapPath, readMapQuery } from './map/query.ts'
import { ShadeKeys, shadeScale, shadesOf } from './map/shades.tsx'
import { type Mark, mapModes, markOf, marksOf, pathOfMark } from './map/standing-of.ts'
import { MarkedTable, PlaceTable } from './map/tables.tsx'
import { type Marked, shareIn, shareOf, tally } from './map/tally.ts'

/** More points than these cover each other: departments are shaded instead. */
const pointsShown = 1200

/** The groups where they are, by how old their records are or by whether they answer; zoomed to a place where one is chosen. */
export async function showMap(context: DashboardContext): Promise<Response> {
  const { movement, now, language } = context.var
  const { DB } = context.env
  const query = readMapQuery(new URL(context.req.url).searchParams)
  const { mode, place } = query
  const { groups, counts, shares } = await ask(DB, {
    groups: listMapped(DB, { place, withAnswers: mode === 'answers', limit: pointsShown + 1 }),
    counts: departmentCounts(DB),
    shares: mode === 'answers' ? departmentAnswers(DB) : departmentAges(DB),
  })
  const text = textIn(language).dashboard.map
  const isCrowded = groups.length > pointsShown
  const marked = isCrowded ? [] : groups.map((group) => ({ ...group, mark: markOf(mode, group, now) }))
  const inside = counts.filter(isWithin(place))
  const insideShares = isCrowded ? shares.filter(isWithin(place)) : []
  const overall = shareIn(insideShares)
  const scale = shadeScale(insideShares)
  const says = isCrowded ? text.crowdedSays[mode](overall) : text.says[mode](shareOf(marked))
  const isEmpty = groups.length === 0
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <h1>{titleOf(place, movement.country, language)}</h1>
        <p class="lead">{isEmpty ? text.empty : says}</p>
        <Modes query={query} language={language} />
        {!isEmpty && <p class="counted">{isCrowded ? text.crowded[mode](pointsShown) : text.counted[mode]}</p>}
        <div class="spread">
          <div class="major">
            <Drawing
              points={marked.flatMap(pointOf)}
              departments={place.region || place.department ? inside.map(({ department }) => department) : []}
              shades={shadesOf(insideShares, scale)}
              hasOutlines={movement.country === outlines.country}
            />
          </div>
          <div class="minor">
            {insideShares.length > 0 && <ShadeKeys scale={scale} language={language} />}
            {marked.length > 0 && <Keys marked={marked} query={query} language={language} />}
            {inside.length > 0 && (
              <PlaceTable
                country={movement.country}
                rows={tally(inside, marked, insideShares, place, movement.country)}
                query={query}
                language={language}
              />
            )}
          </div>
        </div>
        {marked.length > 0 && (
          <MarkedTable country={movement.country} marked={marked} mode={mode} language={language} />
        )}
        {movement.country === outlines.country && <p class="counted">{text.credit}</p>}
      </>
    ),
  })
}

function titleOf({ region, department }: MapQuery['place'], country: string, language: Language): string {
  const text = textIn(language).dashboard.map
  if (department === '') return region || text.title
  const name = departmentName(country, department)
  return name === department ? text.department(name) : name
}

function isWithin(place: MapQuery['place']): (count: { region: string; department: string }) => boolean {
  return ({ region, department }) =>
    (place.region === '' || region === place.region) && (place.department === '' || department === place.department)
}

function pointOf({ place, mark, name, town, uid }: Marked): MapPoint[] {
  return place ? [{ place, mark, name, town, uid }] : []
}

function Modes({ query, language }: { query: MapQuery; language: Language }) {
  const text = textIn(language).dashboard.map
  return (
    <nav class="row" aria-label={text.modes}>
      {mapModes.map((mode) => (
        <a href={mapPath({ ...query, mode })} aria-current={mode === query.mode ? 'true' : undefined}>
          {text.mode[mode]}
        </a>
      ))}
    </nav>
  )
}

function Keys({ marked, query, language }: { marked: readonly Marked[]; query: MapQuery; language: Language }) {
  const text = textIn(language).dashboard.map
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{text.keys}</h2>
      <ul class="marks">
        {marksOf[query.mode].map((mark) => (
          <li>
            <KeyMark mark={mark} />
            <span>{text.mark[mark]}</span>
            <MarkCount
              groups={marked.filter((group) => group.mark === mark).length}
              mark={mark}
              query={query}
              language={language}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

type MarkCountProps = { groups: number; mark: Mark; query: MapQuery; language: Language }

function MarkCount({ groups, mark, query, language }: MarkCountProps) {
  const number = groups.toLocaleString(language)
  return groups === 0 ? <b>{number}</b> : <a href={pathOfMark(mark, query)}>{number}</a>
}
