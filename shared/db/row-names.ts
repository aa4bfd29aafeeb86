import type { Section } from '#shared/record/section.ts'
import type { Sections } from '#shared/record/sections.ts'
import { valueIn } from './row.ts'

type Name = { table: string; name: string; on: string }

/** Where a row of a section has the name that people call it by, joined as `named_…`; null where it has none of its own. */
function nameOf(section: Section, uid: string): Name | null {
  const { list, store, fields, nameField } = section
  const joined = `named_${list}`
  const on = `${joined}.uid = ${uid}`
  if (store.kind === 'people') return { table: 'person', name: `${joined}.name`, on }
  if (store.kind === 'parts') return { table: store.of, name: `${joined}.name`, on }
  if (store.kind !== 'rows' || nameField === null) return null
  const within = store.within ? ` AND ${joined}.section = '${list}'` : ''
  return { table: store.table, name: valueIn(fields, nameField, joined), on: on + within }
}

function joinNames(sections: readonly Section[], uid: string, also: (section: Section) => string) {
  const names = sections.flatMap((section) => {
    const name = nameOf(section, uid)
    return name ? [{ ...name, joined: `named_${section.list}`, on: name.on + also(section) }] : []
  })
  return {
    name: `coalesce(${[...names.map(({ name }) => name), 'NULL', 'NULL'].join(', ')})`,
    joins: names.map(({ table, joined, on }) => `LEFT JOIN ${table} AS ${joined} ON ${on}`).join('\n    '),
  }
}

/** SQL: what people call the row that has the uid in `uid`, and the joins that this takes. A uid is of one row, whatever its section. */
export function rowNameSql({ asked }: Sections, uid: string): { name: string; joins: string } {
  return joinNames(asked, uid, () => '')
}

/** The same of rows of `local_group g`, but for people: of whom they are in other groups nothing is told. */
export function rowNameInGroup({ asked }: Sections, uid: string): { name: string; joins: string } {
  const things = asked.filter(({ store }) => store.kind !== 'people')
  return joinNames(things, uid, ({ store, list }) =>
    store.kind === 'rows' ? ` AND named_${list}.group_id = g.id` : '',
  )
}
