import type { Deeds, Theme } from '#shared/db/deeds.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import { firstDay, lastDay } from '#shared/domain/period.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { Bars } from './chart/bars.tsx'
import { Figure } from './chart/figure.tsx'
import type { NetworkQuery } from './network-query.ts'

type ThemesFigureProps = { themes: readonly Theme[]; deeds: Deeds; query: NetworkQuery; language: Language }

/** What the trainings of a period were about. */
export function ThemesFigure({ themes, deeds, query, language }: ThemesFigureProps) {
  const { network: text } = textIn(language).dashboard
  const { place, period } = query
  const pathOf = (theme: string) => groupsPath({ theme, from: firstDay(period), until: lastDay(period), ...place })
  return (
    <Figure
      id="themes"
      title={text.themesTitle}
      says={themes.length === 0 ? text.themesNone : text.themesSays(deeds.trainings, deeds.trained)}
      counted={text.themesCounted}
      language={language}
      numbers={{
        head: [text.themeHead, text.trainingsHead, text.peopleHead],
        rows: themes.map(({ theme, trainings, attendees }) => [
          <a href={pathOf(theme)}>{theme}</a>,
          trainings,
          attendees,
        ]),
      }}
    >
      <Bars
        max={Math.max(...themes.map(({ trainings }) => trainings), 1)}
        keys={[]}
        bars={themes.map(({ theme, trainings }) => ({
          label: theme,
          href: pathOf(theme),
          value: trainings.toLocaleString(language),
          segments: [{ amount: trainings, tone: 'state-active' }],
        }))}
      />
    </Figure>
  )
}
