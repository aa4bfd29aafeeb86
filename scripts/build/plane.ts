import { geoMercatorRaw } from 'd3-geo'

export type PlanePoint = readonly [x: number, y: number]

/** The Mercator projection that brings places (longitude, latitude) nearest to spots of a drawing (least squares): d3-geo’s `scale`, and where it puts 0° 0°. */
export function fitMercator(pairs: readonly { place: PlanePoint; spot: PlanePoint }[]): {
  scale: number
  x: number
  y: number
} {
  const radians = Math.PI / 180
  const known = pairs.map(({ place: [longitude, latitude], spot: [x, y] }) => {
    const [right, up] = geoMercatorRaw(longitude * radians, latitude * radians)
    return { right, down: -up, x, y }
  })
  const mean = (of: keyof (typeof known)[number]) => known.reduce((sum, each) => sum + each[of], 0) / known.length
  const [right, down, x, y] = [mean('right'), mean('down'), mean('x'), mean('y')]
  const sum = (of: (each: (typeof known)[number]) => number) => known.reduce((all, each) => all + of(each), 0)
  const scale =
    sum((each) => (each.right - right) * (each.x - x) + (each.down - down) * (each.y - y)) /
    sum((each) => (each.right - right) ** 2 + (each.down - down) ** 2)
  return { scale, x: x - scale * right, y: y - scale * down }
}

export type Square = { x: number; y: number; width: number; height: number }

/** The square of this side within the drawing that keeps farthest from all these points. */
export function emptiestSquare(
  points: readonly PlanePoint[],
  { width, height }: { width: number; height: number },
  side: number,
): Square {
  const half = side / 2
  const step = side / 20
  let best = { distance: Number.NEGATIVE_INFINITY, x: 0, y: 0 }
  for (let x = 0; x + side <= width; x += step) {
    for (let y = 0; y + side <= height; y += step) {
      const distance = points.reduce(
        (least, [px, py]) => Math.min(least, Math.max(Math.abs(px - x - half), Math.abs(py - y - half))),
        Number.POSITIVE_INFINITY,
      )
      if (distance > best.distance) best = { distance, x, y }
    }
  }
  return { x: Math.round(best.x), y: Math.round(best.y), width: Math.round(side), height: Math.round(side) }
}

/** Leaves out the points that are hardly off the line between their neighbours (Douglas and Peucker). */
export function simplify(ring: readonly PlanePoint[], tolerance: number): PlanePoint[] {
  const [first] = ring
  const last = ring.at(-1)
  if (!first || !last || ring.length < 3) return [...ring]
  const distances = ring.map((point) => distance(point, first, last))
  const farthest = distances.indexOf(Math.max(...distances))
  if ((distances[farthest] ?? 0) <= tolerance) return [first, last]
  return [
    ...simplify(ring.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplify(ring.slice(farthest), tolerance),
  ]
}

function distance([x, y]: PlanePoint, [x1, y1]: PlanePoint, [x2, y2]: PlanePoint): number {
  const length = Math.hypot(x2 - x1, y2 - y1)
  return length === 0 ? Math.hypot(x - x1, y - y1) : Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
}
