import { fieldNames } from './field.ts'
import type { Section } from './section.ts'

/** Of our sections, the fields that tell which row is meant. */
const keys: Readonly<Record<string, readonly string[]>> = {
  activities: ['title', 'held_on'],
  campaigns: ['uid'],
  trainings: ['theme', 'held_on'],
}

/**
 * The fields by which a row from elsewhere finds its like in a list. Rows of a movement's own section are told apart by what they are called and
 * their day; without these, by all that they say.
 */
export function rowKey({ list, fields, nameField, dayField }: Section): readonly string[] {
  const telling = [nameField, dayField].filter((name) => name !== null)
  return keys[list] ?? (telling.length > 0 ? telling : fieldNames(fields))
}
