import { type RegionCount, total } from '#shared/db/metrics.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import { type GroupState, groupStates } from '#shared/fields/group.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { Bars } from './chart/bars.tsx'
import { Figure } from './chart/figure.tsx'

const states = Object.keys(groupStates) as GroupState[]

/** Where the groups are, and how they are doing. */
export function RegionsFigure({ language, regions }: { language: Language; regions: readonly RegionCount[] }) {
  const dashboard = textIn(language).dashboard
  const text = dashboard.overview
  const nameOf = ({ region }: RegionCount) => region ?? dashboard.noRegion
  const sum = (state: GroupState) => regions.reduce((groups, region) => groups + (region.groups[state] ?? 0), 0)
  const all = states.reduce((groups, state) => groups + sum(state), 0)
  const known = regions.filter(({ region }) => region !== null).length
  return (
    <Figure
      id="regions"
      title={text.regionsTitle}
      says={text.regionsSays(all, sum('active'), known)}
      open={dashboard.figuresOf}
      locale={language}
      numbers={{
        head: [text.regionHead, text.totalHead, ...states.map((state) => text.state[state]), text.membersHead],
        rows: regions.map((region) => [
          nameOf(region),
          total(region.groups),
          ...states.map((state) => region.groups[state] ?? 0),
          region.members,
        ]),
      }}
    >
      <Bars
        max={Math.max(...regions.map(({ groups }) => total(groups)))}
        bars={regions.map((region) => ({
          label: nameOf(region),
          href: region.region === null ? undefined : groupsPath({ region: region.region }),
          value: total(region.groups).toLocaleString(language),
          segments: states.map((state) => ({ amount: region.groups[state] ?? 0, tone: `state-${state}` })),
        }))}
        keys={states.map((state) => ({ tone: `state-${state}`, label: text.state[state] }))}
      />
    </Figure>
  )
}
