import { fold } from '#shared/record/fold.ts'
import { areaKey } from './areas.ts'
import { districtOf } from './british-districts.ts'
import { departmentCode } from './departments.ts'
import { kilometresBetween } from './distance.ts'
import { postcodeCentre, postcodeDepartments } from './postcode.ts'

/** A town of one of the movement's countries, by one of its names. */
export type Place = {
  name: string
  /** Where places of several are together. */
  country?: string
  /** The department's number in France; elsewhere the name of what comes closest (province, county). Empty when there is none. */
  department: string
  region: string | null
  latitude: number
  longitude: number
}

/** A town as two people would compare it: `St-Étienne Cedex 2` is `saint etienne`, `Sint-Niklaas` is `saint niklaas`, `King’s Lynn` is `kings lynn`. */
export function townKey(town: string): string {
  return fold(turned(town))
    .replace(/\b(st|ste|sint|sankt)\b/g, (word) => (word === 'ste' ? 'sainte' : 'saint'))
    .replace(/ cedex( \d+)?$/, '')
    .replace(/(?<=\p{L}) s(?= |$)/gu, 's')
}

/** Official lists have a name's article behind it: `Havre (Le)`, `Hague, La`. */
function turned(town: string): string {
  const [, name, article] = /^([^(),]{1,100}?) ?(?:\(|, )(l[ea]s?|l['’])\)?$/i.exec(town.trim()) ?? []
  return article === undefined ? town : `${article} ${name}`
}

/** The number in what people write for a department (`75`, `Paris (75)`, `2a`), or the text without case and accents, whatever language it is in. */
export function departmentKey(text: string): string {
  return /\b(2[ab]|\d{1,3})\b/i.exec(text)?.[0].toUpperCase() ?? areaKey(text)
}

/** Towns by name, and by each way to break a name off behind a word; every list in the order in which they were given. */
type Towns = { named: Map<string, Place[]>; begun: Map<string, Place[]>; box: Box }
/** From the southernmost town to the northernmost, and from the westernmost to the easternmost, in degrees. */
type Box = { south: number; north: number; west: number; east: number }

/** Every town we know, to look one up: in a time that is the same however many there are. */
export type Gazetteer = { country: string; byTown: Map<string, Place[]>; byDepartment: Map<string, Towns> }

/** `country`: of the places, in two letters; it says what a postal code tells. */
export function gazetteerOf(places: Iterable<Place>, country: string): Gazetteer {
  const gazetteer: Gazetteer = { country, byTown: new Map(), byDepartment: new Map() }
  for (const place of places) {
    const [name, number] = [townKey(place.name), departmentKey(place.department)]
    const towns = gazetteer.byDepartment.get(number) ?? { named: new Map(), begun: new Map(), box: boxOf(place) }
    gazetteer.byDepartment.set(number, towns)
    widen(towns.box, place)
    push(gazetteer.byTown, name, place)
    push(towns.named, name, place)
    for (const beginning of beginningsOf(name)) push(towns.begun, beginning, place)
  }
  return gazetteer
}

const boxOf = ({ latitude, longitude }: Place): Box => ({
  south: latitude,
  north: latitude,
  west: longitude,
  east: longitude,
})

function widen(box: Box, { latitude, longitude }: Place): void {
  box.south = Math.min(box.south, latitude)
  box.north = Math.max(box.north, latitude)
  box.west = Math.min(box.west, longitude)
  box.east = Math.max(box.east, longitude)
}

/** Degrees. Beside a border, a town's letters may come by way of the other department: some ten kilometres. */
const besideBorder = 0.1

function isBeside({ south, north, west, east }: Box, { latitude, longitude }: Place): boolean {
  const isBetween = (from: number, at: number, to: number) => at >= from - besideBorder && at <= to + besideBorder
  return isBetween(south, latitude, north) && isBetween(west, longitude, east)
}

function push(map: Map<string, Place[]>, key: string, place: Place): void {
  const known = map.get(key)
  if (known) known.push(place)
  else map.set(key, [place])
}

/** The first words of a name, the most of them first: `brive la`, `brive` of `brive la gaillarde`. A name of more words than any has none. */
function beginningsOf(name: string): string[] {
  const words = name.split(' ', mostWords + 1)
  if (words.length > mostWords) return []
  return words.slice(1).map((_, index) => words.slice(0, words.length - 1 - index).join(' '))
}

const mostWords = 20

/** A town that was looked up. Not `exact`: a place of nearly that name in the same department. */
export type FoundPlace = { place: Place; exact: boolean }
export type Whereabouts = { department: string | null; postcode: string | null }

/** Where a town is; null when we do not know it, or know several and cannot tell which. Of a town written in two languages (`Bienne / Biel`) either name will do. */
export function findPlace(gazetteer: Gazetteer, town: string, where: Whereabouts): FoundPlace | null {
  const whole = findNamed(gazetteer, town, where)
  if (whole?.exact || !town.includes('/')) return whole
  const [either] = town.split('/', 3).flatMap((name) => findNamed(gazetteer, name, where) ?? [])
  return either ?? whole
}

function findNamed(gazetteer: Gazetteer, town: string, { department, postcode }: Whereabouts): FoundPlace | null {
  const key = townKey(town)
  const around = department === null ? undefined : townsOfDepartment(gazetteer, department)
  if (around) {
    const [place] = around.named.get(key)?.slice(0, 1) ?? []
    if (place) return { place, exact: true }
    return nearlyNamed(key, [around]) ?? inDistrict(gazetteer.country, postcode, department)
  }
  const within = postcode === null ? [] : townsWithin(gazetteer, postcode)
  const fitting = within.flatMap(({ named }) => named.get(key)?.slice(0, 2) ?? [])
  // Louvain with the code of Louvain-la-Neuve is no Leuven
  const longer = fitting.length > 0 ? null : longerNamed(key, within)
  if (longer) return longer
  const named = fitting.length > 0 ? fitting : besideOf(within, gazetteer.byTown.get(key) ?? [])
  const at = nearPostcode(gazetteer.country, named, postcode)
  if (at) return { place: at, exact: true }
  // Brighton is no village of Scotland; where all Whitchurches are far, it is another one
  if (named.length === 1 || mayBeNear(gazetteer.country, named, postcode)) return null
  return nearlyNamed(key, within) ?? inDistrict(gazetteer.country, postcode, null)
}

/** A village that no list of towns has: in the middle of its postcode district, unless it is said to be in another county. */
function inDistrict(country: string, postcode: string | null, department: string | null): FoundPlace | null {
  const district = country === 'GB' && postcode !== null ? districtOf(postcode) : null
  if (!district || (department !== null && departmentKey(department) !== departmentKey(district.county))) return null
  const { name, county, region, latitude, longitude } = district
  return { place: { name, department: county, region: region || null, latitude, longitude }, exact: false }
}

/** In France people write a department's name too: `La Réunion`, `Seine-Saint-Denis`. */
function townsOfDepartment({ country, byDepartment }: Gazetteer, department: string): Towns | undefined {
  return byDepartment.get(departmentKey(department)) ?? byDepartment.get(departmentCode(country, department) ?? '')
}

/** Those of some towns that lie where a postal code says; all of them where none does. */
function besideOf(within: readonly Towns[], places: readonly Place[]): readonly Place[] {
  return within.length === 0 ? places : places.filter((place) => within.some(({ box }) => isBeside(box, place)))
}

/** The towns of the department, or the departments, that a postal code is of. */
function townsWithin({ country, byDepartment }: Gazetteer, postcode: string): Towns[] {
  return postcodeDepartments(country, postcode).flatMap((department) => byDepartment.get(department) ?? [])
}

/** The only one of these towns, or the one that lies clearly nearest to where the postal code is: another is twice as far. */
function nearPostcode(country: string, towns: readonly Place[], postcode: string | null): Place | null {
  const centre = postcode === null ? null : postcodeCentre(country, postcode)
  if (!centre) return towns.length === 1 ? (towns[0] ?? null) : null
  const [nearest, next] = towns
    .map((place) => ({ place, away: kilometresBetween(place, centre) }))
    .sort((a, b) => a.away - b.away)
  if (!nearest || nearest.away > centre.reach || (next && next.away < 2 * nearest.away + 10)) return null
  return nearest.place
}

/** Whether one of these towns may be the one whose postal code this is. */
function mayBeNear(country: string, towns: readonly Place[], postcode: string | null): boolean {
  const centre = postcode === null ? null : postcodeCentre(country, postcode)
  return centre ? towns.some((place) => kilometresBetween(place, centre) <= centre.reach) : towns.length > 0
}

/**
 * Towns merge and lists lag behind: `Évry-Courcouronnes` is found at Évry, and people shorten:
 * `Brive` is found at Brive-la-Gaillarde when no other town there begins so.
 */
function nearlyNamed(key: string, around: readonly Towns[]): FoundPlace | null {
  if (key.length < 4) return null
  const within = beginningsOf(key)
    .filter((beginning) => beginning.length >= 4)
    .flatMap((beginning) => around.flatMap(({ named }) => named.get(beginning)?.slice(0, 1) ?? []))
  if (within[0]) return { place: within[0], exact: false }
  return longerNamed(key, around)
}

/** The only town of a longer name that begins so. */
function longerNamed(key: string, around: readonly Towns[]): FoundPlace | null {
  if (key.length < 4) return null
  const longer = around.flatMap(({ begun }) => begun.get(key)?.slice(0, 2) ?? [])
  return longer.length === 1 && longer[0] ? { place: longer[0], exact: false } : null
}

/** A group's town and where that is, as its record has them. */
export type Whereabout = { [Name in 'town' | 'postcode' | 'department' | 'region']: string | null } & {
  latitude: number | null
  longitude: number | null
}

/**
 * Where a group is, from the town and the postal code that it gives now. What an import knew of a town that we cannot look up, or not tell
 * from its namesakes, stays as long as the group stays in that town, and its postal code in that department.
 */
export function whereabouts(
  gazetteer: Gazetteer,
  { town, postcode }: Pick<Whereabout, 'town' | 'postcode'>,
  was: Whereabout,
): Omit<Whereabout, 'town' | 'postcode'> {
  const found = town === null ? null : findPlace(gazetteer, town, { department: null, postcode })
  const stays = town !== null && was.town !== null && townKey(town) === townKey(was.town)
  const known = stays && mayBeWithin(gazetteer.country, postcode, was.department) ? was : null
  const at = found?.exact ? found.place : (known ?? found?.place)
  if (!at) return { department: null, region: null, latitude: null, longitude: null }
  const { department, region, latitude, longitude } = at
  return { department, region, latitude, longitude }
}

/** Nothing says that this postal code is of another department; in France only one that has a number says so. */
function mayBeWithin(country: string, postcode: string | null, department: string | null): boolean {
  if (postcode === null || department === null) return true
  const [key, within] = [departmentKey(department), postcodeDepartments(country, postcode)]
  return within.length === 0 || within.includes(key) || (country === 'FR' && !/^\d/.test(key))
}
