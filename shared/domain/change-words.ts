import type { GroupRecord } from '#shared/record/record.ts'
import type { Values } from '#shared/record/row.ts'
import type { Section } from '#shared/record/section.ts'
import type { Sections } from '#shared/record/sections.ts'
import { showValue } from '#shared/record/show.ts'
import { rowName, rowParts } from '#shared/record/show-row.ts'
import { inSentence } from '#shared/text/in-sentence.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { type Change, rowsOf } from './change.ts'
import { departmentName, departmentNames } from './departments.ts'
import { type MergeEvent, readMergeMark } from './merge-mark.ts'

/** A change as a history or a mail tells it; `before` or `after` is null where there was or is nothing to show. */
export type ChangeWords = { what: string; before: string | null; after: string | null }

/** What people call rows that a change names by their uid alone. */
export type RowNames = ReadonlyMap<string, string>

export function changeInWords(change: Change, names: RowNames, sections: Sections, language: Language): ChangeWords {
  const { list, row } = change
  const mark = readMergeMark(change)
  if (mark) return markInWords(mark, sections, language)
  const section = sections.of(list)
  if (!section) return keptInWords(change)
  const { added, removed } = section.words.history
  if ('added' in change)
    return { what: added[language], before: null, after: rowInWords(section, row, change.added, names, language) }
  if ('removed' in change)
    return { what: removed[language], before: rowInWords(section, row, change.removed, names, language), after: null }
  const field = section.fields[change.field]
  const label = field?.label[language] ?? change.field
  const show = (value: typeof change.before) => {
    if (!field) return String(value)
    return placeInWords(change, value) ?? showValue(field, value, language)
  }
  return {
    what: fieldName(section, names.get(row), label, language),
    before: show(change.before),
    after: show(change.after),
  }
}

/** A group's department by its name; null of all else. Departments have numbers in countries of which we know their names alone. */
function placeInWords({ list, field }: { list: string; field: string }, value: unknown): string | null {
  if (list !== 'group' || field !== 'department' || typeof value !== 'string' || value === '') return null
  return departmentName(Object.keys(departmentNames), value)
}

/** That two groups, or two referents, became one, or are two again. Of people nothing is said that names them. */
function markInWords(
  { event, name }: { event: MergeEvent; name: string },
  own: OwnWords,
  language: Language,
): ChangeWords {
  const text = textIn(language, own).history
  const said = event === 'samePerson' ? text.samePersonSaid : event === 'twoPeople' ? text.twoPeopleSaid : name
  return { what: text[event], before: null, after: said }
}

/** A change of a list that is not asked about any more, in its own words. */
function keptInWords(change: Change): ChangeWords {
  const shown = (values: Values) =>
    Object.values(values)
      .filter((value) => value !== null)
      .join(', ')
  if ('added' in change) return { what: change.list, before: null, after: shown(change.added) }
  if ('removed' in change) return { what: change.list, before: shown(change.removed), after: null }
  return { what: `${change.list}, ${change.field}`, before: String(change.before), after: String(change.after) }
}

function fieldName(section: Section, row: string | undefined, label: string, language: Language): string {
  if (section.list === 'group') return label
  return `${row ?? section.words.row[language]}, ${inSentence(label, language)}`
}

function rowInWords(
  section: Section,
  uid: string,
  row: Readonly<Record<string, unknown>>,
  names: RowNames,
  language: Language,
): string {
  const name = rowName(section, row) === '' ? names.get(uid) : undefined
  return [...(name ? [name] : []), ...rowParts(section.fields, row, language)].join(', ')
}

/** The names of a record's rows, and of campaigns, which stand elsewhere. */
export function rowNames(
  record: GroupRecord,
  campaigns: readonly { uid: string; name: string }[],
  { asked }: Sections,
): RowNames {
  const own = asked.flatMap((section) =>
    rowsOf(record, section.list).map((row): [string, string] => [row.uid, rowName(section, row)]),
  )
  return new Map([
    ...own.filter(([, name]) => name !== ''),
    ...campaigns.map(({ uid, name }): [string, string] => [uid, name]),
  ])
}
