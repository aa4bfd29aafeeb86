import { plain } from '#shared/record/plain.ts'

/** A town of the movement's country. */
export type Place = {
  name: string
  /** The department's number in France; elsewhere the name of what comes closest. Empty when there is none. */
  department: string
  region: string | null
  latitude: number
  longitude: number
}

/** A town as two people would compare it: `St-Étienne Cedex 2` is `saint etienne`. */
export function townKey(town: string): string {
  return plain(town)
    .replace(/\b(st|ste)\b/g, (word) => (word === 'st' ? 'saint' : 'sainte'))
    .replace(/ cedex( \d+)?$/, '')
}

/** The number in what people write for a department (`75`, `Paris (75)`, `2a`), or the text without case and accents. */
export function departmentKey(text: string): string {
  return /\b(2[ab]|\d{1,3})\b/i.exec(text)?.[0].toUpperCase() ?? plain(text)
}

/** Towns by name, and by each way to break a name off behind a word; every list in the order in which they were given. */
type Towns = { named: Map<string, Place[]>; begun: Map<string, Place[]> }

/** Every town we know, to look one up: in a time that is the same however many there are. */
export type Gazetteer = { byTown: Map<string, Place[]>; byDepartment: Map<string, Towns> }

export function gazetteerOf(places: Iterable<Place>): Gazetteer {
  const gazetteer: Gazetteer = { byTown: new Map(), byDepartment: new Map() }
  for (const place of places) {
    const [name, number] = [townKey(place.name), departmentKey(place.department)]
    const towns = gazetteer.byDepartment.get(number) ?? { named: new Map(), begun: new Map() }
    gazetteer.byDepartment.set(number, towns)
    push(gazetteer.byTown, name, place)
    push(towns.named, name, place)
    for (const beginning of beginningsOf(name)) push(towns.begun, beginning, place)
  }
  return gazetteer
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
export type Found = { place: Place; exact: boolean }
export type Whereabouts = { department: string | null; postcode: string | null }

/** Where a town is; null when we do not know it, or know several and cannot tell which. */
export function findPlace(gazetteer: Gazetteer, town: string, { department, postcode }: Whereabouts): Found | null {
  const key = townKey(town)
  const around = department === null ? undefined : gazetteer.byDepartment.get(departmentKey(department))
  if (around) {
    const [place] = around.named.get(key)?.slice(0, 1) ?? []
    return place ? { place, exact: true } : nearlyNamed(key, [around])
  }
  const within = postcode === null ? [] : townsWithin(gazetteer, postcode)
  const fitting = within.flatMap(({ named }) => named.get(key)?.slice(0, 2) ?? [])
  const named = fitting.length > 0 ? fitting : (gazetteer.byTown.get(key) ?? [])
  if (named.length > 0) return named.length === 1 && named[0] ? { place: named[0], exact: true } : null
  return nearlyNamed(key, within)
}

/** The towns of the department, or the two, that a postal code is of; only those of France tell. */
function townsWithin({ byDepartment }: Gazetteer, postcode: string): Towns[] {
  const numbers = postcode.startsWith('20') ? ['20', '2A', '2B'] : [postcode.slice(0, 2), postcode.slice(0, 3)]
  return numbers.flatMap((number) => (/^\d/.test(number) ? (byDepartment.get(number) ?? []) : []))
}

/** French postal codes begin with their department's number; both parts of Corsica share 20. */
function isWithin(postcode: string, department: string): boolean {
  return postcode.startsWith(/^2[AB]$/.test(department) ? '20' : department)
}

/**
 * Towns merge and lists lag behind: `Évry-Courcouronnes` is found at Évry, and people shorten:
 * `Brive` is found at Brive-la-Gaillarde when no other town there begins so.
 */
function nearlyNamed(key: string, around: readonly Towns[]): Found | null {
  if (key.length < 4) return null
  const within = beginningsOf(key)
    .filter((beginning) => beginning.length >= 4)
    .flatMap((beginning) => around.flatMap(({ named }) => named.get(beginning)?.slice(0, 1) ?? []))
  if (within[0]) return { place: within[0], exact: false }
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
  const known = stays && mayBeWithin(postcode, was.department) ? was : null
  const at = found?.exact ? found.place : (known ?? found?.place)
  if (!at) return { department: null, region: null, latitude: null, longitude: null }
  const { department, region, latitude, longitude } = at
  return { department, region, latitude, longitude }
}

/** Nothing says that this postal code is of another department. Only those of France begin with a number of theirs. */
function mayBeWithin(postcode: string | null, department: string | null): boolean {
  const number = department === null ? '' : departmentKey(department)
  return postcode === null || !/^\d/.test(number) || isWithin(postcode, number)
}
