import { join } from 'node:path'
import { geoMercator } from 'd3-geo'
import { expect, test } from 'vitest'
import { drawOutlines } from '#scripts/build/outlines.ts'
import { fitMercator } from '#scripts/build/plane.ts'
import { drawCountries } from '#scripts/build/world-outlines.ts'
import { townsOf } from '#scripts/import/towns.ts'
import { root } from '#scripts/local/paths.ts'
import { namesBeside } from '#workers/dashboard/map/names.ts'
import { type Outline, outlineOf } from '#workers/dashboard/map/outline.ts'
import outlines from '#workers/dashboard/map/outlines.json'
import { type Spot, spotOn } from '#workers/dashboard/map/projection.ts'
import { pathPoints } from '#workers/world/path-points.ts'

test('what is drawn is the packaged map, simplified: `npx vitest run tests/dashboard/projection.test.ts -u` draws it again', async () => {
  const { departments, ...about } = await drawOutlines()
  const lines = departments.map((department) => JSON.stringify(department)).join(',\n')
  const text = `${JSON.stringify(about).slice(0, -1)},\n"departments": [\n${lines}\n]}\n`
  await expect(text).toMatchFileSnapshot(join(root, 'workers/dashboard/map/outlines.json'))
})

test('countries are drawn from Natural Earth: `npx vitest run tests/dashboard/projection.test.ts -u` draws them again', async () => {
  await expect(await drawCountries()).toMatchFileSnapshot(join(root, 'workers/world/countries.json'))
})

function drawn(country: string): Outline {
  return outlineOf(country) ?? expect.fail(`${country} is not drawn`)
}

const ringsOf = (path: string) => path.split('z').map((ring) => pathPoints(`${ring}z`))

// Coasts are simplified: a town on one may lie in the sea
test.each([
  ['France', 'FR', 8000, 0.985],
  ['Belgium', 'BE', 1700, 0.97],
  ['the United Kingdom', 'GB', 4500, 0.96],
] as const)('a town of %s lies in its own part of the map', async (_, country, least, share) => {
  const outline = drawn(country)
  const shapes = new Map(outline.areas.map(({ code, path }) => [code, ringsOf(path)]))
  const areaOfTown = ({ region, department }: Awaited<ReturnType<typeof townsOf>>[number]) =>
    shapes.get((outline.level === 'region' ? region : department) ?? '')
  const known = (await townsOf(country)).filter((town) => areaOfTown(town))
  const right = known.filter((town) => isInside(areaOfTown(town) ?? [], spotOn(outline)(town)))
  expect(known.length).toBeGreaterThan(least)
  expect(right.length / known.length).toBeGreaterThan(share)
})

test.each([
  ['NL', 52.09, 5.12],
  ['DE', 51.16, 10.45],
  ['CH', 46.95, 7.45],
  ['NZ', -44.0, 170.5],
  ['RU', 66.5, -175.0],
  ['RU', 55.75, 37.62],
  ['US', 39.74, -104.98],
])('the middle of %s is on its land', (country, latitude, longitude) => {
  const outline = drawn(country)
  const land = outline.areas.flatMap(({ path }) => ringsOf(path))
  expect(isInside(land, spotOn(outline)({ latitude, longitude }))).toBe(true)
})

test('a country that nobody has drawn has no outline', () => {
  expect(['XX', 'toString', ''].map(outlineOf)).toEqual([null, null, null])
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
  const land = departments.flatMap(({ path }) => pathPoints(path))
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
