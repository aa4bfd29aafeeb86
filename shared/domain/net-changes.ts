import type { ListName } from '#shared/record/record.ts'
import type { Value, Values } from '#shared/record/row.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Change } from './change.ts'

/** What became of one row: it came, it went, or some of its fields changed. */
type RowFate = {
  list: ListName
  row: string
  added: Values | null
  removed: Values | null
  fields: Map<string, { before: Value; after: Value }>
}

/**
 * What several writes come to, told in one: what was changed and changed back is nothing, a row that came and went neither. A renaming of
 * the group comes first, then all else in the order of the form.
 */
export function netChanges(changes: readonly Change[], { asked }: Sections): Change[] {
  const fates = new Map<string, RowFate>()
  for (const change of changes) {
    const { list, row } = change
    const key = `${list} ${row}`
    const fate = fates.get(key) ?? { list, row, added: null, removed: null, fields: new Map() }
    fates.set(key, fate)
    follow(fate, change)
  }
  const lists = asked.map(({ list }) => list)
  return [...fates.values()].flatMap(changesOf).sort((a, b) => rank(a, lists) - rank(b, lists))
}

function follow(fate: RowFate, change: Change): void {
  if ('added' in change) add(fate, change.added)
  else if ('removed' in change) remove(fate, change.removed)
  else if (fate.added) fate.added = { ...fate.added, [change.field]: change.after }
  else changeField(fate, change)
}

/** A row that was there before comes back with what differs. */
function add(fate: RowFate, values: Values): void {
  const { removed, fields } = fate
  if (!removed) {
    fate.added = values
    return
  }
  fate.removed = null
  for (const field of Object.keys({ ...removed, ...values }))
    fields.set(field, { before: removed[field] ?? null, after: values[field] ?? null })
}

/** A row goes as it was before the first of these changes. */
function remove(fate: RowFate, values: Values): void {
  const { added, fields } = fate
  const before = [...fields].map(([field, one]): [string, Value] => [field, one.before])
  fate.removed = added ? null : { ...values, ...Object.fromEntries(before) }
  fate.added = null
  fields.clear()
}

function changeField({ fields }: RowFate, { field, before, after }: Extract<Change, { field: string }>): void {
  fields.set(field, { before: fields.has(field) ? (fields.get(field)?.before ?? null) : before, after })
}

function changesOf({ list, row, added, removed, fields }: RowFate): Change[] {
  if (added) return [{ list, row, added }]
  if (removed) return [{ list, row, removed }]
  return [...fields]
    .filter(([, { before, after }]) => before !== after)
    .map(([field, { before, after }]) => ({ list, row, field, before, after }))
}

function rank(change: Change, lists: readonly ListName[]): number {
  const isRenaming = change.list === 'group' && 'field' in change && change.field === 'name'
  const place = lists.indexOf(change.list)
  return isRenaming ? -1 : place < 0 ? lists.length : place
}
