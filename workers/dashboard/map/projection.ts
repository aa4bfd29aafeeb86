import { geoMercator } from 'd3-geo'
import type { Outline } from './outline.ts'

/** A place on the drawing of the outlines, in its units. */
export type Spot = { x: number; y: number }

/** Where a place lies on a country's drawing. One that reaches over 180° goes on, so a place is put on the turn that is nearest to it. */
export function spotOn({ width, mercator: { scale, x: left, y: top } }: Pick<Outline, 'width' | 'mercator'>) {
  const mercator = geoMercator().scale(scale).translate([left, top])
  const turn = 2 * Math.PI * scale
  return ({ latitude, longitude }: { latitude: number; longitude: number }): Spot => {
    const [x, y] = mercator([longitude, latitude]) ?? [Number.NaN, Number.NaN]
    return { x: x + Math.round((width / 2 - x) / turn) * turn, y }
  }
}

export type Box = { x: number; y: number; width: number; height: number }

/** What must be seen to see all these points, with room around them. */
export function boxAround(spots: readonly Spot[], margin: number): Box | null {
  if (spots.length === 0) return null
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin]
  return { x: left, y: top, width: Math.max(...xs) + margin - left, height: Math.max(...ys) + margin - top }
}
