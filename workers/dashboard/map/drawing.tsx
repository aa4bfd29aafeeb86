import type { Child } from '#shared/html/jsx-runtime.ts'
import { namesBeside } from './names.ts'
import outlines from './outlines.json'
import { type Box, boxAround, pointsOf, type Spot, spotOf } from './projection.ts'
import type { Mark } from './standing-of.ts'

export type MapPoint = {
  place: { latitude: number; longitude: number }
  mark: Mark
  name: string
  town: string | null
  uid: string
}

export type MapProps = {
  points: readonly MapPoint[]
  /** The departments to zoom to; none shows all. */
  departments: readonly string[]
  /** Of each department, the shade of its fill, where points would be too many. */
  shades: ReadonlyMap<string, string>
  hasOutlines: boolean
}

/** What a mark or a shade of the map stands for. */
export type MapKey = { mark: { spot: Mark } | { shade: string }; label: string; value: string }

/** With room for the points at the coasts. */
const whole: Box = { x: -8, y: -8, width: outlines.width + 16, height: outlines.height + 16 }
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
function measured({ points, departments, hasOutlines }: MapProps): { box: Box; size: number } {
  const spots = points.map(({ place }) => spotOf(place.latitude, place.longitude))
  const framed = departments.length > 0 ? departmentsShown(departments).flatMap(({ path }) => pointsOf(path)) : []
  const box = (hasOutlines ? boxAround(framed, 8) : boxAround(spots, 20)) ?? whole
  const size = Math.max(box.width, box.height) * pointShare * Math.min(1, Math.sqrt(manyPoints / points.length))
  return { box, size }
}

function departmentsShown(departments: MapProps['departments']) {
  return outlines.departments.filter(({ code }) => departments.length === 0 || departments.includes(code))
}

function viewBoxOf({ x, y, width, height }: Box): string {
  return [x, y, width, height].map(round).join(' ')
}

type LayersProps = MapProps & { box: Box; size: number; isLinked: boolean }

function Layers({ points, departments, shades, hasOutlines, box, size, isLinked }: LayersProps) {
  return (
    <>
      {hasOutlines && <Land departments={departmentsShown(departments)} shades={shades} />}
      <Points points={points} size={size} isLinked={isLinked} />
      {points.length <= fewPoints && <Names points={points} box={box} size={size} />}
      {hasOutlines && departments.length === 0 && (
        <Inset points={points} shades={shades} size={size} isLinked={isLinked} />
      )}
    </>
  )
}

type LandProps = { departments: typeof outlines.departments; shades: MapProps['shades'] }

function Land({ departments, shades }: LandProps) {
  return (
    <>
      {departments.map(({ code, path }) => (
        <path class={`land ${shades.get(code) ?? ''}`} d={path} vector-effect="non-scaling-stroke" />
      ))}
    </>
  )
}

type PointsProps = { points: readonly MapPoint[]; size: number; isLinked: boolean }

function Points({ points, size, isLinked }: PointsProps) {
  return (
    <>
      {points.map(({ mark, name, uid, place }) => {
        const point = (
          <Point spot={spotOf(place.latitude, place.longitude)} mark={mark} size={size}>
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

type NamesProps = { points: readonly MapPoint[]; box: Box; size: number }

/** The towns, where there is room for their names; a phone has none. */
function Names({ points, box, size }: NamesProps) {
  const named = points.map(({ place, town }) => ({ ...spotOf(place.latitude, place.longitude), name: town ?? '' }))
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

/** Departments so small that points would cover each other there, enlarged where the drawing is emptiest: Paris and what is around it. */
function Inset({ points, shades, size, isLinked }: PointsProps & Pick<MapProps, 'shades'>) {
  const departments = outlines.departments.filter(({ code }) => outlines.small.includes(code))
  const box = boxAround(
    departments.flatMap(({ path }) => pointsOf(path)),
    3,
  )
  if (!box) return null
  const inside = points.filter(({ place }) => isInside(spotOf(place.latitude, place.longitude), box))
  const { x, y, width, height } = outlines.inset
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
        <Land departments={departments} shades={shades} />
        <Points points={inside} size={size * scale * 0.8} isLinked={isLinked} />
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
  const isDiamond = mark === 'older' || mark === 'silent'
  if (isDiamond) {
    const reach = round(size * 1.35)
    return (
      <path {...shape} d={`M${x} ${y}m0-${reach}l${reach} ${reach}-${reach} ${reach}-${reach}-${reach}z`}>
        {children}
      </path>
    )
  }
  return (
    <circle {...shape} cx={x} cy={y} r={round(mark === 'unasked' ? size * 0.6 : size)}>
      {children}
    </circle>
  )
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
