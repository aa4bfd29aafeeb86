import type { Child } from '#shared/html/jsx-runtime.ts'
import { pathPoints } from '../../world/path-points.ts'
import type { Mark } from './mark-of.ts'
import { namesBeside } from './names.ts'
import type { Outline } from './outline.ts'
import { type Box, boxAround, type Spot, spotOn } from './projection.ts'

export type MapPoint = {
  place: { latitude: number; longitude: number }
  mark: Mark
  name: string
  town: string | null
  uid: string
}

export type MapProps = {
  points: readonly MapPoint[]
  /** The areas to zoom to; none shows all. */
  areas: readonly string[]
  /** Of each area, the shade of its fill, where points would be too many. */
  shades: ReadonlyMap<string, string>
  /** Null where nobody has drawn the country: the points stand alone. */
  outline: Outline | null
}

/** What a mark or a shade of the map stands for. */
export type MapKey = { mark: { spot: Mark } | { shade: string }; label: string; value: string }

/** Where there is no drawing: the world. */
const anywhere: Pick<Outline, 'width' | 'height' | 'mercator'> = {
  width: 613,
  height: 613,
  mercator: { scale: 97.5, x: 306.5, y: 306.5 },
}
/** A point is a hundredth of the drawing wide, on either side; less where there are many. */
const pointShare = 0.0095
const manyPoints = 200
/** So few points that each may bear its town's name. */
const fewPoints = 40

/**
 * The outlines of the departments, with the groups as points on them, each leading to its group. Who does not see it, or has no
 * mouse, has the same in the tables of the page: the drawing says nothing else.
 */
export function Drawing(map: MapProps) {
  const { box, size } = measured(map)
  return (
    <svg class="map" aria-hidden="true" viewBox={viewBoxOf(box)}>
      <Layers {...map} box={box} size={size} isLinked />
    </svg>
  )
}

type Placed = { map: MapProps; place: Box }

/** The same in a picture that stands alone: nothing in it leads anywhere. */
export function MapAt({ map, place }: Placed) {
  const { box, size } = measured(map)
  return (
    <svg {...place} viewBox={viewBoxOf(box)} preserveAspectRatio="xMinYMin" aria-hidden="true">
      <Layers {...map} box={box} size={size} isLinked={false} />
    </svg>
  )
}

/** What of the plane is shown, and how large a point is in it. */
function measured({ points, areas, outline }: MapProps): { box: Box; size: number } {
  const drawn = outline ?? anywhere
  const spots = points.map(({ place }) => spotOn(drawn)(place))
  const hasAreas = outline !== null && outline.level !== 'country' && areas.length > 0
  const framed = hasAreas ? areasShown(outline, areas).flatMap(({ path }) => pathPoints(path)) : []
  const isClose = !outline || (areas.length > 0 && framed.length === 0)
  // With room for the points at the coasts
  const whole: Box = { x: -8, y: -8, width: drawn.width + 16, height: drawn.height + 16 }
  const box = boxAround(isClose ? spots : framed, isClose ? Math.max(8, spread(spots) / 10) : 8) ?? whole
  const size = Math.max(box.width, box.height) * pointShare * Math.min(1, Math.sqrt(manyPoints / points.length))
  return { box, size }
}

function spread(spots: readonly Spot[]): number {
  const box = boxAround(spots, 0)
  return box ? Math.max(box.width, box.height) : 0
}

/** All of them where none is named, or where a drawing has no parts. */
function areasShown({ areas: drawn, level }: Outline, areas: readonly string[]) {
  return drawn.filter(({ code }) => areas.length === 0 || level === 'country' || areas.includes(code))
}

function viewBoxOf({ x, y, width, height }: Box): string {
  return [x, y, width, height].map(round).join(' ')
}

type LayersProps = MapProps & { box: Box; size: number; isLinked: boolean }

function Layers({ points, areas, shades, outline, box, size, isLinked }: LayersProps) {
  const spotOf = spotOn(outline ?? anywhere)
  return (
    <>
      {outline && <Land areas={areasShown(outline, areas)} shades={shades} />}
      <Points points={points} spotOf={spotOf} size={size} isLinked={isLinked} name="m" />
      {points.length <= fewPoints && <Names points={points} spotOf={spotOf} box={box} size={size} />}
      {outline && areas.length === 0 && (
        <Inset points={points} outline={outline} shades={shades} size={size} isLinked={isLinked} />
      )}
    </>
  )
}

type LandProps = { areas: Outline['areas']; shades: MapProps['shades'] }

function Land({ areas, shades }: LandProps) {
  return (
    <>
      {areas.map(({ code, path }) => (
        <path class={`land ${shades.get(code) ?? ''}`} d={path} vector-effect="non-scaling-stroke" />
      ))}
    </>
  )
}

type SpotOf = ReturnType<typeof spotOn>
/** `name` tells shapes of one drawing from those of another on the page. */
type PointsProps = { points: readonly MapPoint[]; spotOf: SpotOf; size: number; isLinked: boolean; name: string }

function Points(props: PointsProps) {
  return props.isLinked && props.points.length > manyPoints ? <ManyPoints {...props} /> : <EachPoint {...props} />
}

function EachPoint({ points, spotOf, size, isLinked }: PointsProps) {
  return (
    <>
      {points.map(({ mark, name, uid, place }) => {
        const point = (
          <Point spot={spotOf(place)} mark={mark} size={size}>
            <title>{name}</title>
          </Point>
        )
        return isLinked ? (
          <a href={`/dashboard/groups/${uid}`} tabindex={-1}>
            {point}
          </a>
        ) : (
          point
        )
      })}
    </>
  )
}

