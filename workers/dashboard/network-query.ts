import movement from '#movement'
import type { Place } from '#shared/db/network.ts'
import { type Period, periodBefore, readPeriod } from '#shared/domain/period.ts'
import { localTime } from '#shared/domain/zone.ts'

/** What the address of the network page asks for. */
export type NetworkQuery = { place: Place; period: Period; against: Period }

export function readNetworkQuery(query: URLSearchParams, now: Date): NetworkQuery {
  const thisMonth = localTime(now, movement.timeZone).day.slice(0, 7)
  const get = (name: string) => query.get(name) ?? undefined
  const period = readPeriod(get('from'), get('until'), thisMonth)
  const against =
    get('against_from') && get('against_until')
      ? readPeriod(get('against_from'), get('against_until'), thisMonth)
      : periodBefore(period)
  return { place: { region: word(get('region')), department: word(get('department')) }, period, against }
}

function word(text = ''): string {
  return text.trim().slice(0, 100)
}

export function networkPath({ place, period }: Pick<NetworkQuery, 'place' | 'period'>): string {
  const entries = Object.entries({ ...place, ...period }).filter(([, value]) => value !== '')
  return `/dashboard/network?${new URLSearchParams(entries)}`
}
