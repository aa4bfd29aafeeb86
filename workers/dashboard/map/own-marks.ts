import type { MappedGroup } from '#shared/db/map.ts'
import { unsaidAnswer } from '#shared/domain/answer-choices.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import type { Movement } from '#shared/movement.ts'
import { type Fields, fieldNames } from '#shared/record/field.ts'
import type { Value } from '#shared/record/row.ts'
import { showValue } from '#shared/record/show.ts'
import type { Language, Words } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Colouring, MarkKey } from './colouring.ts'
import { type MapQuery, withinDrawn } from './query.ts'

/** Marks of answers, by shape and colour; of so many options each has one, the most chosen first. */
export const optionMarks = ['own-1', 'own-2', 'own-3', 'own-4', 'own-5', 'own-6', 'own-7'] as const
/** Marks of numbers, from the smallest to the largest. */
export const sizeMarks = ['size-1', 'size-2', 'size-3', 'size-4', 'size-5'] as const
export type OwnMark = (typeof optionMarks)[number] | (typeof sizeMarks)[number] | 'own-more' | 'unsaid'

/** The movement's own questions about the group that may colour the map: one answer of few, or a number. */
export function colouringQuestions(fields: Fields): { key: string; field: Fields[string] }[] {
  return fieldNames(fields).flatMap((name) => {
    const field = fields[name]
    const isOne = field && ['radios', 'select', 'number'].includes(field.control.kind)
    return field?.own && isOne ? [{ key: field.own, field }] : []
  })
}

type Asked = {
  movement: Movement
  language: Language
  query: MapQuery
  groups: readonly MappedGroup[]
}

/** The map by what groups answered to a question. */
export function ownColouring(key: string, field: Fields[string], asked: Asked): Omit<Colouring, 'mode'> {
  const { movement, language, query, groups } = asked
  const drawn = { ...withinDrawn(query, movement.countries), ...query.place }
  const text = textIn(language, movement).dashboard.map
  const label = field.label[language]
  const answers = groups.flatMap(({ answer }) => (answer === null ? [] : [answer]))
  const { keys, markOf } =
    field.control.kind === 'number' ? sizesOf(field, answers, asked) : optionsOf(key, field, answers, asked)
  const isUnknown = answers.some((answer) => markOf(answer) === 'own-more')
  return {
    name: label,
    share: text.own.share,
    says: (share) => text.own.says(share, label),
    crowdedSays: () => text.own.crowdedSays(label),
    counted: text.own.counted,
    crowded: text.own.crowded,
    keys: [
      ...keys,
      ...(isUnknown ? [{ mark: 'own-more' as const, label: text.own.more, path: null }] : []),
      {
        mark: 'unsaid',
        label: text.own.unsaid,
        path: 'options' in field.control ? groupsPath({ answer: [`${key}.${unsaidAnswer}`], ...drawn }) : null,
      },
    ],
    markOf: ({ answer }) => (answer === null ? 'unsaid' : markOf(answer)),
    said: ({ answer }) => (answer === null ? text.own.unsaid : showValue(field, answer, language)),
  }
}

type Marks = { keys: MarkKey[]; markOf: (answer: Value) => OwnMark }

function optionsOf(key: string, { control }: Fields[string], answers: readonly Value[], asked: Asked): Marks {
  const { movement, language, query } = asked
  const drawn = { ...withinDrawn(query, movement.countries), ...query.place }
  const options: [string, Words][] = 'options' in control ? Object.entries(control.options) : []
  const optionOf = (answer: Value) => (typeof answer === 'boolean' ? (answer ? 'oui' : 'non') : String(answer))
  const times = new Map(options.map(([option]) => [option, 0]))
  for (const answer of answers) times.set(optionOf(answer), (times.get(optionOf(answer)) ?? 0) + 1)
  const often = [...options].sort(([a], [b]) => (times.get(b) ?? 0) - (times.get(a) ?? 0)).slice(0, optionMarks.length)
  const shown = options.filter((option) => often.includes(option))
  const marks = new Map<string, OwnMark>(shown.map(([option], index) => [option, optionMarks[index] ?? 'own-more']))
  return {
    keys: shown.map(([option, words]) => ({
      mark: marks.get(option) ?? 'own-more',
      label: words[language],
      path: groupsPath({ answer: [`${key}.${option}`], ...drawn }),
    })),
    markOf: (answer) => marks.get(optionOf(answer)) ?? 'own-more',
  }
}

/** Numbers in classes of about as many groups each; few different ones stand alone. */
function sizesOf(field: Fields[string], answers: readonly Value[], { movement, language }: Asked): Marks {
  const numbers = answers.filter((answer) => typeof answer === 'number').sort((a, b) => a - b)
  const different = [...new Set(numbers)]
  const ends =
    different.length <= sizeMarks.length
      ? different
      : [
          ...new Set(
            sizeMarks.map((_, index) => numbers[Math.ceil(((index + 1) * numbers.length) / sizeMarks.length) - 1] ?? 0),
          ),
        ]
  const classOf = (number: number) => ends.findIndex((end) => number <= end)
  const show = (number: number) => showValue(field, number, language)
  const text = textIn(language, movement).dashboard.map
  return {
    keys: ends.map((end, index) => {
      const from = numbers.find((number) => classOf(number) === index) ?? end
      return {
        mark: sizeMarks[index] ?? 'size-5',
        label: from === end ? show(end) : text.fromTo(show(from), show(end)),
        path: null,
      }
    }),
    markOf: (answer) => (typeof answer === 'number' ? (sizeMarks[classOf(answer)] ?? 'own-more') : 'own-more'),
  }
}
