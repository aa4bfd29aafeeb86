import districts from './british-districts.json' with { type: 'json' }

/** Where a postcode district of the United Kingdom (`BN1`) is, in degrees; county and region are empty where it lies in several. */
export type District = { name: string; county: string; region: string; latitude: number; longitude: number }

/**
 * The middle of the places that GeoNames' postal codes (CC BY 4.0, April 2024) have in each district, to a hundredth of a degree: one kilometre. Behind the
 * district's name stand two pairs of figures and letters, to the base of 36: hundredths of a degree north of 49° and east of 9° west.
 */
let known: ReadonlyMap<string, District> | undefined

/** The districts by name; read when the first British code is asked for. */
function all(): ReadonlyMap<string, District> {
  known ??= new Map(
    Object.entries<Readonly<Record<string, string>>>(districts).flatMap(([region, counties]) =>
      Object.entries(counties).flatMap(([county, said]) =>
        said.split(' ').map((one) => readDistrict(one, county, region)),
      ),
    ),
  )
  return known
}

function readDistrict(said: string, county: string, region: string): [string, District] {
  const name = said.slice(0, -4)
  const hundredths = (from: number) => Number.parseInt(said.slice(from, from + 2 || undefined), 36)
  const [latitude, longitude] = [49 + hundredths(-4) / 100, hundredths(-2) / 100 - 9]
  return [name, { name, county, region, latitude, longitude }]
}

/** The first half of a British postal code: `BN1` of `bn1 1aa`, of `BN11AA` and of `BN1`; null where it does not read like one. */
export function districtName(code: string): string | null {
  const [, outward = null] = /^([A-Z]{1,2}\d[A-Z\d]?)(?: {0,3}\d[A-Z]{2})?$/.exec(code.trim().toUpperCase()) ?? []
  return outward
}

/** The district that a British postal code is of; null where we know none. */
export function districtOf(code: string): District | null {
  return all().get(districtName(code) ?? '') ?? null
}

type Spot = { latitude: number; longitude: number }
let middles: ReadonlyMap<string, Spot> | undefined

/** The middle of a postal area (`BN`), for its districts that are newer than ours; null where there is no such area. */
export function middleOfArea(area: string): Spot | null {
  middles ??= new Map(
    [...Map.groupBy(all().values(), ({ name }) => /^\D+/.exec(name)?.[0] ?? '')].map(([name, within]) => [
      name,
      middleOf(within),
    ]),
  )
  return middles.get(area) ?? null
}

function middleOf(districts: readonly District[]): Spot {
  const mean = (part: keyof Spot) => districts.reduce((sum, one) => sum + one[part], 0) / districts.length
  return { latitude: mean('latitude'), longitude: mean('longitude') }
}
