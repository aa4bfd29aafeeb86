import { type FigureName, summedFields } from '#shared/db/figures.ts'
import type { GroupFilter } from '#shared/domain/group-filter.ts'
import type { ListName } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Words } from '#shared/text/language.ts'
import { words } from '#shared/text/words.ts'

/** A figure of the network, as the dashboard shows it. */
export type Metric = {
  /** Its query is in `shared/db/figures.ts`. */
  figure: FigureName
  label: Words
  /** How it is counted. */
  counted: Words
  /** The groups behind it, of deeds in these days. */
  behind: (days: Days) => Partial<GroupFilter>
}

type Days = Pick<GroupFilter, 'from' | 'until'>

const behind: Readonly<Record<ListName, Metric['behind']>> = {
  group: () => ({ state: ['active', 'starting'] }),
  referents: () => ({ reach: 'somebody' }),
  activities: (days) => ({ deed: 'activity', ...days }),
  campaigns: (days) => ({ deed: 'campaign', ...days }),
  trainings: (days) => ({ deed: 'training', ...days }),
  lists: () => ({ deed: 'list' }),
}

const lastYear = words({
  fr: 'ce mois-ci et les onze d’avant, d’après ce que les groupes ont inscrit dans leur fiche',
  en: 'this month and the eleven before, as the groups wrote in their records',
})

const counts: Readonly<Record<ListName, Omit<Metric, 'figure' | 'behind'>>> = {
  group: {
    label: words({ fr: 'Groupes', en: 'Groups' }),
    counted: words({ fr: 'actifs et en création', en: 'active and starting' }),
  },
  referents: {
    label: words({ fr: 'Référent·es', en: 'Referents' }),
    counted: words({
      fr: 'personnes, même si elles le sont de plusieurs groupes',
      en: 'people, once each, even those of several groups',
    }),
  },
  activities: { label: words({ fr: 'Activités', en: 'Activities' }), counted: lastYear },
  campaigns: {
    label: words({ fr: 'Participations aux campagnes', en: 'Parts taken in campaigns' }),
    counted: words({
      fr: 'groupes qui ont organisé, participé ou relayé, campagne par campagne, ce mois-ci et les onze d’avant',
      en: 'groups that organised, joined or relayed, campaign by campaign, this month and the eleven before',
    }),
  },
  trainings: { label: words({ fr: 'Formations données', en: 'Trainings given' }), counted: lastYear },
  lists: {
    label: words({ fr: 'Abonné·es aux listes', en: 'On mailing lists' }),
    counted: words({
      fr: 'référent·es abonné·es à une liste au moins, comptés une fois',
      en: 'referents on at least one list, once each',
    }),
  },
}

const sumOf: Readonly<Record<ListName, Words>> = {
  group: words({
    fr: 'groupes actifs et en création, d’après leur fiche',
    en: 'active and starting groups, as their records say',
  }),
  referents: lastYear,
  activities: lastYear,
  campaigns: lastYear,
  trainings: lastYear,
  lists: lastYear,
}

/** What the dashboard counts, in its order. A field with a `sum` has its metric here without another line. */
export function metricsOf(sections: Sections): Metric[] {
  return sections.asked.flatMap(({ list, fields }) => [
    { figure: list, behind: behind[list], ...counts[list] },
    ...summedFields(list, sections).flatMap((name) => {
      const label = fields[name]?.sum
      return label ? [{ figure: `${list}.${name}`, label, counted: sumOf[list], behind: behind[list] }] : []
    }),
  ])
}