/** A thousand marks are drawn by a shape each kind, and their addresses begin where the page is: half as long. */
function ManyPoints({ points, spotOf, size, name: drawing }: PointsProps) {
  const marks = [...new Set(points.map(({ mark }) => mark))]
  return (
    <>
      <defs>
        {marks.map((mark) => (
          <g id={`${drawing}-${mark}`}>
            <Point spot={{ x: 0, y: 0 }} mark={mark} size={size} />
          </g>
        ))}
      </defs>
      {points.map(({ mark, name, uid, place }) => {
        const { x, y } = spotOf(place)
        return (
          <a href={`groups/${uid}`} tabindex={-1}>
            <use href={`#${drawing}-${mark}`} x={tenth(x)} y={tenth(y)}>
              <title>{name}</title>
            </use>
          </a>
        )
      })}
    </>
  )
}

type NamesProps = { points: readonly MapPoint[]; spotOf: SpotOf; box: Box; size: number }

/** The towns, where there is room for their names; a phone has none. */
function Names({ points, spotOf, box, size }: NamesProps) {
  const named = points.map(({ place, town }) => ({ ...spotOf(place), name: town ?? '' }))
  return (
    <>
      {namesBeside(named, box, size).map(({ x, y, name, height, isLeft }) => (
        <text class="town" x={round(x)} y={round(y)} font-size={round(height)} text-anchor={isLeft ? 'end' : 'start'}>
          {name}
        </text>
      ))}
    </>
  )
}

const noInset: { areas: readonly string[]; box: null } = { areas: [], box: null }
type InsetProps = Omit<PointsProps, 'spotOf' | 'name'> & { outline: Outline; shades: MapProps['shades'] }

/** Departments so small that points would cover each other there, enlarged where the drawing is emptiest: Paris and what is around it. */
function Inset({ points, outline, shades, size, isLinked }: InsetProps) {
  const { areas: small, box: at } = outline.inset ?? noInset
  const spotOf = spotOn(outline)
  const areas = outline.areas.filter(({ code }) => small.includes(code))
  const box = boxAround(
    areas.flatMap(({ path }) => pathPoints(path)),
    3,
  )
  if (!box || !at) return null
  const inside = points.filter(({ place }) => isInside(spotOf(place), box))
  const { x, y, width, height } = at
  const scale = Math.max(box.width, box.height) / width
  return (
    <>
      <rect class="inset" x={x} y={y} width={width} height={height} vector-effect="non-scaling-stroke" />
      <svg
        x={x}
        y={y}
        width={width}
        height={height}
        viewBox={`${round(box.x)} ${round(box.y)} ${round(box.width)} ${round(box.height)}`}
        aria-hidden="true"
      >
        <Land areas={areas} shades={shades} />
        <Points points={inside} spotOf={spotOf} size={size * scale * 0.8} isLinked={isLinked} name="i" />
      </svg>
    </>
  )
}

function isInside({ x, y }: Spot, box: Box): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

type PointProps = { spot: Spot; mark: Mark; size: number; children?: Child }

/** Marks differ by shape and lightness too, not by colour alone. */
export function Point({ spot, mark, size, children }: PointProps) {
  const [x, y] = [round(spot.x), round(spot.y)]
  const shape = { class: `spot ${mark}`, 'vector-effect': 'non-scaling-stroke' }
  const corners = cornersOf(mark, size)
  if (corners !== '') {
    return (
      <path {...shape} d={`M${x} ${y}${corners}z`}>
        {children}
      </path>
    )
  }
  return (
    <circle {...shape} cx={x} cy={y} r={round(size * (reachOf[mark] ?? 1))}>
      {children}
    </circle>
  )
}

/** The circles that are larger or smaller than the others. */
const reachOf: Partial<Record<Mark, number>> = {
  unasked: 0.6,
  unsaid: 0.6,
  'size-1': 0.6,
  'size-2': 0.8,
  'size-4': 1.2,
  'size-5': 1.45,
}

const diamonds: readonly Mark[] = ['older', 'silent', 'own-3', 'own-7']
const squares: readonly Mark[] = ['own-2', 'own-6']
const triangles: readonly Mark[] = ['own-4', 'own-more']

/** The way round a mark with corners, from its middle; '' of a circle. */
function cornersOf(mark: Mark, size: number): string {
  const [side, reach] = [round(size * 0.9), round(size * 1.35)]
  if (diamonds.includes(mark)) return `m0-${reach}l${reach} ${reach}-${reach} ${reach}-${reach}-${reach}`
  if (squares.includes(mark)) return `m-${side}-${side}h${2 * side}v${2 * side}h-${2 * side}`
  return triangles.includes(mark) ? `m0-${reach}l${reach} ${round(reach * 1.7)}h-${2 * reach}` : ''
}

/** The same mark beside its words. */
export function KeyMark({ mark }: { mark: Mark }) {
  return (
    <svg width="18" height="18" aria-hidden="true">
      <Point spot={{ x: 9, y: 9 }} mark={mark} size={6} />
    </svg>
  )
}

/** A hundredth of a unit: less than a pixel of the smallest department. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Of many points: less than a pixel of the country. */
const tenth = (value: number) => Math.round(value * 10) / 10
