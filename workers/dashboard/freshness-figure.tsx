import { type SectionFreshness, total } from '#shared/db/metrics.ts'
import { bandNames, type FreshnessBand } from '#shared/domain/freshness.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Figure } from './chart/figure.tsx'

type FreshnessProps = { movement: Movement; language: Language; sections: readonly SectionFreshness[] }
type Bands = SectionFreshness['bands']

const recent: readonly FreshnessBand[] = ['month', 'quarter']

/** How long ago each section of the groups' records was checked. */
export function freshnessFigure({ movement, language, sections }: FreshnessProps): Figure | null {
  const text = textIn(language, movement).dashboard.overview
  const { percent } = textIn(language, movement).dashboard
  const oldest = [...sections].sort((a, b) => recentShare([a.bands]) - recentShare([b.bands]))[0]
  if (!oldest || total(oldest.bands) === 0) return null
  const titleOf = ({ section }: SectionFreshness) => movement.sections.named(section).words.title[language]
  const says = text.freshSays(
    recentShare(sections.map(({ bands }) => bands)),
    titleOf(oldest),
    recentShare([oldest.bands]),
  )
  return {
    id: 'freshness',
    title: text.freshTitle,
    says: says,
    counted: text.freshCounted,
    numbers: {
      head: [text.sectionHead, ...bandNames.map((band) => text.band[band])],
      rows: sections.map((section) => [
        titleOf(section),
        ...bandNames.map((checked) => ({
          groups: section.bands[checked],
          href: groupsPath({ section: section.section, checked, state: movement.writesTo }),
        })),
      ]),
    },
    drawn: {
      kind: 'bars',
      bars: {
        max: total(oldest.bands),
        bars: sections.map((section) => ({
          label: titleOf(section),
          href: groupsPath({ section: section.section, checked: 'late', state: movement.writesTo }),
          value: percent(recentShare([section.bands])),
          segments: bandNames.map((band) => ({ amount: section.bands[band] ?? 0, tone: `band-${band}` })),
        })),
        keys: bandNames.map((band) => ({ tone: `band-${band}`, label: text.band[band] })),
      },
    },
  }
}

/** The part that is up to date. */
function recentShare(bands: readonly Bands[]): number {
  const all = bands.reduce((sum, one) => sum + total(one), 0)
  const fresh = bands.reduce((sum, one) => sum + recent.reduce((part, band) => part + (one[band] ?? 0), 0), 0)
  return all === 0 ? 0 : fresh / all
}
