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
    ? `(g.own ->> ${key}) IS NULL`
    : `EXISTS (SELECT 1 FROM own_answer WHERE key = ${key} AND value = ${value} AND group_id = g.id)`
}

/** The same, where the groups are found by it: right where few did, or where all of them are wanted. */
export function amongAnswered({ key, value }: AskedAnswer): string {
  if (value === null) return `g.id IN (${unsaid(key)})`
  return `g.id IN (SELECT group_id FROM own_answer WHERE key = ${key} AND value = ${value})`
}

/** SQL: the groups that gave no answer. Both halves come in the order of the groups' numbers, so that they are merged, and no set is built of either. */
const unsaid = (key: string) =>
  `SELECT id FROM local_group EXCEPT SELECT group_id FROM own_answer WHERE key = ${key} ORDER BY 1`

/** Groups that are found by their answer sooner than by going through the network in the order of a list. */
const few = 1000

/** What a statement asks where it tells whether few answered so, and finds them. */
export type FewAnswered = {
  /** SQL to begin with: who did not say, so many as show whether they are few. Looked for once; '' where nobody asks. */
  beginning: string
  isFew: string
  /** A condition for each answer. */
  among: string[]
}

export function fewAnswered(answers: readonly AskedAnswer[]): FewAnswered {
  const parts = answers.map((answer, index) => fewOf(answer, `unsaid_${index + 1}`))
  const tables = parts.flatMap(({ table }) => table ?? [])
  return {
    beginning: tables.length === 0 ? '' : `WITH ${tables.join(',\n')}\n`,
    isFew: `(${parts.map(({ isFew }) => isFew).join(' OR ')})`,
    among: parts.map(({ among }) => among),
  }
}

function fewOf(answer: AskedAnswer, name: string): { table?: string; isFew: string; among: string } {
  const { key, value } = answer
  if (value !== null) {
    const found = `SELECT 1 FROM own_answer WHERE key = ${key} AND value = ${value} LIMIT ${few + 1}`
    return { isFew: `(SELECT count(*) FROM (${found})) <= ${few}`, among: amongAnswered(answer) }
  }
  const isFew = `(SELECT count(*) FROM ${name}) <= ${few}`
  return {
    table: `${name} AS MATERIALIZED (SELECT id FROM (${unsaid(key)}) LIMIT ${few + 1})`,
    isFew,
    // The limit ends it with the beginning, where that was all
    among: `g.id IN (SELECT id FROM ${name} UNION ALL SELECT id FROM (${unsaid(key)}) LIMIT iif(${isFew}, (SELECT count(*) FROM ${name}), -1))`,
  }
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
