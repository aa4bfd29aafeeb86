import type { SectionAge } from '#shared/db/network.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import { sectionNames, sections } from '#shared/fields/record.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { Table } from './chart/figure.tsx'
import { Lines } from './chart/lines.tsx'
import { monthOf } from './dates.ts'
import { monthMarks } from './series-figures.tsx'

const limits = [
  { days: 30, of: 'within30', tone: 'now' },
  { days: 90, of: 'within90', tone: 'last' },
  { days: 180, of: 'within180', tone: 'past' },
] as const

/** How much of each section was fresh, round after round: the same small picture for each. */
export function AgesFigure({ ages, language }: { ages: readonly SectionAge[]; language: Language }) {
  const { network: text, figuresOf, overview, percent } = textIn(language).dashboard
  return (
    <section class="figure" aria-labelledby="ages">
      <h2 id="ages">{text.agesTitle}</h2>
      <p class="says">{text.agesSays}</p>
      <div class="multiples">
        {sectionNames.map((section) => {
          const own = ages.filter((age) => age.section === section)
          const title = sections[section].title[language]
          const last = own.at(-1)
          return (
            <figure class="small">
              <figcaption>
                <a href={groupsPath({ section, checked: 'late', state: ['active', 'starting'] })}>{title}</a>
              </figcaption>
              <Lines
                lines={[...limits].reverse().map(({ days, of, tone }) => ({
                  tone,
                  label: text.within(days),
                  points: own.map((age, x) => ({ x, y: share(age, of) })),
                }))}
                maxX={Math.max(own.length - 1, 1)}
                maxY={1}
                marks={ends(own, language)}
                showY={percent}
                label={`${title}: ${last ? limits.map(({ days, of }) => `${text.within(days)} ${percent(share(last, of))}`).join(', ') : ''}`}
                isSmall
              />
            </figure>
          )
        })}
      </div>
      <details>
        <summary>
          {figuresOf}
          <span class="hidden">: {text.agesTitle}</span>
        </summary>
        <Table
          id="ages-table"
          caption={`${figuresOf} – ${text.agesTitle}`}
          locale={language}
          numbers={{
            head: [overview.roundHead, overview.sectionHead, ...limits.map(({ days }) => text.within(days))],
            rows: ages.map((age) => [
              monthOf(age.round, language),
              sections[age.section].title[language],
              ...limits.map(({ of }) => percent(share(age, of))),
            ]),
          }}
        />
        <p class="counted">{text.agesCounted}</p>
      </details>
    </section>
  )
}

/** The first and the last month: a small picture has no room for more. */
function ends(own: readonly SectionAge[], language: Language) {
  return monthMarks(own, language, own.length - 1)
}

export function share(age: SectionAge, of: (typeof limits)[number]['of']): number {
  return age.groups === 0 ? 0 : age[of] / age.groups
}
