import type { FigureName } from '#shared/db/figures.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { metrics } from './metrics.ts'

type FiguresTableProps = { language: Language; totals: ReadonlyMap<FigureName, number> }

/** The figures of the whole network, each with how it is counted. */
export function FiguresTable({ language, totals }: FiguresTableProps) {
  const text = textIn(language).dashboard.overview
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{text.figuresTitle}</h2>
      <dl class="numbers">
        {metrics.map(({ figure, label, counted }) => (
          <div class="metric">
            <dt class="metric-name">{label[language]}</dt>
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
