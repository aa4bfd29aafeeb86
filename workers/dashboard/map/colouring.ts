import type { MappedGroup } from '#shared/db/map.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { isOurMode, type Mark, markOf, marksOf, pathOfMark } from './mark-of.ts'
import { colouringQuestions, ownColouring } from './own-marks.ts'
import { type MapMode, type MapQuery, questionIn } from './query.ts'

/** A mark of the map, what it says, and where the groups are listed that have it; null where no list is of them alone. */
export type MarkKey = { mark: Mark; label: string; path: string | null }

/** What the points of the map tell: which mark a group has, and how the page speaks of it. */
export type Colouring = {
  mode: MapMode
  name: string
  /** What the share of groups is called of which it is told, or is well. */
  share: string
  says: (share: number) => string
  crowdedSays: (share: number | null) => string
  counted: string
  crowded: (n: number) => string
  keys: readonly MarkKey[]
  markOf: (group: MappedGroup) => Mark
  /** What it says of one group, in words. */
  said: (group: MappedGroup) => string
}

type Asked = { movement: Movement; language: Language; query: MapQuery; groups: readonly MappedGroup[]; now: Date }

export function colouringOf(asked: Asked): Colouring {
  const { movement, language, query, now } = asked
  const { mode } = query
  const key = questionIn(mode)
  const question = colouringQuestions(movement.sections.ours.group.fields).find((one) => one.key === key)
  if (question) return { mode, ...ownColouring(question.key, question.field, asked) }
  const text = textIn(language, movement).dashboard.map
  const ours = isOurMode(mode) ? mode : 'freshness'
  return {
    mode: ours,
    name: text.mode[ours],
    share: text.share[ours],
    says: text.says[ours],
    crowdedSays: text.crowdedSays[ours],
    counted: text.counted[ours],
    crowded: text.crowded[ours],
    keys: marksOf[ours].map((mark) => ({
      mark,
      label: text.mark[mark],
      path: pathOfMark(mark, query, movement.countries),
    })),
    markOf: (group) => markOf(ours, group, now, movement),
    said: (group) => text.mark[markOf(ours, group, now, movement)],
  }
}
