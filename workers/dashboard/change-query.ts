import type { ChangeFilter } from '#shared/db/changes.ts'
import { addDays, type Day } from '#shared/domain/day.ts'
import { instantOf } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import type { Sections } from '#shared/record/sections.ts'
import { areaName } from '#shared/text/area-name.ts'

/** What the address of the page of changes asks for. */
export type ChangeQuery = {
  section: string
  region: string
  from: Day | ''
  until: Day | ''
  imports: string
  before: string
}

export function readChangeQuery(query: URLSearchParams, sections: Sections): ChangeQuery {
  const dayIn = (name: string) => {
    const value = query.get(name) ?? ''
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : ''
  }
  return {
    section: sections.find(query.get('section') ?? '')?.name ?? '',
    region: areaName((query.get('region') ?? '').slice(0, 100)),
    from: dayIn('from'),
    until: dayIn('until'),
    imports: query.get('imports') === 'yes' ? 'yes' : '',
    before: /^\d{1,15}$/.test(query.get('before') ?? '') ? (query.get('before') ?? '') : '',
  }
}

export function changesPath(query: Partial<ChangeQuery>): string {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return given.length === 0 ? '/dashboard/changes' : `/dashboard/changes?${new URLSearchParams(given)}`
}

/** Whether nothing is asked for but what changed: of an empty list there is no filter to take off. */
export function isUnfiltered(query: ChangeQuery): boolean {
  return Object.values(query).every((value) => value === '')
}

/** Days are the movement's own, from their first to their last instant. */
export function changeFilter(
  { section, region, from, until, imports, before }: ChangeQuery,
  { timeZone, sections }: Movement,
): ChangeFilter {
  const midnight = (day: Day) => instantOf({ day, time: '00:00' }, timeZone)
  return {
    list: sections.find(section)?.list ?? null,
    region,
    from: from ? midnight(from) : null,
    until: until ? midnight(addDays(until, 1)) : null,
    before: before ? Number(before) : null,
    withImports: imports === 'yes',
  }
}
