/** A place on the drawing of the outlines, in its units. */
export type Spot = { x: number; y: number }

/** Degrees of the Mercator projection. */
function mercator(latitude: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI
}

/**
 * Where a place lies on the outlines. They are drawn in Mercator without saying at which scale: these four numbers were fitted so
 * that the towns of France lie in their own departments, as `tests/dashboard/projection.test.ts` makes sure.
 */
export function spotOf(latitude: number, longitude: number): Spot {
  return { x: 215.53 + 41.42 * longitude, y: 2465.36 - 41.345 * mercator(latitude) }
}

export type Box = { x: number; y: number; width: number; height: number }

/** What must be seen to see all these points, with room around them. */
export function boxAround(spots: readonly Spot[], margin: number): Box | null {
  if (spots.length === 0) return null
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin]
  return { x: left, y: top, width: Math.max(...xs) + margin - left, height: Math.max(...ys) + margin - top }
}

/** The points that a path of `M` and relative `l` goes through. */
export function pointsOf(path: string): Spot[] {
  return path.split('z').flatMap((ring) => {
    const [start = '', steps = ''] = ring.split('l')
    const numbers = (text: string) => text.match(/-?\d*\.?\d+/g)?.map(Number) ?? []
    let [x = Number.NaN, y = Number.NaN] = numbers(start)
    if (Number.isNaN(x)) return []
    const spots: Spot[] = [{ x, y }]
    const moves = numbers(steps)
    for (let index = 0; index + 1 < moves.length; index += 2) {
      x += moves[index] ?? 0
      y += moves[index + 1] ?? 0
      spots.push({ x, y })
    }
    return spots
  })
}
