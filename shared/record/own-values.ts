import { type Field, type Fields, fieldNames } from './field.ts'
import type { AnyRow, Value } from './row.ts'

/** Between the options of an answer that has several. */
export const optionSeparator = ','

/**
 * The answers to a movement's own questions in a row, from JSON by the questions' keys. Choices are kept as arrays of options, so that who
 * counts them tells them from texts. What does not fit its question any more stays as it was said.
 */
export function readOwn(fields: Fields, json: string): Readonly<Record<string, Value>> {
  const kept = JSON.parse(json) as Readonly<Record<string, Value | string[]>>
  return Object.fromEntries(
    fieldNames(fields).flatMap((name): [string, Value][] => {
      const key = fields[name]?.own
      return key ? [[name, readAnswer(kept[key] ?? null)]] : []
    }),
  )
}

function readAnswer(answer: Value | string[]): Value {
  return Array.isArray(answer) ? answer.join(optionSeparator) : answer
}

/** The same answers, to be kept; null of what is not answered. */
export function writeOwn(fields: Fields, row: AnyRow): Readonly<Record<string, Value | string[]>> {
  return Object.fromEntries(
    fieldNames(fields).flatMap((name): [string, Value | string[]][] => {
      const field = fields[name]
      return field?.own ? [[field.own, writeAnswer(field, row[name] ?? null)]] : []
    }),
  )
}

// biome-ignore lint/suspicious/noExplicitAny: an answer is written for fields of every value
function writeAnswer({ control }: Field<any>, value: Value): Value | string[] {
  if (typeof value !== 'string' || !('options' in control)) return value
  const chosen = value.split(optionSeparator)
  return chosen.every((option) => Object.hasOwn(control.options, option)) ? chosen : value
}
