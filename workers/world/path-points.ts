/** Points of a drawing, in its units. */
export type PathPoint = { x: number; y: number }

/** The points that a path of `M` and relative `l` goes through. */
export function pathPoints(path: string): PathPoint[] {
  return path.split('z').flatMap((ring) => {
    const [start = '', steps = ''] = ring.split('l')
    const numbers = (text: string) => text.match(/-?\d*\.?\d+/g)?.map(Number) ?? []
    let [x = Number.NaN, y = Number.NaN] = numbers(start)
    if (Number.isNaN(x)) return []
    const points: PathPoint[] = [{ x, y }]
    const moves = numbers(steps)
    for (let index = 0; index + 1 < moves.length; index += 2) {
      x += moves[index] ?? 0
      y += moves[index + 1] ?? 0
      points.push({ x, y })
    }
    return points
  })
}
