import type { D1Database } from '@cloudflare/workers-types'
import type { AnyRow } from '#shared/record/row.ts'
import type { Section } from '#shared/record/section.ts'
import { isOfSection } from './grown-rows.ts'
import { columnsOf, rowFromColumns } from './row.ts'

/** A row of a section and its group; `id` is the row's alone in the whole network. */
export type ListedRow = { id: string; group: { uid: string; name: string }; of: string | null; row: AnyRow }

type Columns = { a: number; b: number; id: string; group_uid: string; group_name: string; of: string | null }

const window = 2000

/** What a section's rows are read from: `a` and `b` tell their order, `of` is what a part is a part in. */
function selection(section: Section): string {
  const { store, fields } = section
  switch (store.kind) {
    case 'group':
      return `g.id AS a, 0 AS b, g.uid AS id, NULL AS of, ${columnsOf(fields, 'g')}
        FROM local_group g
        WHERE g.merged_into_id IS NULL`
    case 'people':
      return `referent.id AS a, 0 AS b, g.uid || ':' || person.uid AS id, NULL AS of, person.language, ${columnsOf(fields, 'person').replace('person.role', 'referent.role').replace('person.own', 'referent.own')}
        FROM referent
        JOIN person ON person.id = referent.person_id
        JOIN local_group g ON g.id = referent.group_id
        WHERE referent.until_at IS NULL`
    case 'parts':
      return `part.group_id AS a, part.${store.of}_id AS b, g.uid || ':' || ${store.of}.uid AS id, ${store.of}.name AS of, ${columnsOf(fields, 'part')}
        FROM ${store.table} AS part
        JOIN ${store.of} ON ${store.of}.id = part.${store.of}_id
        JOIN local_group g ON g.id = part.group_id
        WHERE true`
    case 'rows':
      return `kept.id AS a, 0 AS b, kept.uid AS id, NULL AS of, ${columnsOf(fields, 'kept')}
        FROM ${store.table} AS kept
        JOIN local_group g ON g.id = kept.group_id
        WHERE ${isOfSection({ ...section, store }, 'kept')}`
    default:
      throw new Error(`no rows of its own: ${section.list}`)
  }
}

/** All rows of a section, in the order in which they came, window after window. Of people, also the language that each chose. */
export async function* listRows(db: D1Database, section: Section): AsyncGenerator<ListedRow[]> {
  for (let key = [0, -1]; ; ) {
    const { results } = await db
      .prepare(
        // Which rows of this section come next, of any group?
        `SELECT * FROM (SELECT g.uid AS group_uid, g.name AS group_name, ${selection(section)})
         WHERE (a, b) > (?1, ?2)
         ORDER BY a, b
         LIMIT ${window}`,
      )
      .bind(...key)
      .all<Columns & Record<string, unknown>>()
    if (results.length > 0)
      yield results.map(({ id, group_uid, group_name, of, ...columns }) => ({
        id,
        group: { uid: group_uid, name: group_name },
        of,
        row: {
          ...('language' in columns ? { language: columns.language as string | null } : {}),
          ...rowFromColumns(section.fields, id, columns),
        },
      }))
    const last = results.at(-1)
    if (!last || results.length < window) return
    key = [last.a, last.b]
  }
}
