import type { ActivityCounts, Theme } from '#shared/db/activity-counts.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import { firstDay, lastDay } from '#shared/domain/period.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { Figure } from './chart/figure.tsx'
import type { NetworkQuery } from './network-query.ts'

type ThemesProps = {
  own: OwnWords
  themes: readonly Theme[]
  activity: ActivityCounts
  query: NetworkQuery
  language: Language
}

/** What the trainings of a period were about. */
export function themesFigure({ themes, activity, query, language, own }: ThemesProps): Figure {
  const { network: text } = textIn(language, own).dashboard
  const { place, period } = query
  const pathOf = (theme: string) => groupsPath({ theme, from: firstDay(period), until: lastDay(period), ...place })
  return {
    id: 'themes',
    title: text.themesTitle,
    says: themes.length === 0 ? text.themesNone : text.themesSays(activity.trainings, activity.trained),
    counted: text.themesCounted,
    numbers: {
      head: [text.themeHead, text.trainingsHead, text.peopleHead],
      rows: themes.map(({ theme, trainings, attendees }) => [
        { text: theme, href: pathOf(theme) },
        trainings,
        attendees,
      ]),
    },
    drawn: {
      kind: 'bars',
      bars: {
        max: Math.max(...themes.map(({ trainings }) => trainings), 1),
        keys: [],
        bars: themes.map(({ theme, trainings }) => ({
          label: theme,
          href: pathOf(theme),
          value: trainings.toLocaleString(language),
          segments: [{ amount: trainings, tone: 'state-active' }],
        })),
      },
    },
  }
}
