import { areaKey } from '#shared/domain/areas.ts'
import { kilometresBetween } from '#shared/domain/distance.ts'
import { departmentKey, findPlace, type Gazetteer, gazetteerOf, type Place, townKey } from '#shared/domain/place.ts'
import type { Movement } from '#shared/movement.ts'
import { countryIn } from './country-of-group.ts'
import type { Difference } from './difference.ts'
import type { MergeOutcome, ParsedRow } from './merge-rows.ts'
import { soundRows } from './plan-campaigns.ts'
import type { Entry, SheetFault } from './problem.ts'
import type { RecognisedSheet } from './recognise.ts'

/** What an import does to the towns we know. */
export type PlacePlan = {
  /** All towns of the movement's own country, as the sheets leave them; those of its others, by country. */
  gazetteer: Gazetteer
  abroad: Map<string, Gazetteer>
  /** Those that the sheets state. */
  stated: Set<Place>
  writes: Place[]
  /** Of these, towns that we know elsewhere, or in another region: somebody said that the sheet is right. */
  moved: { before: Place; after: Place }[]
  outcomes: MergeOutcome[]
  differences: Difference[]
  faults: { entry: Entry; fault: SheetFault }[]
}

const key = (place: Pick<Place, 'name' | 'department'>) => `${townKey(place.name)}|${departmentKey(place.department)}`

/** Places of sheets win over those we know, by name and department. */
export function planPlaces(
  sheets: readonly RecognisedSheet[],
  known: readonly Place[],
  movement: Pick<Movement, 'countries' | 'country' | 'sections'>,
): PlacePlan {
  const empty = gazetteerOf([], movement.country)
  const plan: PlacePlan = {
    gazetteer: empty,
    abroad: new Map(),
    stated: new Set(),
    writes: [],
    moved: [],
    outcomes: [],
    differences: [],
    faults: [],
  }
  const rows = soundRows(sheets, 'places', plan)
  for (const country of movement.countries) {
    const there = known.filter((place) => (place.country ?? movement.country) === country)
    const stated = rows.filter(({ entry }) => (countryIn(entry, movement.sections) ?? movement.country) === country)
    const gazetteer = planCountry(stated, there, country, plan)
    if (country === movement.country) plan.gazetteer = gazetteer
    else plan.abroad.set(country, gazetteer)
  }
  return plan
}

/** Gives the towns of a country as its rows leave them. */
function planCountry(rows: readonly ParsedRow[], known: readonly Place[], country: string, plan: PlacePlan): Gazetteer {
  const places = new Map(known.map((place) => [key(place), place]))
  const before = gazetteerOf(known, country)
  for (const parsedRow of rows) {
    const found = placeIn(parsedRow, places, before, plan)
    const place = found && { ...found, country }
    if (!place) continue
    const was = places.get(key(place))
    if (was && isElsewhere(was, place)) {
      if (!parsedRow.entry.sheet.isSaid) {
        plan.faults.push({ entry: parsedRow.entry, fault: townMoved(parsedRow, was, place) })
        continue
      }
      plan.moved.push({ before: was, after: place })
      plan.differences.push(...differencesOf(parsedRow.entry, was, place))
    }
    const differences = was ? differencesOf(parsedRow.entry, was, place) : []
    const status = was ? (differences.length > 0 ? 'changed' : 'unchanged') : 'new'
    plan.outcomes.push({ entry: parsedRow.entry, status })
    if (status !== 'unchanged') plan.writes.push(place)
    const kept = was && status === 'unchanged' ? was : place
    places.set(key(place), kept)
    plan.stated.add(kept)
  }
  return rows.length > 0 ? gazetteerOf(places.values(), country) : before
}

/** Kilometres that two lists of towns may be apart: one has the church, another the middle of the area. */
const near = 5

function isElsewhere(before: Place, after: Place): boolean {
  const isOtherRegion =
    before.region !== null && after.region !== null && areaKey(before.region) !== areaKey(after.region)
  return isOtherRegion || kilometresBetween(before, after) > near
}

/** A town is many groups’: a sheet moves it only where somebody says so. */
function townMoved({ entry }: ParsedRow, before: Place, after: Place): SheetFault {
  const column = entry.sheet.columns.find(({ part, field }) => part === 'own' && field === 'name')
  const away = Math.round(kilometresBetween(before, after))
  const problem = { code: 'town_moved', away, region: before.region ?? '' } as const
  return { field: 'name', columns: column ? [column.index] : [], value: before.name, problem, loses: 'row' }
}

/** A row without a position is placed where we know a town of that name, or nearly. */
function placeIn(
  { entry, given }: ParsedRow,
  places: ReadonlyMap<string, Place>,
  before: Gazetteer,
  plan: PlacePlan,
): Place | null {
  const name = String(given.name)
  const department = typeof given.department === 'string' ? given.department : ''
  const known = places.get(key({ name, department }))
  const found = known ?? findPlace(before, name, { department: department || null, postcode: null })?.place
  const { latitude = found?.latitude, longitude = found?.longitude } = given
  if (typeof latitude !== 'number' || typeof longitude !== 'number') {
    const problem = { code: 'place_without_position' } as const
    plan.faults.push({ entry, fault: { field: 'latitude', columns: [], value: name, problem, loses: 'row' } })
    return null
  }
  const region = typeof given.region === 'string' ? given.region : (found?.region ?? null)
  return { name, department: department || (found?.department ?? ''), region, latitude, longitude }
}

function differencesOf(entry: Entry, before: Place, after: Place): Difference[] {
  return (['name', 'region', 'latitude', 'longitude'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ entry, who: before.name, field, before: before[field], after: after[field] }))
}
