import { type ApiResource, apiResources } from '#shared/db/api-rows.ts'
import { type Fields, fieldNames } from '#shared/record/field.ts'
import { isOwnName } from '#shared/record/own-fields.ts'
import { readOwn } from '#shared/record/own-values.ts'
import { sectionsPassedOn } from '#shared/record/passed-sections.ts'
import type { Value } from '#shared/record/row.ts'
import type { Sections } from '#shared/record/sections.ts'

/** The section that rows of a resource are of; those of `rows` say it themselves, and answers to a round are of none. */
const sectionNames: Readonly<Partial<Record<ApiResource, string>>> = {
  groups: 'identity',
  people: 'referents',
  activities: 'activities',
  trainings: 'trainings',
  participations: 'campaigns',
}

/** What there is to read of a movement: nothing of a section that it does not ask. */
export function resourcesOf(sections: Sections): ApiResource[] {
  return apiResources.filter((resource) => {
    if (resource === 'rows') return sections.names.some(isOwnName)
    const section = sectionNames[resource]
    return section === undefined || sections.find(section) !== null
  })
}

/** With a key that is not for people no phone or address that the movement asks is read. Rows of a movement's own may name people: a board, say. */
const shownWith = (resource: ApiResource, sections: Sections) =>
  resource === 'people' || resource === 'rows' ? sections : sectionsPassedOn(sections)

type Row = Readonly<Record<string, unknown>>

/** A row with the answers to the movement's own questions by their keys; null where its section is not for this key, or not asked. */
export function withOwnAnswers(resource: ApiResource, { own, ...row }: Row, sections: Sections): object | null {
  if (typeof own !== 'string') return row
  const shown = shownWith(resource, sections)
  const section = shown.find(sectionNames[resource] ?? String(row.section))
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
