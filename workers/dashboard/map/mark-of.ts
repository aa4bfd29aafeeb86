import type { MappedGroup } from '#shared/db/map.ts'
import { bandNames, bandOf, daysSince, type FreshnessBand } from '#shared/domain/freshness.ts'
import { type GroupFilter, groupsPath } from '#shared/domain/group-filter.ts'
import type { Movement } from '#shared/movement.ts'
import type { OwnMark } from './own-marks.ts'
import { type MapQuery, withinDrawn } from './query.ts'

/** What the points of the map tell, of any movement. */
export const ourModes = ['freshness', 'answers'] as const
export type OurMode = (typeof ourModes)[number]
export const isOurMode = (mode: string): mode is OurMode => ourModes.some((one) => one === mode)

const answerMarks = ['answered', 'waiting', 'silent', 'unasked'] as const
export type AnswerMark = (typeof answerMarks)[number]
type OurMark = FreshnessBand | AnswerMark
export type Mark = OurMark | OwnMark

export const marksOf: Readonly<Record<OurMode, readonly OurMark[]>> = { freshness: bandNames, answers: answerMarks }

/** The mark of a group: how old its record is, or whether it answers. */
export function markOf(
  mode: OurMode,
  group: MappedGroup,
  now: Date,
  { calendar }: Pick<Movement, 'calendar'>,
): OurMark {
  if (mode === 'freshness') return bandOf(group.checkedAt && daysSince(group.checkedAt, now), calendar.every)
  return group.answered === 'yes' ? 'answered' : (group.answered ?? 'unasked')
}

/** The list of the groups that have a mark. */
export function pathOfMark(mark: Mark, query: MapQuery, countries: readonly string[]): string {
  const checked = bandNames.find((band) => band === mark)
  return groupsPath({
    ...(checked ? { checked } : { answered: answeredAs(mark) }),
    ...withinDrawn(query, countries),
    ...query.place,
  })
}

function answeredAs(mark: Mark): GroupFilter['answered'] {
  return answerMarks.find((one): one is Exclude<AnswerMark, 'answered'> => one !== 'answered' && one === mark) ?? 'yes'
}
