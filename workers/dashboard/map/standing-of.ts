import type { MappedGroup } from '#shared/db/map.ts'
import { bandNames, bandOf, daysSince, type FreshnessBand } from '#shared/domain/freshness.ts'
import { type GroupFilter, groupsPath } from '#shared/domain/group-filter.ts'
import type { MapQuery } from './query.ts'

/** What the points of the map tell. */
export const mapModes = ['freshness', 'answers'] as const
export type MapMode = (typeof mapModes)[number]

const answerMarks = ['answered', 'waiting', 'silent', 'unasked'] as const
export type AnswerMark = (typeof answerMarks)[number]
export type Mark = FreshnessBand | AnswerMark

export const marksOf: Readonly<Record<MapMode, readonly Mark[]>> = { freshness: bandNames, answers: answerMarks }

/** The mark of a group: how old its record is, or whether it answers. */
export function markOf(mode: MapMode, group: MappedGroup, now: Date): Mark {
  if (mode === 'freshness') return bandOf(group.checkedAt && daysSince(group.checkedAt, now))
  return group.answered === 'yes' ? 'answered' : (group.answered ?? 'unasked')
}

/** The list of the groups that have a mark. */
export function pathOfMark(mark: Mark, { place }: MapQuery): string {
  const checked = bandNames.find((band) => band === mark)
  return groupsPath({ ...(checked ? { checked } : { answered: answeredAs(mark) }), ...place })
}

function answeredAs(mark: Mark): GroupFilter['answered'] {
  return answerMarks.find((one): one is Exclude<AnswerMark, 'answered'> => one !== 'answered' && one === mark) ?? 'yes'
}
