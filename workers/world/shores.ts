import { geoMercator } from 'd3-geo'
import countries from './countries.json'
import { pathPoints } from './path-points.ts'

export type WorldDrawing = {
  width: number
  height: number
  mercator: { scale: number; x: number; y: number }
  areas: readonly { code: string; path: string }[]
}

const drawings: Readonly<Record<string, WorldDrawing>> = countries

/** A country's own outline, its mainland; null for a country that we do not know. */
export function drawingOf(country: string): WorldDrawing | null {
  return (Object.hasOwn(drawings, country) ? drawings[country] : undefined) ?? null
}

/** Degrees. */
export type ShorePoint = { latitude: number; longitude: number }

const known = new Map<string, ShorePoint[][]>()

/** The same as rings of places. */
export function shoresOf(country: string): ShorePoint[][] {
  const shores = known.get(country) ?? placesOf(drawingOf(country))
  known.set(country, shores)
  return shores
}

function placesOf(drawing: WorldDrawing | null): ShorePoint[][] {
  if (!drawing) return []
  const { scale, x, y } = drawing.mercator
  const mercator = geoMercator().scale(scale).translate([x, y])
  const rings = drawing.areas.flatMap(({ path }) => path.split('z').map(pathPoints))
  return rings
    .filter((ring) => ring.length > 2)
    .map((ring) =>
      ring.flatMap((point) => {
        const [longitude, latitude] = mercator.invert?.([point.x, point.y]) ?? []
        return longitude === undefined || latitude === undefined ? [] : [{ latitude, longitude }]
      }),
    )
}
