import type { Area } from '#shared/db/area.ts'
import type { Movement } from '#shared/movement.ts'
import { areaName } from '#shared/text/area-name.ts'
import { isOurMode, type OurMode } from './mark-of.ts'
import { colouringQuestions } from './own-marks.ts'

/** What the points tell: a question of the movement's own, by its key, or one of ours. */
export type MapMode = OurMode | `own.${string}`

export const modeOf = (question: string): MapMode => `own.${question}`
/** The key of the question that a mode is of; null of ours. */
export const questionIn = (mode: MapMode): string | null => (isOurMode(mode) ? null : mode.slice('own.'.length))

/** What the address of the map asks for. */
/** `country`: the one that is drawn; empty for the first. */
export type MapQuery = { mode: MapMode; place: Area; country: string }

const longestName = 100

export function readMapQuery(query: URLSearchParams, { sections, countries }: Movement): MapQuery {
  const by = query.get('by') ?? ''
  const question = colouringQuestions(sections.ours.group.fields).find(({ key }) => modeOf(key) === by)
  const mode = question ? modeOf(question.key) : isOurMode(by) ? by : 'freshness'
  const name = (part: string) => areaName((query.get(part) ?? '').slice(0, longestName))
  const country = countries.slice(1).find((one) => one === query.get('country')) ?? ''
  return { mode, country, place: { region: name('region'), department: name('department') } }
}

export function mapPath(query: MapQuery): string {
  return `/dashboard/map${searchOf(query)}`
}

/** What narrows it, with its question mark; nothing where nothing does. */
export function searchOf({ mode, country, place: { region, department } }: MapQuery): string {
  const query = new URLSearchParams({
    ...(mode === 'freshness' ? {} : { by: mode }),
    ...(country ? { country } : {}),
    ...(region ? { region } : {}),
    ...(department ? { department } : {}),
  })
  return query.size === 0 ? '' : `?${query}`
}

/** The filter of the groups in the country that is drawn; nothing where the movement is in one. */
export function withinDrawn({ country }: MapQuery, countries: readonly string[]): { country?: string } {
  return countries.length < 2 ? {} : { country: country || (countries[0] ?? '') }
}
