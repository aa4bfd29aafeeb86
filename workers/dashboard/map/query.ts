import type { Area } from '#shared/db/network.ts'
import type { Fields } from '#shared/record/field.ts'
import { isOurMode, type OurMode } from './mark-of.ts'
import { colouringQuestions } from './own-marks.ts'

/** What the points tell: a question of the movement's own, by its key, or one of ours. */
export type MapMode = OurMode | `own.${string}`

export const modeOf = (question: string): MapMode => `own.${question}`
/** The key of the question that a mode is of; null of ours. */
export const questionIn = (mode: MapMode): string | null => (isOurMode(mode) ? null : mode.slice('own.'.length))

/** What the address of the map asks for. */
export type MapQuery = { mode: MapMode; place: Area }

const longestName = 100

/** `fields`: those of groups. */
export function readMapQuery(query: URLSearchParams, fields: Fields): MapQuery {
  const by = query.get('by') ?? ''
  const question = colouringQuestions(fields).find(({ key }) => modeOf(key) === by)
  const mode = question ? modeOf(question.key) : isOurMode(by) ? by : 'freshness'
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
