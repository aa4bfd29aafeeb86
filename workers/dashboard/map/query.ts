import type { Area } from '#shared/db/network.ts'
import { type MapMode, mapModes } from './standing-of.ts'

/** What the address of the map asks for. */
export type MapQuery = { mode: MapMode; place: Area }

const longestName = 100

export function readMapQuery(query: URLSearchParams): MapQuery {
  const mode = mapModes.find((one) => one === query.get('by')) ?? 'freshness'
  const name = (part: string) => (query.get(part) ?? '').slice(0, longestName)
  return { mode, place: { region: name('region'), department: name('department') } }
}

export function mapPath(query: MapQuery): string {
  return `/dashboard/map${searchOf(query)}`
}

/** What narrows it, with its question mark; nothing where nothing does. */
export function searchOf({ mode, place: { region, department } }: MapQuery): string {
  const query = new URLSearchParams({
    ...(mode === 'freshness' ? {} : { by: mode }),
    ...(region ? { region } : {}),
    ...(department ? { department } : {}),
  })
  return query.size === 0 ? '' : `?${query}`
}
