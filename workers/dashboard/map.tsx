import type { Area } from '#shared/db/area.ts'
import { ask } from '#shared/db/ask.ts'
import { departmentAges, departmentAnswers, departmentCounts, departmentCountsIn, listMapped } from '#shared/db/map.ts'
import { departmentName } from '#shared/domain/departments.ts'
import { type Movement, movementIn } from '#shared/movement.ts'
import { countryName } from '#shared/record/country-formats.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { type Figure, TakeAlong } from './chart/figure.tsx'
import type { DashboardContext } from './env.ts'
import { type Colouring, colouringOf, type MarkKey } from './map/colouring.ts'
import { Drawing, KeyMark, type MapKey, type MapPoint, type MapProps } from './map/drawing.tsx'
import { type Mark, ourModes } from './map/mark-of.ts'
import { areaOf, outlineOf } from './map/outline.ts'
import { colouringQuestions } from './map/own-marks.ts'
import { type MapMode, type MapQuery, mapPath, modeOf, questionIn, readMapQuery, searchOf } from './map/query.ts'
import { ShadeKeys, shadeKeys, shadeScale, shadesOf } from './map/shades.tsx'
import { groupNumbers, MarkedTable, PlaceTable, placeNumbers } from './map/tables.tsx'
import { type Marked, shareIn, shareOf, tally } from './map/tally.ts'
import { takeFigure, takePaths } from './take-figure.ts'

/** More points than these cover each other: departments are shaded instead. */
const pointsShown = 1200

type Asked = Awaited<ReturnType<typeof readMap>>

/** The groups where they are, by how old their records are or by whether they answer; zoomed to a place where one is chosen. */
export async function showMap(context: DashboardContext): Promise<Response> {
  const asked = await readMap(context)
  const { movement, language, query, colouring, marked, inside, insideShares, scale, isCrowded, isEmpty } = asked
  const text = textIn(language, movement).dashboard.map
  const figure = mapFigure(asked)
  const outline = outlineOf(query.country || movement.country)
  const take = takePaths('/dashboard/map', searchOf(query))
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <h1>{figure.title}</h1>
        <p class="lead">{figure.says}</p>
        <Countries query={query} language={language} movement={movement} />
        <Modes query={query} language={language} movement={movement} />
        {!isEmpty && <p class="counted">{isCrowded ? colouring.crowded(pointsShown) : colouring.counted}</p>}
        <div class="spread">
          <div class="major" id="map">
            <Drawing {...drawnMap(asked)} />
            {!isEmpty && <TakeAlong take={take(figure)} title={figure.title} language={language} movement={movement} />}
          </div>
          <div class="minor">
            {insideShares.length > 0 && <ShadeKeys scale={scale} language={language} movement={movement} />}
            {marked.length > 0 && (
              <Keys movement={movement} marked={marked} colouring={colouring} language={language} />
            )}
            {inside.length > 0 && (
              <PlaceTable
                movement={movement}
                rows={asked.rows}
                query={query}
                colouring={colouring}
                language={language}
              />
            )}
          </div>
        </div>
        {marked.length > 0 && (
          <MarkedTable
            movement={movement}
            marked={marked}
            colouring={colouring}
            sheet={take(groupsFigure(asked))}
            language={language}
          />
        )}
        {outline && <p class="counted">{text.credits[outline.source]}</p>}
      </>
    ),
  })
}

/** The map as a picture, its places as a table, or its groups as one. */
export async function takeMapFigure(context: DashboardContext): Promise<Response> {
  const asked = await readMap(context)
  return takeFigure(context, [mapFigure(asked), groupsFigure(asked)])
}

/** One trip. */
async function readMap(context: DashboardContext) {
  const { movement, now, language } = context.var
  const { DB } = context.env
  const query = readMapQuery(new URL(context.req.url).searchParams, movement)
  const { mode, place } = query
  const code = query.country || movement.country
  const country = movement.countries.length > 1 ? { code, isFirst: query.country === '' } : null
  const {
    groups,
    counts,
    shares = [],
  } = await ask(DB, {
    groups: listMapped(DB, {
      place,
      country,
      withAnswers: mode === 'answers',
      question: questionIn(mode),
      limit: pointsShown + 1,
    }),
    counts: country ? departmentCountsIn(DB, country) : departmentCounts(DB),
    ...(mode === 'answers' ? { shares: departmentAnswers(DB) } : {}),
    ...(mode === 'freshness' ? { shares: departmentAges(DB) } : {}),
  })
  const isCrowded = groups.length > pointsShown
  const shown = isCrowded ? [] : groups
  const colouring = colouringOf({ movement, language, query, groups: shown, now })
  const marked = shown.map((group) => ({ ...group, mark: colouring.markOf(group), said: colouring.said(group) }))
  const inside = counts.filter(isWithin(place))
  const isHere = ({ region, department }: Area) =>
    inside.some((one) => one.region === region && one.department === department)
  const insideShares = isCrowded ? shares.filter(country ? isHere : isWithin(place)) : []
  return {
    movement: movementIn(movement, code),
    language,
    query,
    colouring,
    marked,
    inside,
    insideShares,
    scale: shadeScale(insideShares),
    rows: tally(inside, marked, insideShares, place, movement.countries, language),
    isCrowded,
    isEmpty: groups.length === 0,
  }
}

