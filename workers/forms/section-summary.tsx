import { type AnyRow, rowsOf } from '#shared/domain/change.ts'
import { rowNames } from '#shared/domain/change-words.ts'
import { askedNames, type Fields } from '#shared/fields/field.ts'
import { lists, type SectionName, sections } from '#shared/fields/record.ts'
import { rowName, rowParts } from '#shared/fields/show-row.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupVisit } from './visit.ts'

/** How many rows of a list are worth reading on a phone before one corrects them. */
const rowsShown = 3

type SummaryProps = { visit: GroupVisit; section: SectionName }

/** What we know of one section, in a few lines. */
export function SectionSummary({ visit, section }: SummaryProps) {
  return section === 'identity' ? <Identity visit={visit} /> : <Rows visit={visit} section={section} />
}

/** What stands under the group's name, and what nobody has told us yet. */
function Identity({ visit: { group, language } }: { visit: GroupVisit }) {
  const text = textIn(language).form
  const fields: Fields = lists.group
  const [row] = rowsOf(group.record, 'group')
  const missing = askedNames(fields).filter((name) => (row?.[name] ?? null) === null)
  return (
    <>
      <Parts parts={rowParts('group', { ...row, name: null }, language)} />
      {missing.length > 0 && (
        <p class="hint">{text.notTold(missing.map((name) => fields[name]?.label[language] ?? name))}</p>
      )}
    </>
  )
}

function Rows({ visit, section }: SummaryProps) {
  const text = textIn(visit.language).form
  const rows = rowsOf(visit.group.record, sections[section].list)
  if (rows.length === 0) return <p class="soft">{text.nothingYet}</p>
  return (
    <ul class="known">
      {rows.slice(0, rowsShown).map((row) => (
        <li>
          <Parts parts={partsOf(visit, section, row)} />
        </li>
      ))}
      {rows.length > rowsShown && <li class="soft">{text.andMore(rows.length - rowsShown)}</li>}
    </ul>
  )
}

function partsOf({ group, campaigns, language }: GroupVisit, section: SectionName, row: AnyRow): string[] {
  const { list } = sections[section]
  const name = rowName(row) === '' ? rowNames(group.record, campaigns).get(row.uid) : undefined
  const parts = rowParts(list, row, language)
  const none = list === 'lists' && parts.length === 0 ? [textIn(language).form.noList] : []
  return [...(name ? [name] : []), ...parts, ...none]
}

/** Parts of a row; each stays whole where a line ends, with the point that follows it. */
function Parts({ parts }: { parts: readonly string[] }) {
  return (
    <p>
      {parts.map((part, index) => (
        <>
          <span class="part">{index < parts.length - 1 ? `${part}\u00a0·` : part}</span>{' '}
        </>
      ))}
    </p>
  )
}
