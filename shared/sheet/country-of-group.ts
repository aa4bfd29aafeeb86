import { areaKey } from '#shared/domain/areas.ts'
import { departmentKey, findPlace, type Gazetteer } from '#shared/domain/place.ts'
import { postcodeDepartments } from '#shared/domain/postcode.ts'
import { readField } from '#shared/record/field.ts'
import type { Sections } from '#shared/record/sections.ts'
import { type GroupMarks, groupMarksOf, joinMarks, noMarks } from './group-marks.ts'
import type { GroupOfSheet } from './group-plan.ts'
import type { SheetKinds } from './kinds.ts'
import type { Entry, Note, SheetFault } from './problem.ts'
import { textOf } from './read-row.ts'
import { regionsOf } from './repair.ts'

/** A country of the movement: its towns, how numbers and codes are read there, and sheets with them. */
export type SheetCountry = { code: string; gazetteer: Gazetteer; sections: Sections; kinds: SheetKinds }

/** The country that a group is in. */
export type GroupCountry = SheetCountry & {
  notes: { entry: Entry; note: Note }[]
  faults: { entry: Entry; fault: SheetFault }[]
}

/**
 * Which of a movement's countries a group is in: the one that its rows name, that we know, or in which there is such a town with such a postal
 * code. Where nothing tells several apart it is the first, and that is said. Null for a movement of one country.
 */
export function countryOfGroup(
  entries: readonly Entry[],
  known: GroupOfSheet | null,
  countries: readonly SheetCountry[],
): GroupCountry | null {
  const [first] = countries
  const rows = entries.filter(({ sheet }) => sheet.kind === 'groups')
  if (!first || countries.length < 2) return null
  const named = (code: unknown) => countries.find((one) => one.code === code)
  const faults = rows.flatMap((entry) => unknownCountry(entry, first.sections))
  const said = rows.map((entry) => named(countryIn(entry, first.sections))).find((one) => one !== undefined)
  const before = said ?? named(known?.record.group[0]?.country)
  if (before) return { ...before, notes: [], faults }
  const marks = rows.map(groupMarksOf).reduce(joinMarks, noMarks)
  const { country, isOpen } = likeliest(marks, countries, first)
  const [entry] = rows
  const note: Note = { code: 'country_assumed', town: marks.town ?? '', country: country.code }
  return { ...country, notes: isOpen && entry ? [{ entry, note }] : [], faults }
}

/** The country that a row names, as we write it; null when it names none that the movement is in. */
export function countryIn(entry: Entry, { ours }: Sections): string | null {
  const { country } = ours.group.fields
  const text = textOf(entry, 'key', 'country')
  return country && text !== '' ? (readField(country, text).value ?? null) : null
}

function unknownCountry(entry: Entry, { ours }: Sections): GroupCountry['faults'] {
  const value = textOf(entry, 'key', 'country')
  const problem = ours.group.fields.country && value !== '' && readField(ours.group.fields.country, value).problem
  if (!problem) return []
  const column = entry.sheet.columns.find(({ part, field }) => part === 'key' && field === 'country')
  return [{ entry, fault: { field: 'country', columns: column ? [column.index] : [], value, problem, loses: 'cell' } }]
}

function likeliest(marks: GroupMarks, countries: readonly SheetCountry[], first: SheetCountry) {
  const scored = countries.map((country) => ({ country, score: likenessTo(country, marks) }))
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0)
  const same = scored.filter(({ score }) => score === best)
  return { country: same[0]?.country ?? first, isOpen: best > 0 && same.length > 1 }
}

/** How much of where a group is speaks for a country. */
function likenessTo({ gazetteer, sections }: SheetCountry, { town, postcode, department, region }: GroupMarks): number {
  const { postcode: field } = sections.ours.group.fields
  // A spreadsheet may have lost its zero
  const codes =
    postcode === null ? [] : [postcode, `0${postcode}`].flatMap((code) => readField(field, code).value ?? [])
  const isDepartment = department !== null && gazetteer.byDepartment.has(departmentKey(department))
  const within = { department: isDepartment ? department : null }
  const found = town === null ? null : findPlace(gazetteer, town, { ...within, postcode: codes[0] ?? null })
  const isThere = found?.exact === true
  const fits = codes.some((code) => {
    const departments = postcodeDepartments(gazetteer.country, code)
    return isThere && (departments.length === 0 || departments.includes(departmentKey(found.place.department)))
  })
  return (
    (isThere ? 2 : 0) +
    (fits ? 2 : 0) +
    (isDepartment ? 2 : 0) +
    (region !== null && regionsOf(gazetteer).has(areaKey(region)) ? 2 : 0) -
    (postcode !== null && codes.length === 0 ? 1 : 0)
  )
}
