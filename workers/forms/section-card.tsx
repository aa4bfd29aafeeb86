import { type AnyRow, rowsOf } from '#shared/domain/change.ts'
import { rowNames } from '#shared/domain/change-words.ts'
import { freshness } from '#shared/domain/freshness.ts'
import { askedNames, type Fields } from '#shared/fields/field.ts'
import { lists, type SectionName, sections } from '#shared/fields/record.ts'
import { showAge, showValue } from '#shared/fields/show.ts'
import { rowName, rowParts } from '#shared/fields/show-row.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupVisit } from './visit.ts'

/** How many rows of a list are worth reading on a phone. */
const rowsShown = 5

type SectionCardProps = { visit: GroupVisit; section: SectionName; now: Date; page: string }

/** What we know of one section, how old that is, and its two answers: right, or to correct. */
export function SectionCard({ visit, section, now, page }: SectionCardProps) {
  const { group, language, path } = visit
  const text = textIn(language).form
  const { list, title } = sections[section]
  const address = `${path}/${group.uid}`
  return (
    <section class="card flow" aria-labelledby={`${section}-title`}>
      <div>
        <h3 id={`${section}-title`}>{title[language]}</h3>
        <p class="hint">{ageText(visit, section, now)}</p>
      </div>
      {list === 'group' ? <GroupValues visit={visit} /> : <Rows visit={visit} list={list} />}
      <div class="row between">
        <a class="button quiet" href={`${address}/${section}`}>
          {text.correct}
          <span class="hidden">: {title[language]}</span>
        </a>
        {freshness(group.checks, section, now) !== 0 && (
          <form method="post" action={address}>
            <input type="hidden" name="page" value={page} />
            <button type="submit" class="plain" name="section" value={section}>
              {text.sectionRight}
              <span class="hidden">: {title[language]}</span>
            </button>
          </form>
        )}
      </div>
    </section>
  )
}

function ageText({ group, language }: GroupVisit, section: SectionName, now: Date): string {
  const text = textIn(language).form
  const days = freshness(group.checks, section, now)
  const by = group.checks.find((check) => check.section === section)?.by ?? null
  return days === null ? text.neverChecked : text.checkedAgo(showAge(days, language), by)
}

function GroupValues({ visit: { group, language } }: { visit: GroupVisit }) {
  const fields: Fields = lists.group
  const [row] = rowsOf(group.record, 'group')
  return (
    <dl class="known">
      {askedNames(fields).map((name) => {
        const field = fields[name]
        if (!field) return null
        const value = row?.[name] ?? null
        return (
          <div>
            <dt>{field.label[language]}</dt>
            <dd>
              {value === null ? <i class="soft">{textIn(language).form.notTold}</i> : showValue(field, value, language)}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Rows({ visit, list }: { visit: GroupVisit; list: Exclude<keyof typeof lists, 'group'> }) {
  const text = textIn(visit.language).form
  const rows = rowsOf(visit.group.record, list)
  if (rows.length === 0) return <p class="soft">{text.nothingYet}</p>
  return (
    <>
      <ul class="known">
        {rows.slice(0, rowsShown).map((row) => (
          <RowLine visit={visit} list={list} row={row} />
        ))}
      </ul>
      {rows.length > rowsShown && <p class="soft">{text.andMore(rows.length - rowsShown)}</p>}
    </>
  )
}

/** One row; each part stays whole where a line ends. */
function RowLine({ visit, list, row }: { visit: GroupVisit; list: keyof typeof lists; row: AnyRow }) {
  const name = rowName(row) === '' ? rowNames(visit.group.record, visit.campaigns).get(row.uid) : undefined
  const parts = [...(name ? [name] : []), ...rowParts(list, row, visit.language)]
  return (
    <li>
      {parts.map((part, index) => (
        <>
          {index > 0 && ' · '}
          <span class="part">{part}</span>
        </>
      ))}
    </li>
  )
}
