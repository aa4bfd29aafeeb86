import type { Area } from '#shared/db/area.ts'
import type { DepartmentCount, DepartmentShare, MappedGroup } from '#shared/db/map.ts'
import { byNameIn, departmentName } from '#shared/domain/departments.ts'
import type { Language } from '#shared/text/language.ts'
import type { Mark } from './mark-of.ts'

/** `said`: what its mark says of it, in words. */
export type Marked = MappedGroup & { mark: Mark; said: string }

/** A part of what the map shows. */
export type Tally = {
  /** Empty where it is not known. */
  name: string
  place: Area
  groups: number
  /** The part of its groups that is well; null where it is not known. */
  share: number | null
}

/** What is well: up to date, or answered; of a question of the movement's own, that there is an answer. */
const isWell = (mark: Mark) => ['month', 'quarter', 'answered'].includes(mark) || /^(own|size)-/.test(mark)

/** Of the groups that are written to, the part that is well; null when there is none. */
export function shareOf(marked: readonly Marked[]): number | null {
  const judged = marked.filter(({ mark }) => mark !== 'unasked')
  return judged.length === 0 ? null : judged.filter(({ mark }) => isWell(mark)).length / judged.length
}

/** The same of places whose groups are too many to look at each; null where nothing was counted. */
export function shareIn(shares: readonly DepartmentShare[]): number | null {
  const sum = (part: 'well' | 'of') => shares.reduce((total, share) => total + share[part], 0)
  return sum('of') === 0 ? null : sum('well') / sum('of')
}

/** The same as the map in figures: by region for the whole country, by department within a region. */
export function tally(
  counts: readonly DepartmentCount[],
  marked: readonly Marked[],
  shares: readonly DepartmentShare[],
  within: Area,
  countries: readonly string[],
  language: Language,
): Tally[] {
  const isFine = within.region !== '' || within.department !== ''
  const nameOf = (one: { region: string | null; department: string | null }) =>
    (isFine ? one.department : one.region) ?? ''
  const shown = (name: string) => (isFine ? departmentName(countries, name) : name)
  const names = [...new Set(counts.map(nameOf))].sort((a, b) => byNameIn(language)(shown(a), shown(b)))
  return names.map((name) => {
    const own = marked.filter((group) => nameOf(group) === name)
    return {
      name,
      place: isFine ? { ...within, department: name } : { region: name, department: '' },
      groups: counts.filter((one) => nameOf(one) === name).reduce((sum, { groups }) => sum + groups, 0),
      share: marked.length > 0 ? shareOf(own) : shareIn(shares.filter((one) => nameOf(one) === name)),
    }
  })
}
