import { type AnyRow, rowsOf } from '#shared/domain/change.ts'
import { type RowNames, rowNames } from '#shared/domain/change-words.ts'
import { askedNames, type Fields } from '#shared/record/field.ts'
import type { SectionName } from '#shared/record/record.ts'
import { rowName, rowParts } from '#shared/record/show-row.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupVisit } from './visit.ts'

/** How many rows of a list are worth reading on a phone before one corrects them; who is on a list is said of everybody. */
const rowsShown: Partial<Record<SectionName, number>> = { referents: 4, lists: Number.POSITIVE_INFINITY }

type SummaryProps = { visit: GroupVisit; section: SectionName }

/** What we know of one section, in a few lines. */
export function SectionSummary({ visit, section }: SummaryProps) {
  return section === 'identity' ? <Identity visit={visit} /> : <Rows visit={visit} section={section} />
}

/** What stands under the group's name, and what nobody has told us yet. */
function Identity({ visit: { movement, group, language } }: { visit: GroupVisit }) {
  const text = textIn(language).form
  const { fields } = movement.sections.of('group')
  const [row] = rowsOf(group.record, 'group')
  const missing = askedNames(fields).filter((name) => (row?.[name] ?? null) === null)
  return (
    <>
      <Parts parts={rowParts(fields, { ...row, name: null }, language)} />
      {missing.length > 0 && (
        <p class="hint">{text.notTold(missing.map((name) => fields[name]?.label[language] ?? name))}</p>
      )}
    </>
  )
}

function Rows({ visit, section }: SummaryProps) {
  const text = textIn(visit.language).form
  const { list, fields } = visit.movement.sections.named(section)
  const all = rowsOf(visit.group.record, list)
  const rows = section === 'lists' ? all.filter((row) => rowParts(fields, row, visit.language).length > 0) : all
  if (rows.length === 0) return <p class="soft">{all.length === 0 ? text.nothingYet : text.noList}</p>
  const shown = rows.slice(0, rowsShown[section] ?? 2)
  const names = namesFor(visit, shown)
  return (
    <ul class="known">
      {shown.map((row) => (
        <li>
          <Parts parts={[...partsOf(fields, row, names, visit.language), ...waits(visit, section, row)]} />
        </li>
      ))}
      {rows.length > shown.length && <li class="soft">{text.andMore(rows.length - shown.length)}</li>}
    </ul>
  )
}

/** What rows without a name of their own are called; nothing is looked up where each has one. */
function namesFor({ group, campaigns }: GroupVisit, rows: readonly AnyRow[]): RowNames {
  return rows.every((row) => rowName(row) !== '') ? new Map() : rowNames(group.record, campaigns)
}

function partsOf(fields: Fields, row: AnyRow, names: RowNames, language: Language): string[] {
  const name = rowName(row) === '' ? names.get(row.uid) : undefined
  return [...(name ? [name] : []), ...rowParts(fields, row, language)]
}

/** That somebody waits for the team. */
function waits({ group, language }: GroupVisit, section: SectionName, { uid }: AnyRow): string[] {
  return section === 'referents' && group.waiting.includes(uid) ? [textIn(language).form.waitsShort] : []
}

/** Characters of a part that stays on one line: a narrow screen's. A longer one is broken where a line ends. */
const wholeUpTo = 24

/** Parts of a row as one line, which a screen reader says in one go; each stays whole where a line ends, with the point that follows it. */
function Parts({ parts }: { parts: readonly string[] }) {
  return (
    <p>
      {parts.map((part, index) => [
        index > 0 && '\u00a0· ',
        part.length > wholeUpTo || !/[ -]/.test(part) ? part : <span class="part">{part}</span>,
      ])}
    </p>
  )
}
