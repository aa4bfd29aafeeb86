import type { GroupOverview } from '#shared/db/find-groups.ts'
import { textIn } from '#shared/text/text.ts'
import { shoresOf } from '../../world/shores.ts'
import type { FeedsContext } from '../env.ts'
import { findPath, visitorLanguage } from '../visitor/reader.ts'

/** In units of the drawing. */
const width = 320
const margin = 12
/** Outlines are drawn no finer. */
const detail = 8
const mostTall = 320

type GroupMapProps = { context: FeedsContext; overview: GroupOverview }

/** Where groups are, drawn by the server: a point a group, or several in one place. It is beside the list, which says the same in words. */
export function GroupMap({ context, overview: { groups, points } }: GroupMapProps) {
  if (points.length < 2) return null
  const text = textIn(visitorLanguage(context), context.var.movement).find
  const { height, place } = projectionOf(points)
  const shores = shorePath(context.var.movement.countries, place)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} stroke-width="8" role="img" aria-label={text.map(groups)}>
      {shores && <path class="land" d={shores} />}
      {apart(points, inside(place, height)).map(({ point, x, y }) => {
        return (
          <a href={findPath(context, `/find/${point.uid}`)} tabindex={-1}>
            <title>{text.point(point.name, point.groups)}</title>
            <path d={`M${x} ${y}h.1`} stroke-width={widthOf(point.groups)} />
          </a>
        )
      })}
    </svg>
  )
}

/** A line as good as none, with round ends, is a point: a third shorter than a circle, a hundred times. Of one group its width is the drawing's. */
const widthOf = (groups: number) => (groups > 1 ? Math.round(Math.min(18, 6 + 2 * Math.sqrt(groups))) : undefined)

/** Units within which two points are drawn as one: a finger cannot tell them apart. */
const cell = 8

type Drawn = { point: GroupOverview['points'][number]; x: number; y: number }

/** Points as they are drawn; what would lie upon another is counted with it. */
function apart(points: GroupOverview['points'], place: (point: MapPoint) => [number, number]): Drawn[] {
  const drawn = new Map<string, Drawn>()
  for (const point of points) {
    const [x, y] = place(point)
    const key = `${Math.round(x / cell)} ${Math.round(y / cell)}`
    const there = drawn.get(key)
    drawn.set(key, {
      point: there ? { ...there.point, groups: there.point.groups + point.groups } : point,
      x: there?.x ?? x,
      y: there?.y ?? y,
    })
  }
  return [...drawn.values()]
}

type MapPoint = { latitude: number; longitude: number }

/** Equirectangular around the middle: right enough for a country. What lies far from the middle half of points (overseas) stands at the edge. */
function projectionOf(points: readonly MapPoint[]) {
  const [south, north] = spanOf(points.map(({ latitude }) => latitude))
  const [west, east] = spanOf(points.map(({ longitude }) => longitude))
  const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const scale = (width - 2 * margin) / Math.max((east - west) * narrow, 0.1)
  const height = Math.round(Math.min(mostTall, Math.max(120, (north - south) * scale + 2 * margin)))
  const shrunk = Math.min(1, (height - 2 * margin) / Math.max((north - south) * scale, 1))
  const place: Place = ({ latitude, longitude }) => [
    (longitude - west) * narrow * scale * shrunk + (width * (1 - shrunk)) / 2 + margin * shrunk,
    (north - latitude) * scale * shrunk + margin,
  ]
  return { height, place }
}

type Place = (point: MapPoint) => [x: number, y: number]

/** What lies outside of the drawing stands at its edge. */
const inside =
  (place: Place, height: number): Place =>
  (point) => {
    const [x, y] = place(point)
    return [within(x, width), within(y, height)]
  }

/** The outlines of some countries, in whole units; '' where we know none. A point that is where the one before it is adds nothing, nor does a speck. */
function shorePath(countries: readonly string[], place: Place): string {
  const rings = countries.flatMap(shoresOf).map((ring) => {
    const steps: string[] = []
    let [fromX, fromY] = [Number.NaN, Number.NaN]
    for (const point of ring) {
      const [x = 0, y = 0] = place(point).map(Math.round)
      if (Number.isNaN(fromX)) steps.push(`M${x} ${y}l`)
      else if (Math.hypot(x - fromX, y - fromY) < detail) continue
      else steps.push(`${steps.length > 1 && x >= fromX ? ' ' : ''}${x - fromX}${y < fromY ? '' : ' '}${y - fromY}`)
      fromX = x
      fromY = y
    }
    return steps.length > 3 ? `${steps.join('')}z` : ''
  })
  return rings.join('')
}

const within = (value: number, size: number) => Math.round(Math.min(size - 4, Math.max(4, value)))

/** Where nearly all lie: the middle half, and as much again on both sides. */
function spanOf(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  const spread = Math.max(at(0.75) - at(0.25), 0.5) * 1.5
  const inside = sorted.filter((value) => value >= at(0.25) - spread && value <= at(0.75) + spread)
  return [inside[0] ?? 0, inside.at(-1) ?? 0]
}
