import { departmentKey, findPlace, type Gazetteer } from '#shared/domain/place.ts'
import { readField } from '#shared/record/field.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
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
