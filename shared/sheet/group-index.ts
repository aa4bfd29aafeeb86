import { townKey } from '#shared/domain/place.ts'
import { plain } from '#shared/record/plain.ts'
import { nearest } from './nearest.ts'
import type { Entry } from './problem.ts'

/** A group that rows are about: one that we know (`uid`), or one that the sheets make. */
export type Target = {
  uid: string | null
  name: string
  town: string | null
  entries: Entry[]
}

/** Groups by all the ways in which people name them. */
export type GroupIndex = {
  /** In plain text, as `Archipel Pau`: the movement's name, which people leave out or add. */
  movement: string
  byName: Map<string, Target[]>
  byShortName: Map<string, Target[]>
  byTown: Map<string, Target[]>
}

/** Who is meant by a name: one group, or those that it could be; none when nobody has it. */
export type Naming = { target: Target } | { target?: never; several: string[] }

export function groupIndex(movement: string, known: Iterable<Omit<Target, 'entries'>>): GroupIndex {
  const index: GroupIndex = { movement: plain(movement), byName: new Map(), byShortName: new Map(), byTown: new Map() }
  for (const group of known) addTarget(index, { ...group, entries: [] })
  return index
}

export function addTarget(index: GroupIndex, target: Target): void {
  push(index.byName, plain(target.name), target)
  push(index.byShortName, shortName(index, target.name), target)
  if (target.town) push(index.byTown, townKey(target.town), target)
}

function push(map: Map<string, Target[]>, key: string, target: Target): void {
  const known = map.get(key)
  if (known) known.push(target)
  else map.set(key, [target])
}

/** A group's name without the movement's, and without the ways to write Saint. */
function shortName(index: GroupIndex, name: string): string {
  const key = townKey(name)
  const prefix = `${index.movement} `
  return key.startsWith(prefix) && key.length > prefix.length ? key.slice(prefix.length) : key
}

/** The group that a row of a sheet of groups is about, those that it could be, or none when there is none of that name yet. Its town tells groups of one name apart. */
export function findGroup(index: GroupIndex, name: string, town: string | null): Naming {
  const exact = index.byName.get(plain(name)) ?? []
  const short = exact.length > 0 ? [] : (index.byShortName.get(shortName(index, name)) ?? [])
  const [only, ...others] = exact.length > 1 && town ? exact.filter((target) => isThere(target, town)) : exact
  if (only && others.length === 0) return { target: only }
  if (exact.length > 0) return { several: exact.map(nameAndTown) }
  const [near, ...further] = short
  return near && further.length === 0 ? { target: near } : { several: [] }
}

function isThere(target: Target, town: string): boolean {
  return target.town !== null && townKey(target.town) === townKey(town)
}

/** Groups of one name are told apart by where they are. */
function nameAndTown({ name, town }: Target): string {
  return town === null ? name : `${name} (${town})`
}

/** The group that somebody means by a name: also by its town alone, when only one group is there. */
export function findNamed(index: GroupIndex, name: string): Naming {
  const found = findGroup(index, name, null)
  if (found.target || found.several.length > 0) return found
  const short = shortName(index, name)
  const meant = index.byShortName.get(short) ?? index.byTown.get(short) ?? []
  const [only, ...others] = meant
  if (only && others.length === 0) return { target: only }
  return { several: meant.map((group) => group.name) }
}

/** The names of the groups that somebody may have meant by a name that no group has. */
export function nearGroups(index: GroupIndex, name: string): string[] {
  return nearest(
    shortName(index, name),
    Array.from(index.byShortName, ([key, targets]) => [key, targets[0]?.name ?? key] as const),
  )
}
