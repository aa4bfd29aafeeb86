import { type PublicSections, publicSections } from '#shared/domain/public-group.ts'
import { readOwn } from '#shared/record/own-values.ts'
import type { Section } from '#shared/record/section.ts'

/** Rows of a section of a movement's own that everybody may see; of those with a day the latest. */
const rowsShown = 20

/** The rows of `local_group g` in the sections of which everybody may see something, by section, as JSON: all that is answered there. */
export function publicRowsColumn(asked: readonly Section[]): string {
  const sections = publicSections(asked).map(({ name, fields, dayField }) => [
    name,
    (dayField === null ? null : fields[dayField]?.own) ?? null,
  ])
  if (sections.length === 0) return `'{}'`
  return `(
    SELECT json_group_object(
      asked.value ->> 0,
      json((
        SELECT json_group_array(json(own))
        FROM (
          SELECT own
          FROM section_row
          WHERE group_id = g.id AND section = asked.value ->> 0
          ORDER BY own ->> ('$.' || (asked.value ->> 1)) DESC, id
          LIMIT ${rowsShown}
        )
      ))
    )
    FROM json_each('${JSON.stringify(sections)}') AS asked
  )`
}

export function readPublicRows(json: string, asked: readonly Section[]): PublicSections {
  const rows = JSON.parse(json) as Readonly<Record<string, readonly object[]>>
  return Object.fromEntries(
    asked.flatMap(({ name, fields }) =>
      rows[name] ? [[name, rows[name].map((own) => readOwn(fields, JSON.stringify(own)))]] : [],
    ),
  )
}
