import type { RegionFigures } from '#shared/db/figures-by-region.ts'
import { groupsPath, unknownPlace } from '#shared/domain/group-filter.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Figure } from './chart/figure.tsx'
import { isFigureAsked } from './comparison.tsx'

const columns = [
  'groups',
  'members',
  'trainings',
  'trained',
  'activities',
  'attendees',
  'parts',
  'mobilised',
] as const satisfies readonly (keyof RegionFigures)[]

/** A period, region by region: for an annual report. Null where there is nothing to set side by side. */
export function byRegionFigure({
  regions,
  sections,
  language,
}: {
  regions: readonly RegionFigures[]
  sections: Sections
  language: Language
}): Figure | null {
  if (regions.length < 2) return null
  const { network: text, overview, noRegion } = textIn(language, sections).dashboard
  const asked = columns.filter((name) => isFigureAsked(name, sections))
  return {
    id: 'byregion',
    title: text.byRegionTitle,
    says: '',
    counted: text.comparedCounted,
    numbers: {
      head: [overview.regionHead, ...asked.map((name) => text.figure[name])],
      rows: regions.map((figures) => [
        { text: figures.region || noRegion, href: groupsPath({ region: figures.region || unknownPlace }) },
        ...asked.map((name) => figures[name]),
      ]),
    },
    drawn: null,
  }
}
