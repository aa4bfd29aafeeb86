import { type RegionCount, total } from '#shared/db/metrics.ts'
import { groupsPath, unknownPlace } from '#shared/domain/group-filter.ts'
import { openStates as states } from '#shared/domain/group-state.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { Figure } from './chart/figure.tsx'

/** Where the groups are, and how they are doing. */
export function regionsFigure({
  movement,
  language,
  regions,
}: {
  movement: OwnWords
  language: Language
  regions: readonly RegionCount[]
}): Figure | null {
  const dashboard = textIn(language, movement).dashboard
  const text = dashboard.overview
  const nameOf = ({ region }: RegionCount) => region ?? dashboard.noRegion
  const sum = (state: GroupState) => regions.reduce((groups, region) => groups + (region.groups[state] ?? 0), 0)
  const all = states.reduce((groups, state) => groups + sum(state), 0)
  const known = regions.filter(({ region }) => region !== null).length
  return {
    id: 'regions',
    title: text.regionsTitle,
    says: text.regionsSays(all, sum('active'), known),
    counted: text.regionsCounted,
    numbers: {
      head: [text.regionHead, text.totalHead, ...states.map((state) => text.state[state]), text.membersHead],
      rows: regions.map((region) => [
        nameOf(region),
        { groups: total(region.groups), href: pathOf(region) },
        ...states.map((state) => ({ groups: region.groups[state] ?? 0, href: pathOf(region, [state]) })),
        region.members,
      ]),
    },
    drawn: {
      kind: 'bars',
      bars: {
        max: Math.max(...regions.map(({ groups }) => total(groups))),
        bars: regions.map((region) => ({
          label: nameOf(region),
          href: pathOf(region),
          value: total(region.groups).toLocaleString(language),
          segments: states.map((state) => ({ amount: region.groups[state] ?? 0, tone: `state-${state}` })),
        })),
        keys: states.map((state) => ({ tone: `state-${state}`, label: text.state[state] })),
      },
    },
  }
}

function pathOf({ region }: RegionCount, state: GroupState[] = []): string {
  return groupsPath({ region: region ?? unknownPlace, state })
}
