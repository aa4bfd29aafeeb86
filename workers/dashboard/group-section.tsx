import type { GroupPage } from '#shared/db/group-page.ts'
import { rowsOf } from '#shared/domain/change.ts'
import type { RowNames } from '#shared/domain/change-words.ts'
import { departmentName } from '#shared/domain/departments.ts'
import type { Movement } from '#shared/movement.ts'
import { fieldNames } from '#shared/record/field.ts'
import type { Section } from '#shared/record/section.ts'
import { showValue } from '#shared/record/show.ts'
import { rowParts } from '#shared/record/show-row.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { Age } from './columns.tsx'

type SectionProps = {
  group: GroupPage
  section: Section
  names: RowNames
  now: Date
  language: Language
  movement: Movement
}

/** Rows that are read at a glance; the others are a press away. */
const rowsShown = 8
/** Of lists that never end, as many as a light page holds. */
const mostRows = 32

/** One section of a group's record, with its age. */
export function RecordSection({ group, section, names, now, language, movement }: SectionProps) {
  const { name, words } = section
  const check = group.checks.find((candidate) => candidate.section === name)
  const text = textIn(language, movement).dashboard.group
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{words.title[language]}</h2>
      <p class="counted">
        {text.checked} <Age at={check?.checkedAt ?? null} now={now} language={language} movement={movement} />
        {check?.by && ` ${text.by(check.by)}`}
      </p>
      {section.list === 'group' ? (
        <Identity group={group} section={section} language={language} movement={movement} />
      ) : (
        <Rows group={group} section={section} names={names} language={language} movement={movement} />
      )}
    </section>
  )
}

/** What says itself elsewhere on the page, or is of no use to read. */
const leftOut = ['name', 'latitude', 'longitude']

type IdentityProps = Pick<SectionProps, 'group' | 'section' | 'language' | 'movement'>

function Identity({ group, section: { fields }, language, movement }: IdentityProps) {
  const [row] = rowsOf(group.record, 'group')
  return (
    <dl class="known">
      {fieldNames(fields).map((name) => {
        const field = fields[name]
        const value = row?.[name] ?? null
        if (!field || value === null || leftOut.includes(name)) return null
        const said =
          name === 'department' ? departmentName(movement.countries, String(value)) : showValue(field, value, language)
        return (
          <div>
            <dt>{field.label[language]}</dt>
            <dd>{name === 'website' ? <SafeLink href={String(value)} /> : said}</dd>
          </div>
        )
      })}
    </dl>
  )
}

/** A link to where a group says; only to the web. */
function SafeLink({ href }: { href: string }) {
  return /^https?:\/\//.test(href) ? <a href={href}>{href}</a> : <span>{href}</span>
}

type RowsProps = { group: GroupPage; section: Section; names: RowNames; language: Language; movement: OwnWords }

function Rows({ group, section: { list, fields }, names, language, movement }: RowsProps) {
  const text = textIn(language, movement).dashboard.group
  const rows = rowsOf(group.record, list)
  const lines = rows.flatMap((row) => {
    const campaign = list === 'campaigns' ? names.get(row.uid) : undefined
    const parts = [...(campaign ? [campaign] : []), ...rowParts(fields, row, language)]
    return parts.length === 0 ? [] : [parts.join(', ')]
  })
  // Of the lists that grow, the latest rows were read
  const total = lines.length + Math.max(0, (group.counts[list] ?? 0) - rows.length)
  const left = total - Math.min(lines.length, mostRows)
  if (lines.length === 0) return <p class="soft">{text.nothing}</p>
  return (
    <>
      <ul class="known">
        {lines.slice(0, rowsShown).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {lines.length > rowsShown && (
        <details>
          <summary>{text.more(total - rowsShown)}</summary>
          <ul class="known">
            {lines.slice(rowsShown, mostRows).map((line) => (
              <li>{line}</li>
            ))}
            {left > 0 && <li>{text.notShown(left)}</li>}
          </ul>
        </details>
      )}
    </>
  )
}
