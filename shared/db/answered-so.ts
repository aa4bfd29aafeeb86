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
