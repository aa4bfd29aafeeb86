import { apiResources, resourceFields, sectionOfResource } from '#shared/db/api-selections.ts'
import { type Fields, fieldNames } from '#shared/record/field.ts'
import { isOwnName } from '#shared/record/own-fields.ts'
import { readOwn } from '#shared/record/own-values.ts'
import { sectionsPassedOn } from '#shared/record/passed-sections.ts'
import type { Value } from '#shared/record/row.ts'
import type { Sections } from '#shared/record/sections.ts'

/** What there is to read of a movement: nothing of a section that it does not ask. */
export function resourcesOf(sections: Sections): string[] {
  return apiResources.filter((resource) => {
    if (resource === 'rows') return sections.names.some(isOwnName)
    const section = sectionOfResource(resource, sections)
    return section === null || sections.find(section.name) !== null
  })
}

/** With a key that is not for people no phone or address that the movement asks is read. Rows of a movement's own may name people: a board, say. */
const shownWith = (resource: string, sections: Sections) =>
  resource === 'people' || resource === 'rows' ? sections : sectionsPassedOn(sections)

type Row = Readonly<Record<string, string | number | null>>

/** SQLite has no booleans. */
const yesOrNo = (row: Row, fields: Fields) =>
  Object.fromEntries(
    fieldNames(fields).flatMap((name) => (fields[name]?.control.kind === 'checkbox' ? [[name, row[name] === 1]] : [])),
  )

/** A row as it is told, with the answers to the movement's own questions by their keys; null where its section is not for this key, or not asked. */
export function rowInApi(resource: string, kept: Row, sections: Sections): object | null {
  const { own, row_id: _, ...row } = { ...kept, ...yesOrNo(kept, resourceFields(resource, sections)) }
  if (typeof own !== 'string') return row
  const shown = shownWith(resource, sections)
  const section = shown.find(sectionOfResource(resource, sections)?.name ?? String(row.section))
  if (!section) return null
  const said = resource === 'rows' ? { ...row, section: String(row.section).replace(/^own_/, '') } : row
  return { ...said, own: answersIn(section.fields, own) }
}

/** All but the team's own. */
function answersIn(fields: Fields, json: string): Readonly<Record<string, Value>> {
  const answers = readOwn(fields, json)
  return Object.fromEntries(
    fieldNames(fields).flatMap((name): [string, Value][] => {
      const { own, audience } = fields[name] ?? {}
      return own === undefined || audience === 'coordinators' ? [] : [[own, answers[name] ?? null]]
    }),
  )
}
