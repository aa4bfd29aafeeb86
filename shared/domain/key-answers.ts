import { type Fields, fieldNames } from '#shared/record/field.ts'
import type { Sections } from '#shared/record/sections.ts'
import { type AnswerChoice, answerChoices, keptAnswer, unsaidAnswer } from './answer-choices.ts'
import { filterQuestions, type OwnFilter, ownFact } from './publication.ts'

/** The questions whose answers a key may be limited to. A map shows only what everybody may read: `isPublic`. */
export function keyChoices(sections: Sections, isPublic: boolean): AnswerChoice[] {
  const shown = new Set(filterQuestions(sections.ours.group.fields).map(({ question }) => question))
  return answerChoices(sections)
    .filter(({ key, column }) => column === undefined && (!isPublic || shown.has(key)))
    .map((choice) => ({ ...choice, options: choice.options.filter(([value]) => optionIn(value) !== unsaidAnswer) }))
}

const questionIn = (answer: string) => answer.split('.')[0] ?? ''
const optionIn = (answer: string) => answer.slice(questionIn(answer).length + 1)

/** What a key is limited to (`room.oui`), as answers are kept. */
export function answersOfKey(answers: readonly string[]): OwnFilter {
  return [...Map.groupBy(answers, questionIn)].map(([question, own]) => [
    question,
    own.map((answer) => keptAnswer(optionIn(answer))),
  ])
}

/** The same as what the map is filtered by. */
export function factsOfKey(answers: readonly string[]): string[][] {
  const said = (option: string) => (option === 'oui' ? 'yes' : option === 'non' ? 'no' : option)
  return [...Map.groupBy(answers, questionIn)].map(([question, own]) =>
    own.map((answer) => ownFact(question, said(optionIn(answer)))),
  )
}

/** What programs that have a key may filter groups by, beside what everybody reads: all that is answered by a choice, but for what is the team's own. */
export function readTeamFilter(query: URLSearchParams, fields: Fields, taken: readonly string[]): OwnFilter {
  return fieldNames(fields).flatMap((name): OwnFilter => {
    const { own, audience, control } = fields[name] ?? {}
    if (own === undefined || audience === 'coordinators' || !control || taken.includes(own)) return []
    if (!('options' in control) && control.kind !== 'checkbox') return []
    const isBox = control.kind === 'checkbox' || ('options' in control && 'oui' in control.options)
    const values = query.getAll(own).filter((value) => value !== '' && value.length <= 100)
    const kept = values.slice(0, 20).map((value) => (isBox ? (value === 'yes' ? '1' : '0') : value))
    return kept.length === 0 ? [] : [[own, kept]]
  })
}
