import type { Box, Spot } from './projection.ts'

/** A name in a drawing: where its line begins, or ends when it stands left of its point, and how high its letters are. */
export type PlacedName = { x: number; y: number; name: string; height: number; isLeft: boolean }

/** Of the drawing's longer side: some 15 pixels of 700. */
const heightShare = 0.021
/** Of its height, how wide a letter is at most. */
const letterWidth = 0.6

/** Names beside their points, right or left of them, as many as lie neither on each other nor on another point, nor outside the drawing. */
export function namesBeside(points: readonly (Spot & { name: string })[], box: Box, pointSize: number): PlacedName[] {
  const height = Math.max(box.width, box.height) * heightShare
  const gap = pointSize * 1.8
  const taken = points.map(({ x, y }) => around(x, y, pointSize))
  return points.flatMap(({ x, y, name }, index) => {
    const width = name.length * height * letterWidth
    for (const isLeft of [false, true]) {
      const from = isLeft ? x - gap - width : x + gap
      const place = { x: from, y: y - height * 0.6, width, height: height * 1.2 }
      const isFree = taken.every((other, owner) => owner === index || !overlap(place, other))
      if (name === '' || !isFree || !isInside(place, box)) continue
      taken.push(place)
      return [{ x: isLeft ? x - gap : x + gap, y: y + height * 0.35, name, height, isLeft }]
    }
    return []
  })
}

function around(x: number, y: number, reach: number): Box {
  return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function isInside(inner: Box, outer: Box): boolean {
  return inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width
}
