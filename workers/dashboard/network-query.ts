import type { Area } from '#shared/db/network.ts'
import type { Day } from '#shared/domain/day.ts'
import { type Period, periodBefore, readPeriod } from '#shared/domain/period.ts'

/** What the address of the network page asks for. */
export type NetworkQuery = {
  place: Area
  period: Period
  /** What the period is compared with. */
  against: Period
  /** The same, where the address says so; else it is the period before. */
  chosen: Period | null
}

export function readNetworkQuery(query: URLSearchParams, today: Day): NetworkQuery {
  const thisMonth = today.slice(0, 7)
  const get = (name: string) => query.get(name) ?? undefined
  const period = readPeriod(get('from'), get('until'), thisMonth)
  const chosen =
    get('against_from') && get('against_until')
      ? readPeriod(get('against_from'), get('against_until'), thisMonth)
      : null
  return {
    place: { region: word(get('region')), department: word(get('department')) },
    period,
    against: chosen ?? periodBefore(period),
    chosen,
  }
}

function word(text = ''): string {
  return text.trim().slice(0, 100)
}

export function networkPath({ place, period, chosen }: Pick<NetworkQuery, 'place' | 'period' | 'chosen'>): string {
  const against = chosen ? { against_from: chosen.from, against_until: chosen.until } : {}
  const entries = Object.entries({ ...place, ...period, ...against }).filter(([, value]) => value !== '')
  return `/dashboard/network?${new URLSearchParams(entries)}`
}
