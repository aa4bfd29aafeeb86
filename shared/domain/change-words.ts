import { type GroupRecord, isListName, listNames } from '#shared/record/record.ts'
import type { Section, Sections } from '#shared/record/sections.ts'
import { showValue } from '#shared/record/show.ts'
import { rowName, rowParts } from '#shared/record/show-row.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { type Change, rowsOf, type Values } from './change.ts'

/** A change as a history or a mail tells it; `before` or `after` is null where there was or is nothing to show. */
export type ChangeWords = { what: string; before: string | null; after: string | null }

/** What people call rows that a change names by their uid alone. */
export type RowNames = ReadonlyMap<string, string>

export function changeInWords(change: Change, names: RowNames, sections: Sections, language: Language): ChangeWords {
  const { list, row } = change
  if (!isListName(list)) return keptInWords(change)
  const section = sections.of(list)
  const text = textIn(language).history
  if ('added' in change)
    return { what: text.added[list], before: null, after: rowInWords(section, row, change.added, names, language) }
  if ('removed' in change)
    return { what: text.removed[list], before: rowInWords(section, row, change.removed, names, language), after: null }
  const field = section.fields[change.field]
  const label = field?.label[language] ?? change.field
  const show = (value: typeof change.before) => (field ? showValue(field, value, language) : String(value))
  return {
    what: fieldName(section, names.get(row), label, language),
    before: show(change.before),
    after: show(change.after),
  }
}

/** A change of a list that is not asked about any more, in its own words. */
function keptInWords(change: Change): ChangeWords {
  const shown = (values: Values) =>
    Object.values(values)
      .filter((value) => value !== null)
      .join(' · ')
  if ('added' in change) return { what: change.list, before: null, after: shown(change.added) }
  if ('removed' in change) return { what: change.list, before: shown(change.removed), after: null }
  return { what: `${change.list}, ${change.field}`, before: String(change.before), after: String(change.after) }
}

function fieldName(section: Section, row: string | undefined, label: string, language: Language): string {
  if (section.list === 'group') return label
  return `${row ?? section.row[language]}, ${label.toLocaleLowerCase(language)}`
}

function rowInWords(
  { fields }: Section,
  uid: string,
  row: Readonly<Record<string, unknown>>,
  names: RowNames,
  language: Language,
): string {
  const name = rowName(row) === '' ? names.get(uid) : undefined
  return [...(name ? [name] : []), ...rowParts(fields, row, language)].join(' · ')
}

/** The names of a record's rows, and of campaigns, which stand elsewhere. */
export function rowNames(record: GroupRecord, campaigns: readonly { uid: string; name: string }[]): RowNames {
  const own = listNames.flatMap((list) => rowsOf(record, list).map((row): [string, string] => [row.uid, rowName(row)]))
  return new Map([
    ...own.filter(([, name]) => name !== ''),
    ...campaigns.map(({ uid, name }): [string, string] => [uid, name]),
  ])
}
