import { areaKey } from '#shared/domain/areas.ts'
import { departmentKey, findPlace, type Gazetteer } from '#shared/domain/place.ts'
import { readField } from '#shared/record/field.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import { departmentNumber } from './departments.ts'
import type { RowReading } from './group-plan.ts'
import type { Note } from './problem.ts'
import type { Given } from './read-row.ts'
import type { World } from './world.ts'

/** Spreadsheets take `01000` for a number and drop its zero: it is put back where the department shows that it was there. */
export function repair(
  { entry, reading }: RowReading,
  before: GroupRecord['group'][number] | null,
  { gazetteer, sections }: Pick<World, 'gazetteer' | 'sections'>,
): RowReading & { notes: Note[] } {
  const notes: Note[] = []
  const own: Given = { ...reading.own }
  const department = typeof own.department === 'string' ? withZero(own.department, gazetteer) : null
  if (department) {
    notes.push({ code: 'repaired', field: 'department', from: String(own.department), to: department })
    own.department = department
  }
  if (!department && typeof own.department === 'string') own.department = asKept(own.department, gazetteer)
  if (typeof own.region === 'string' && own.department === undefined && isDepartment(own.region, gazetteer)) {
    own.department = asKept(own.region, gazetteer)
    delete own.region
  }
  if (typeof own.region === 'string') own.region = regionsOf(gazetteer).get(areaKey(own.region)) ?? own.region
  const fault = reading.faults.find(({ field, problem }) => field === 'postcode' && problem.code === 'postcode_invalid')
  const postcode = fault ? longerPostcode(fault.value, departmentOf(own, before, gazetteer), sections) : null
  if (!fault || !postcode) return { entry, reading: { ...reading, own }, notes }
  notes.push({ code: 'repaired', field: 'postcode', from: fault.value, to: postcode })
  const faults = reading.faults.filter((other) => other !== fault)
  return { entry, reading: { ...reading, own: { ...own, postcode }, faults }, notes }
}

/** `1` where we know a department `01` and none that is `1`. */
function withZero(department: string, { byDepartment }: Gazetteer): string | null {
  const longer = `0${department}`
  return /^\d$/.test(department) && byDepartment.has(longer) && !byDepartment.has(department) ? longer : null
}

function longerPostcode(cell: string, department: string | null, { ours }: Sections): string | null {
  const longer = `0${cell.replace(/\s/g, '')}`
  if (department === null || !longer.startsWith(departmentKey(department))) return null
  return readField(ours.group.fields.postcode, longer).value ?? null
}

function departmentOf(own: Given, before: GroupRecord['group'][number] | null, gazetteer: Gazetteer): string | null {
  if (typeof own.department === 'string') return own.department
  if (before?.department) return before.department
  const town = own.town ?? before?.town
  if (typeof town !== 'string') return null
  return findPlace(gazetteer, town, { department: null, postcode: null })?.place.department ?? null
}

/** A French department in any writing, as its number: `Pyrénées-Atlantiques (64)`; a province in any language, as the towns that we know have it. */
function asKept(department: string, { byDepartment }: Gazetteer): string {
  const number = departmentNumber(department)
  if (number !== null && byDepartment.has(number)) return number
  // `64, 65` is not one of them
  if (/\d\D{1,5}\d/.test(department)) return department
  const [towns] = byDepartment.get(departmentKey(department))?.named.values() ?? []
  return towns?.[0]?.department ?? department
}

/** A column Province, or State, holds what we call departments in some countries, and regions in others. */
function isDepartment(text: string, gazetteer: Gazetteer): boolean {
  const key = departmentKey(text)
  return !regionsOf(gazetteer).has(areaKey(text)) && gazetteer.byDepartment.has(key)
}

const regions = new WeakMap<Gazetteer, Map<string, string>>()

/** Regions as the towns that we know spell them. */
export function regionsOf(gazetteer: Gazetteer): Map<string, string> {
  const known = regions.get(gazetteer)
  if (known) return known
  const named = new Map<string, string>()
  for (const places of gazetteer.byTown.values())
    for (const { region } of places) if (region !== null && !named.has(region)) named.set(region, region)
  const byKey = new Map([...named.keys()].map((region) => [areaKey(region), region]))
  regions.set(gazetteer, byKey)
  return byKey
}
