import { keptAnswer, unsaidAnswer } from '#shared/domain/answer-choices.ts'

/** An answer to a question of the movement's own, by the names that its parts have in a statement; null: not said. */
type AskedAnswer = { key: string; value: string | null }
type SaidAnswer = { key: string; value: string }

/** What an address asks for (`room.oui`), as answers are kept. `add` gives a value its name in the statement. */
export function askedAnswer(answer: string, add: (value: string) => string): AskedAnswer {
  const [key = '', option = ''] = answer.split('.')
  return { key: add(key), value: option === unsaidAnswer ? null : add(keptAnswer(option)) }
}

/** SQL: whether a group `g` answered so. It is asked of each group that is looked at: right where many did, and the first of a list are looked for. */
export function answeredSo({ key, value }: AskedAnswer): string {
  return value === null
    ? `(g.own ->> ${key}) IS NULL`
    : `EXISTS (SELECT 1 FROM own_answer WHERE key = ${key} AND value = ${value} AND group_id = g.id)`
}

/** The same of several answers, where the groups are found by them: right where few did, or where all of them are wanted. */
export function amongAnswered(answers: readonly AskedAnswer[]): string[] {
  const [unsaid, said] = parted(answers)
  return [...(unsaid.length > 0 ? [`g.id IN (${unsaidAll(unsaid)})`] : []), ...said.map(amongSaid)]
}

const amongSaid = ({ key, value }: SaidAnswer) =>
  `g.id IN (SELECT group_id FROM own_answer WHERE key = ${key} AND value = ${value})`

/** The questions to which no answer is asked for, and the answers. */
function parted(answers: readonly AskedAnswer[]): [unsaid: string[], said: SaidAnswer[]] {
  const unsaid = answers.flatMap(({ key, value }) => (value === null ? [key] : []))
  return [unsaid, answers.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]))]
}

/**
 * SQL: the groups that gave no answer to any of these. All parts come in the order of the groups' numbers, so that they are merged in one walk, and no set
 * is built of any; of the tables with a row for each group, it is one of short rows.
 */
function unsaidAll(keys: readonly string[]): string {
  const answered = keys.map((key) => `EXCEPT SELECT group_id FROM own_answer WHERE key = ${key}`)
  return ['SELECT group_id FROM group_summary', ...answered, 'ORDER BY 1'].join(' ')
}

/** Groups that are found by their answer sooner than by going through the network in the order of a list. */
export const few = 1000

/** Whether few are found by something, and the condition that finds them, as SQL. */
export type WaysToFind = { isFew: string; among: string }

/** What a statement asks where it tells whether few answered so, and finds them. */
export type FewAnswered = {
  /** SQL to begin with: who did not say, so many as show whether they are few. Looked for once; '' where nobody asks. */
  beginning: string
  isFew: string
  /** Conditions that find them. */
  among: string[]
}

/** `others`: what else the groups of a list are found by. */
export function fewAnswered(answers: readonly AskedAnswer[], others: readonly WaysToFind[] = []): FewAnswered {
  const [unsaid, said] = parted(answers)
  const first = unsaid.length > 0 ? [fewUnsaid(unsaidAll(unsaid))] : []
  const parts = [...first, ...said.map((answer) => ({ isFew: isFewSaid(answer), among: amongSaid(answer) })), ...others]
  return {
    beginning: first[0]?.beginning ?? '',
    isFew: `(${parts.map(({ isFew }) => isFew).join(' OR ')})`,
    among: parts.map(({ among }) => among),
  }
}

const isFewSaid = ({ key, value }: SaidAnswer) =>
  `(SELECT count(*) FROM (SELECT 1 FROM own_answer WHERE key = ${key} AND value = ${value} LIMIT ${few + 1})) <= ${few}`

function fewUnsaid(found: string): { beginning: string; isFew: string; among: string } {
  const isFew = `(SELECT count(*) FROM unsaid) <= ${few}`
  return {
    beginning: `WITH unsaid AS MATERIALIZED (SELECT group_id FROM (${found}) LIMIT ${few + 1})\n`,
    isFew,
    // The limit ends it with the beginning, where that was all
    among: `g.id IN (SELECT group_id FROM unsaid UNION ALL SELECT group_id FROM (${found}) LIMIT iif(${isFew}, (SELECT count(*) FROM unsaid), -1))`,
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
