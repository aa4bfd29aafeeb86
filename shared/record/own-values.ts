import { type Fields, fieldNames } from './field.ts'
import type { AnyRow, Value } from './row.ts'

/** Between the options of an answer that has several. */
export const optionSeparator = ','

/**
 * The answers to a movement's own questions in a row, from JSON by the questions' keys. What does not fit its question any more stays as it
 * was said.
 */
export function readOwn(fields: Fields, json: string): Readonly<Record<string, Value>> {
  const answers = ownAnswers(json)
  return Object.fromEntries(
    fieldNames(fields).flatMap((name): [string, Value][] => {
      const key = fields[name]?.own
      return key ? [[name, answers[key] ?? null]] : []
    }),
  )
}

/** The same by the questions' keys, whether they are asked or not. */
export function ownAnswers(json: string): Readonly<Record<string, Value>> {
  return JSON.parse(json) as Readonly<Record<string, Value>>
}

/** The same answers, to be kept; null of what is not answered. */
export function writeOwn(fields: Fields, row: AnyRow): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    fieldNames(fields).flatMap((name): [string, Value][] => {
      const key = fields[name]?.own
      return key ? [[key, row[name] ?? null]] : []
    }),
  )
}
