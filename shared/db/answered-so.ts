import { unsaidAnswer } from '#shared/domain/answer-choices.ts'

/** An answer to a question of the movement's own, by the names that its parts have in a statement; null: not said. */
type AskedAnswer = { key: string; value: string | null }

/** What an address asks for (`room.oui`), as answers are kept. `add` gives a value its name in the statement. */
export function askedAnswer(answer: string, add: (value: string) => string): AskedAnswer {
  const [key = '', option = ''] = answer.split('.')
  const value = option === 'oui' ? '1' : option === 'non' ? '0' : option
  return { key: add(key), value: option === unsaidAnswer ? null : add(value) }
}

/** SQL: whether a group `g` answered so. It is asked of each group that is looked at: right where many did, and the first of a list are looked for. */
export function answeredSo({ key, value }: AskedAnswer): string {
  return value === null
    ? `g.id NOT IN (SELECT group_id FROM own_answer WHERE key = ${key})`
    : `EXISTS (SELECT 1 FROM own_answer WHERE key = ${key} AND value = ${value} AND group_id = g.id)`
}

/** The same, where the groups are found by it: right where few did, or where all of them are wanted. */
export function amongAnswered({ key, value }: AskedAnswer): string {
  if (value === null) return answeredSo({ key, value })
  return `g.id IN (SELECT group_id FROM own_answer WHERE key = ${key} AND value = ${value})`
}

/** Groups that are found by their answer sooner than by going through the network in the order of a list. */
const few = 1000

/** SQL: whether few gave one of these answers. */
export function fewAnswered(answers: readonly AskedAnswer[]): string {
  const counted = answers.flatMap(({ key, value }) => {
    if (value === null) return []
    const found = `SELECT 1 FROM own_answer WHERE key = ${key} AND value = ${value} LIMIT ${few + 1}`
    return [`(SELECT count(*) FROM (${found})) <= ${few}`]
  })
  return counted.length === 0 ? 'false' : `(${counted.join(' OR ')})`
}

/**
 * SQL: whether a group `g` gave one of the answers to each question that `asked` names: JSON, `[[key, [answers as they are kept]]]`, or NULL. Of several
 * options that were chosen, one of them.
 */
export const hasAnswered = (asked: string) => `NOT EXISTS (
           SELECT 1
           FROM json_each(${asked}) AS asked
           WHERE NOT EXISTS (
             SELECT 1
             FROM json_each(asked.value, '$[1]') AS option
             JOIN own_answer ON own_answer.key = asked.value ->> 0 AND own_answer.value = option.value AND own_answer.group_id = g.id
           )
         )`
