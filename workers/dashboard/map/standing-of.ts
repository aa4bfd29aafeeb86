import movement from '#movement'
import type { MappedGroup } from '#shared/db/map.ts'
import { bandNames, bandOf, daysSince, type FreshnessBand } from '#shared/domain/freshness.ts'
import { silence } from '#shared/domain/group-filter.ts'
import { silenceToCall } from '#shared/domain/risk.ts'

/** What the points of the map tell. */
export const mapModes = ['freshness', 'answers'] as const
export type MapMode = (typeof mapModes)[number]

export const answerMarks = ['answered', 'waiting', 'silent', 'unasked'] as const
export type AnswerMark = (typeof answerMarks)[number]
export type Mark = FreshnessBand | AnswerMark

export const marksOf: Readonly<Record<MapMode, readonly Mark[]>> = { freshness: bandNames, answers: answerMarks }

type Rounds = readonly { key: string; openedAt: Date }[]

/** The mark of a group: how old its record is, or whether it answers. */
export function markOf(mode: MapMode, group: MappedGroup, rounds: Rounds, now: Date): Mark {
  if (mode === 'freshness') return bandOf(group.checkedAt && daysSince(group.checkedAt, now))
  if (!movement.writesTo.includes(group.state)) return 'unasked'
  const silent = silence(rounds, group)
  if (silent === 0) return 'answered'
  return silent >= silenceToCall ? 'silent' : 'waiting'
}
