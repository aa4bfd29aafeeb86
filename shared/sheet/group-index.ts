import { townKey } from '#shared/domain/place.ts'
import { fold } from '#shared/record/fold.ts'
import { type GroupMarks, noMarks } from './group-marks.ts'
import { nearest } from './nearest.ts'
import type { Entry } from './problem.ts'

/** A group that rows are about: one that we know (`uid`), or one that the sheets make. */
export type Target = {
  uid: string | null
  name: string
  town: string | null
  /** Where it is, as the database or the rows so far say. */
  marks: GroupMarks
  /** The country, as its region: a sheet tells groups of one name apart by it. */
  country?: string
  entries: Entry[]
}

/** A group that the database knows. */
export type NamedGroup = Pick<Target, 'name' | 'town'> & { uid: string } & Partial<GroupMarks> & {
    former?: readonly string[]
    /** Uids of groups that became part of it. */
    merged?: readonly string[]
  }

/** Groups by all the ways in which people name them. */
export type GroupIndex = {
  /** In plain text, as `Archipel Pau`: the movement's name, which people leave out or add. */
  movement: string
  byName: Map<string, Target[]>
  byShortName: Map<string, Target[]>
  byTown: Map<string, Target[]>
  /** By name and town. */
  byPlace: Map<string, Target[]>
  /** By names that they had. */
  byFormerName: Map<string, Target[]>
  byUid: Map<string, Target>
}

/** Who is meant by a name: one group, or those that it could be; none when nobody has it. */
export type Naming = { target: Target } | { target?: never; several: string[] }

export function groupIndex(movement: string, known: Iterable<NamedGroup>): GroupIndex {
  const index: GroupIndex = {
    movement: fold(movement),
    byName: new Map(),
    byShortName: new Map(),
    byTown: new Map(),
    byPlace: new Map(),
    byFormerName: new Map(),
    byUid: new Map(),
  }
  for (const { uid, name, town, former = [], merged = [], ...marks } of known) {
    const target: Target = { uid, name, town, marks: { ...noMarks, ...marks, town }, entries: [] }
    addTarget(index, target)
    for (const one of [uid, ...merged]) index.byUid.set(one, target)
    for (const one of former) push(index.byFormerName, fold(one), target)
  }
  return index
}

export function addTarget(index: GroupIndex, target: Target): void {
  push(index.byName, fold(target.name), target)
  push(index.byShortName, shortName(index, target.name), target)
  if (!target.town) return
  push(index.byTown, townKey(target.town), target)
  push(index.byPlace, placeKey(target.name, target.town), target)
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

/** The group that a row of a sheet of groups is about, some of those that it could be, or none when there is none of that name yet. Its town tells groups of one name apart. */
export function findGroup(index: GroupIndex, name: string, town: string | null): Naming {
  const exact = index.byName.get(fold(name)) ?? []
  const there = exact.length > 1 && town ? (index.byPlace.get(placeKey(name, town)) ?? []) : exact
  const only = theOnly(there)
  if (only) return { target: only }
  if (exact.length > 0) return { several: exact.slice(0, mostNamed).map(nameAndTown) }
  const near = theOnly(index.byShortName.get(shortName(index, name)) ?? [])
  return near ? { target: near } : { several: [] }
}

/** The groups that a row of a sheet of groups may be about: of its name, or nearly, or of a name that they had; of several, those in its town. */
export function groupsNamed(index: GroupIndex, name: string, town: string | null): readonly Target[] {
  const exact = index.byName.get(fold(name)) ?? []
  const there = exact.length > 1 && town ? (index.byPlace.get(placeKey(name, town)) ?? exact) : exact
  if (there.length > 0) return there
  const near = index.byShortName.get(shortName(index, name)) ?? []
  return near.length > 0 ? near : (index.byFormerName.get(fold(name)) ?? [])
}

/** How many groups are named of those that may be meant: a sheet may have as many of one name as rows. */
const mostNamed = 20

function theOnly(targets: readonly Target[]): Target | undefined {
  return targets.length === 1 ? targets[0] : undefined
}

function placeKey(name: string, town: string): string {
  return `${fold(name)}|${townKey(town)}`
}

/** Groups of one name are told apart by where they are: those of one name and town by their department, or region. */
export function nameAndTown({ name, town, marks }: Target): string {
  const where = [town, marks.department ?? marks.region].filter((one) => one !== null)
  return where.length === 0 ? name : `${name} (${where.join(', ')})`
}

/** The group that somebody means by a name: also by its town alone, when only one group is there. */
export function findNamed(index: GroupIndex, name: string): Naming {
  const found = findGroup(index, name, null)
  if (found.target || found.several.length > 0) return found
  const short = shortName(index, name)
  const meant = index.byShortName.get(short) ?? index.byFormerName.get(fold(name)) ?? index.byTown.get(short) ?? []
  const only = theOnly(meant)
  return only ? { target: only } : { several: meant.slice(0, mostNamed).map((group) => group.name) }
}

/** The names of the groups that somebody may have meant by a name that no group has. */
export function nearGroups(index: GroupIndex, name: string): string[] {
  return nearest(
    shortName(index, name),
    Array.from(index.byShortName, ([key, targets]) => [key, targets[0]?.name ?? key] as const),
  )
}