function drawnMap({ movement, query, marked, inside, insideShares, scale }: Asked): MapProps {
  const outline = outlineOf(query.country || movement.country)
  const { place } = query
  return {
    points: marked.flatMap(pointOf),
    areas: outline && (place.region || place.department) ? inside.map((one) => areaOf(outline, one)) : [],
    shades: outline ? shadesOf(insideShares, scale, (one) => areaOf(outline, one)) : new Map(),
    outline,
  }
}

/** What is taken along of it: the drawing, and its places in figures. */
function mapFigure(asked: Asked): Figure {
  const { movement, language, query, colouring, marked, insideShares, isCrowded, isEmpty } = asked
  const { place } = query
  const outline = outlineOf(query.country || movement.country)
  const text = textIn(language, movement).dashboard.map
  const share = shareOf(marked)
  const known = share === null ? text.crowdedSays.answers(null) : colouring.says(share)
  const says = isCrowded ? colouring.crowdedSays(shareIn(insideShares)) : known
  const counted = isCrowded ? colouring.crowded(pointsShown) : colouring.counted
  return {
    id: 'map',
    title: titleOf(place, movement, language),
    says: isEmpty ? text.empty : says,
    counted: outline ? `${counted} ${text.credits[outline.source]}` : counted,
    numbers: placeNumbers({ movement, rows: asked.rows, query, colouring, language }),
    drawn: isEmpty ? null : { kind: 'map', map: drawnMap(asked), keys: keysOf(asked) },
  }
}

function keysOf({ movement, language, colouring, marked, insideShares, scale }: Asked): MapKey[] {
  if (insideShares.length > 0)
    return shadeKeys(scale, language, movement).map(({ shade, label }) => ({ mark: { shade }, label, value: '' }))
  if (marked.length === 0) return []
  return colouring.keys.map(({ mark, label }) => ({
    mark: { spot: mark },
    label,
    value: countOf(mark, marked).toLocaleString(language),
  }))
}

function groupsFigure({ movement, language, colouring, marked }: Asked): Figure {
  const text = textIn(language, movement).dashboard.map
  const numbers = groupNumbers({ movement, marked, colouring, language })
  return { id: 'groups', title: text.list, says: '', counted: '', numbers, drawn: null }
}

function titleOf({ region, department }: MapQuery['place'], movement: Asked['movement'], language: Language): string {
  const text = textIn(language, movement).dashboard.map
  if (department === '') return region || text.title
  const name = departmentName(movement.countries, department)
  return name === department ? text.department(name) : name
}

function isWithin(place: MapQuery['place']): (count: { region: string; department: string }) => boolean {
  return ({ region, department }) =>
    (place.region === '' || region === place.region) && (place.department === '' || department === place.department)
}

function pointOf({ place, mark, name, town, uid }: Marked): MapPoint[] {
  return place ? [{ place, mark, name, town, uid }] : []
}

/** In a movement of several countries, each has its map. */
function Countries({ query, language, movement }: { query: MapQuery; language: Language; movement: Movement }) {
  const { countries } = movement
  if (countries.length < 2) return null
  return (
    <nav class="row" aria-label={textIn(language, movement).dashboard.map.countries}>
      {countries.map((code, at) => (
        <a
          href={mapPath({ ...query, country: at === 0 ? '' : code, place: { region: '', department: '' } })}
          aria-current={code === (query.country || movement.country) ? 'true' : undefined}
        >
          {countryName(code, language)}
        </a>
      ))}
    </nav>
  )
}

type ModesProps = { query: MapQuery; language: Language; movement: Asked['movement'] }

/** So many questions stand beside ours; more are folded. */
const questionsSeen = 3

function Modes({ query, language, movement }: ModesProps) {
  const text = textIn(language, movement).dashboard.map
  const ours = ourModes.map((mode) => ({ mode, name: text.mode[mode] }))
  const own = colouringQuestions(movement.sections.ours.group.fields).map(({ key, field }) => ({
    mode: modeOf(key),
    name: field.label[language],
  }))
  const isFolded = own.length > questionsSeen
  return (
    <nav class="flow" aria-label={text.modes}>
      <ModeLinks modes={isFolded ? ours : [...ours, ...own]} query={query} />
      {isFolded && (
        <details open={questionIn(query.mode) !== null}>
          <summary>{text.own.questions}</summary>
          <ModeLinks modes={own} query={query} />
        </details>
      )}
    </nav>
  )
}

function ModeLinks({ modes, query }: { modes: readonly { mode: MapMode; name: string }[]; query: MapQuery }) {
  return (
    <p class="row">
      {modes.map(({ mode, name }) => (
        <a href={mapPath({ ...query, mode })} aria-current={mode === query.mode ? 'true' : undefined}>
          {name}
        </a>
      ))}
    </p>
  )
}

type KeysProps = { movement: Asked['movement']; marked: readonly Marked[]; colouring: Colouring; language: Language }

function Keys({ movement, marked, colouring, language }: KeysProps) {
  const text = textIn(language, movement).dashboard.map
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{text.keys}</h2>
      <ul class="marks">
        {colouring.keys.map(({ mark, label, path }) => (
          <li>
            <KeyMark mark={mark} />
            <span>{label}</span>
            <MarkCount groups={countOf(mark, marked)} path={path} language={language} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function countOf(mark: Mark, marked: readonly Marked[]): number {
  return marked.filter((group) => group.mark === mark).length
}

type MarkCountProps = { groups: number; path: MarkKey['path']; language: Language }

function MarkCount({ groups, path, language }: MarkCountProps) {
  const number = groups.toLocaleString(language)
  return groups === 0 || path === null ? <b>{number}</b> : <a href={path}>{number}</a>
}
