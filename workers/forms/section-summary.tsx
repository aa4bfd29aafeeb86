import { type AnyRow, rowsOf } from '#shared/domain/change.ts'
import { type RowNames, rowNames } from '#shared/domain/change-words.ts'
import { firstName } from '#shared/domain/person-name.ts'
import { askedNames, type Fields } from '#shared/record/field.ts'
import type { SectionName } from '#shared/record/record.ts'
import { rowName, rowParts } from '#shared/record/show-row.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupVisit } from './visit.ts'

/** How many rows of a list are worth reading on a phone before one corrects them; who is on a list is said of everybody. */
const rowsShown: Partial<Record<SectionName, number>> = { referents: 4, lists: 40 }

type SummaryProps = { visit: GroupVisit; section: SectionName }

/** What we know of one section, in a few lines, and what is missing. */
export function SectionSummary({ visit, section }: SummaryProps) {
  const missing = section === 'referents' ? missingInReferents(visit) : []
  return (
    <>
      {section === 'identity' ? <Identity visit={visit} /> : <Rows visit={visit} section={section} />}
      {missing.length > 0 && <p class="lacks">{missing.join(' · ')}</p>}
    </>
  )
}

/** Whether a section lacks what the movement cannot do without: where the group is, what is counted, how somebody is called. */
export function isIncomplete(visit: GroupVisit, section: SectionName): boolean {
  if (section === 'referents') return missingInReferents(visit).length > 0
  if (section !== 'identity') return false
  const { fields } = visit.movement.sections.of('group')
  return untold(visit).some((name) => name === 'town' || fields[name]?.sum !== undefined)
}

/** The questions about the group that nobody has answered. */
function untold({ movement, group }: GroupVisit): string[] {
  const [row] = rowsOf(group.record, 'group')
  return askedNames(movement.sections.of('group').fields).filter((name) => (row?.[name] ?? null) === null)
}

/** Of whom is not yet a referent nothing is missing: what is theirs is not shown. */
function missingInReferents({ group, language }: GroupVisit): string[] {
  const text = textIn(language).form
  const unseen = [...group.guests, ...group.waiting]
  const seen = group.record.referents.filter(({ uid }) => !unseen.includes(uid))
  return [
    ...seen.filter(({ phone }) => phone === null).map(({ name }) => text.noPhone(firstName(name))),
    ...seen.filter(({ email }) => email === null).map(({ name }) => text.noEmail(firstName(name))),
  ]
}

/** What stands under the group's name, and what nobody has told us yet. */
function Identity({ visit }: { visit: GroupVisit }) {
  const { movement, group, language } = visit
  const { fields } = movement.sections.of('group')
  const [row] = rowsOf(group.record, 'group')
  const labels = untold(visit).map((name) => fields[name]?.label[language] ?? name)
  return (
    <>
      <Parts parts={rowParts(fields, { ...row, name: null }, language)} />
      {labels.length > 0 && <p class="hint">{textIn(language).form.toComplete(labels)}</p>}
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
  // Of lists that grow, the record has a part
  const total = section === 'lists' ? rows.length : visit.group.counts[list]
  const names = namesFor(visit, shown)
  return (
    <ul class="known">
      {shown.map((row) => (
        <li>
          <Parts parts={[...partsOf(fields, row, names, visit.language), ...waits(visit, section, row)]} />
        </li>
      ))}
      {total > shown.length && <li class="soft">{text.andMore(total - shown.length)}</li>}
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
