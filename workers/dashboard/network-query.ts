import type { Area } from '#shared/db/area.ts'
import type { Day } from '#shared/domain/day.ts'
import { type Period, periodBefore, readPeriod } from '#shared/domain/period.ts'
import { areaName } from '#shared/text/area-name.ts'

/** What the address of the network page asks for. */
export type NetworkQuery = {
  /** '' is all of them. */
  country: string
  place: Area
  period: Period
  /** What the period is compared with. */
  against: Period
  /** The same, where the address says so; else it is the period before. */
  chosen: Period | null
}

export function readNetworkQuery(
  query: URLSearchParams,
  today: Day,
  countries: readonly string[],
  every = 1,
): NetworkQuery {
  const thisMonth = today.slice(0, 7)
  const get = (name: string) => query.get(name) ?? undefined
  const period = readPeriod(get('from'), get('until'), thisMonth, every)
  const chosen =
    get('against_from') && get('against_until')
      ? readPeriod(get('against_from'), get('against_until'), thisMonth)
      : null
  return {
    country: countries.length > 1 && countries.includes(get('country') ?? '') ? (get('country') ?? '') : '',
    place: { region: area(get('region')), department: area(get('department')) },
    period,
    against: chosen ?? periodBefore(period),
    chosen,
  }
}

function area(text = ''): string {
  return areaName(text.trim().slice(0, 100))
}

type Path = Pick<NetworkQuery, 'country' | 'place' | 'period' | 'chosen'>

export function networkPath({ country, place: { region, department }, period, chosen }: Path): string {
  const against = chosen ? { against_from: chosen.from, against_until: chosen.until } : {}
  const entries = Object.entries({ country, region, department, ...period, ...against }).filter(
    ([, value]) => value !== '',
  )
  return `/dashboard/network?${new URLSearchParams(entries)}`
}
