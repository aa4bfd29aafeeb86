import { unsaidAnswer } from '#shared/domain/answer-choices.ts'
import { optionSeparator } from '#shared/record/own-values.ts'

/**
 * SQL: whether a group `g` answered so, to a question of the movement's own: `key.option`, or yes or no, or nothing. `add` gives a value its name in
 * the statement.
 */
export function answeredSo(answer: string, add: (value: string | number) => string): string {
  const [key = '', option = ''] = answer.split('.')
  const path = add(`$.${key}`)
  if (option === unsaidAnswer) return `coalesce(json_type(g.own, ${path}), 'null') = 'null'`
  const value = option === 'oui' ? '1' : option === 'non' ? '0' : option
  // Of several options, one of them
  return `instr('${optionSeparator}' || (g.own ->> ${path}) || '${optionSeparator}', '${optionSeparator}' || ${add(value)} || '${optionSeparator}') > 0`
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
             WHERE instr('${optionSeparator}' || (g.own ->> ('$.' || (asked.value ->> 0))) || '${optionSeparator}', '${optionSeparator}' || option.value || '${optionSeparator}') > 0
           )
         )`
