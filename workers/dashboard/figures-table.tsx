import { type FigureName, lastYear } from '#shared/db/figures.ts'
import type { Day } from '#shared/domain/day.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { metricsOf } from './metrics.ts'

type FiguresTableProps = {
  sections: Sections
  language: Language
  totals: ReadonlyMap<FigureName, number>
  today: Day
}

/** The figures of the whole network, each with how it is counted. */
export function FiguresTable({ sections, language, totals, today }: FiguresTableProps) {
  const year = lastYear(today)
  const text = textIn(language, sections).dashboard.overview
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{text.figuresTitle}</h2>
      <dl class="numbers">
        {metricsOf(sections).map(({ figure, label, counted, behind }) => (
          <div class="metric">
            <dt class="metric-name">
              <a href={groupsPath(behind(year))}>{label[language]}</a>
            </dt>
            <dd class="metric-value">
              <b>{(totals.get(figure) ?? 0).toLocaleString(language)}</b>
              <span class="counted">{counted[language]}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
