import { kilometresBetween, type Position } from '#shared/domain/distance.ts'
import { departmentKey, townKey } from '#shared/domain/place.ts'
import { fold } from '#shared/record/fold.ts'
import { departmentNumber } from './departments.ts'
import type { Entry } from './problem.ts'
import { textOf } from './read-row.ts'

/** What tells a group from another of its name. Null: nobody says. */
export type GroupMarks = Readonly<
  Record<'town' | 'department' | 'region' | 'country' | 'address' | 'postcode', string | null> &
    Record<'latitude' | 'longitude', number | null>
>

export const noMarks: GroupMarks = {
  town: null,
  department: null,
  region: null,
  country: null,
  address: null,
  postcode: null,
  latitude: null,
  longitude: null,
}

/** What a row of a sheet of groups says of where its group is. */
export function groupMarksOf(entry: Entry): GroupMarks {
  const own = (field: string) => textOf(entry, 'own', field) || null
  const degrees = (field: string) => {
    const text = own(field)
    return text !== null && /^-?\d{1,3}(?:[.,]\d{1,20})?$/.test(text) ? Number(text.replace(',', '.')) : null
  }
  return {
    town: own('town'),
    department: own('department'),
    region: own('region'),
    country: textOf(entry, 'key', 'country') || null,
    address: textOf(entry, 'key', 'address') || null,
    postcode: own('postcode'),
    latitude: degrees('latitude'),
    longitude: degrees('longitude'),
  }
}

/** The first word on each thing stands. */
export function joinMarks(first: GroupMarks, later: GroupMarks): GroupMarks {
  return Object.fromEntries(
    Object.entries(first).map(([name, value]) => [name, value ?? later[name as keyof GroupMarks]]),
  ) as GroupMarks
}

/** In what two differ. By its town, department or region a group is told apart in what we keep; by the others it is not. */
export type MarkName = 'town' | 'department' | 'region' | 'country' | 'address' | 'position' | 'postcode'

/** Kilometres between two groups' positions that are two places. */
const apart = 30

export function differenceOf(a: GroupMarks, b: GroupMarks): MarkName | null {
  const both = (name: 'department' | 'region' | 'country' | 'address' | 'town', key: (text: string) => string) =>
    a[name] !== null && b[name] !== null && key(a[name]) !== key(b[name])
  if (both('department', placeNumber)) return 'department'
  if (isOtherArea(a, b)) return 'postcode'
  if (both('region', fold)) return 'region'
  if (both('country', fold)) return 'country'
  if (both('town', townKey)) return 'town'
  const [here, there] = [positionOf(a), positionOf(b)]
  if (here && there && kilometresBetween(here, there) > apart) return 'position'
  return both('address', fold) ? 'address' : null
}

/** How many things two have in common. */
export function likeness(a: GroupMarks, b: GroupMarks): number {
  const same = (one: string | null, other: string | null, key: (text: string) => string) =>
    one !== null && other !== null && key(one) === key(other) ? 1 : 0
  return (
    same(a.town, b.town, townKey) +
    same(a.department, b.department, placeNumber) +
    same(a.region, b.region, fold) +
    // Where nothing finer is known, a country is kept as the region
    same(a.region, b.country, fold) +
    same(a.address, b.address, fold)
  )
}

/** Some towns have the postal code of the department next to theirs: two codes are compared where both are known. */
function isOtherArea(a: GroupMarks, b: GroupMarks): boolean {
  const bare = (marks: GroupMarks) =>
    a.postcode !== null && b.postcode !== null ? { ...marks, department: null } : marks
  const [one, other] = [areaOf(bare(a)), areaOf(bare(b))]
  return one !== null && other !== null && one !== other
}

/** The department that a postal code is of, or the department itself where it has a number: Corsica's two share theirs. */
function areaOf({ postcode, department }: GroupMarks): string | null {
  const code = /^\D{0,2}(97\d|98\d|\d{2})\s?\d{2,3}\b/.exec(postcode ?? '')?.[1]
  const number = code ?? (department === null ? null : departmentNumber(department))
  return number?.replace(/[AB]$/, '0') ?? null
}

function placeNumber(department: string): string {
  return departmentNumber(department) ?? departmentKey(department)
}

function positionOf({ latitude, longitude }: GroupMarks): Position | null {
  return latitude === null || longitude === null ? null : { latitude, longitude }
}
