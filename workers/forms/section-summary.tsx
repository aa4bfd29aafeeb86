import { rowsOf } from '#shared/domain/change.ts'
import { type RowNames, rowNames } from '#shared/domain/change-words.ts'
import { firstName } from '#shared/domain/person-name.ts'
import { PartsLine } from '#shared/html/parts-line.tsx'
import { askedNames } from '#shared/record/field.ts'
import type { AnyRow } from '#shared/record/row.ts'
import type { Section } from '#shared/record/section.ts'
import { rowName, rowParts } from '#shared/record/show-row.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupLinkSession } from './link-session.ts'

/** What a summary is made of: a referent's look, or that of whoever was passed a link. */
type Looked = Pick<GroupLinkSession, 'group' | 'language' | 'movement' | 'campaigns'>
type SummaryProps = { session: Looked; section: Section }

/** What we know of one section, in a few lines, and what is missing. */
export function SectionSummary({ session, section }: SummaryProps) {
  const missing = section.list === 'referents' ? missingInReferents(session) : []
  return (
    <>
      {section.rows === 'one' ? (
        <OneRow session={session} section={section} />
      ) : (
        <Rows session={session} section={section} />
      )}
      {missing.length > 0 && (
        <p class="lacks">
          <PartsLine parts={missing} />
        </p>
      )}
    </>
  )
}

/** Whether a section lacks what the movement cannot do without: where the group is, what is counted, how somebody is called. */
export function isIncomplete(session: Looked, section: Section): boolean {
  if (section.list === 'referents') return missingInReferents(session).length > 0
  if (section.rows !== 'one') return false
  return untold(session, section).some((name) => name === 'town' || section.fields[name]?.sum !== undefined)
}

/** The questions about the group that nobody has answered. */
function untold({ group }: Looked, { list, fields }: Section): string[] {
  const [row] = rowsOf(group.record, list)
  return askedNames(fields).filter(
    // A box that is not ticked is an answer
    (name) => (row?.[name] ?? null) === null && fields[name]?.control.kind !== 'checkbox',
  )
}

/** Of whom is not yet a referent nothing is missing: what is theirs is not shown. */
function missingInReferents({ movement, group, language }: Looked): string[] {
  const text = textIn(language, movement).form
  const unseen = group.invited
  const seen = group.record.referents.filter(({ uid }) => !unseen.includes(uid))
  return [
    ...seen.filter(({ phone }) => phone === null).map(({ name }) => text.noPhone(firstName(name))),
    ...seen.filter(({ email }) => email === null).map(({ name }) => text.noEmail(firstName(name))),
  ]
}

/** What stands under the group's name, and what nobody has told us yet. */
function OneRow({ session, section }: SummaryProps) {
  const { group, language } = session
  const { list, fields, nameField } = section
  const [row] = rowsOf(group.record, list)
  const labels = untold(session, section).map((name) => fields[name]?.label[language] ?? name)
  return (
    <>
      <Parts parts={rowParts(fields, { ...row, [nameField ?? '']: null }, language)} />
      {labels.length > 0 && <p class="hint">{textIn(language, session.movement).form.toComplete(labels)}</p>}
    </>
  )
}

function Rows({ session, section }: SummaryProps) {
  const text = textIn(session.language, session.movement).form
  const { list, fields, rowsAtGlance } = section
  const all = rowsOf(session.group.record, list)
  const rows = section.rows === 'given' ? all.filter((row) => rowParts(fields, row, session.language).length > 0) : all
  if (rows.length === 0) return <p class="soft">{all.length === 0 ? text.nothingYet : text.noList}</p>
  const shown = rows.slice(0, rowsAtGlance)
  // Of lists that grow, the record has a part
  const total = section.rows === 'given' ? rows.length : (session.group.counts[list] ?? 0)
  const names = namesFor(session, section, shown)
  return (
    <ul class="known">
      {shown.map((row) => (
        <li>
          <Parts parts={[...partsOf(section, row, names, session.language), ...waits(session, section, row)]} />
        </li>
      ))}
      {total > shown.length && <li class="soft">{text.andMore(total - shown.length)}</li>}
    </ul>
  )
}

/** What rows without a name of their own are called; nothing is looked up where each has one. */
function namesFor({ movement, group, campaigns }: Looked, section: Section, rows: readonly AnyRow[]): RowNames {
  const isNamed = rows.every((row) => rowName(section, row) !== '')
  return isNamed ? new Map() : rowNames(group.record, campaigns, movement.sections)
}

function partsOf(section: Section, row: AnyRow, names: RowNames, language: Language): string[] {
  const name = rowName(section, row) === '' ? names.get(row.uid) : undefined
  return [...(name ? [name] : []), ...rowParts(section.fields, row, language)]
}

/** That somebody waits for the team, or was asked and has not said yes, or has another address that nobody has said yes to. */
function waits({ movement, group, language }: Looked, { list }: Section, { uid }: AnyRow): string[] {
  const { form: text, invited } = textIn(language, movement)
  if (list !== 'referents') return []
  if (group.waiting.includes(uid)) return [text.waitsShort]
  if (group.invited.includes(uid)) return [text.invitedShort]
  const address = group.newAddresses.get(uid)
  return address === undefined ? [] : [invited.newAddressShort(address)]
}

/** Parts of a row as one line, which a screen reader says in one go; each stays whole where a line ends. */
function Parts({ parts }: { parts: readonly string[] }) {
  return (
    <p>
      <PartsLine parts={parts} />
    </p>
  )
}
