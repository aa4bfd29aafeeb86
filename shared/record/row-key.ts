import { fieldNames } from './field.ts'
import type { Section } from './section.ts'

/**
 * The fields by which a row from elsewhere finds its like in a list: what it is called and its day; without these, all that it says. A part in
 * something of the movement is told by that, which is its uid.
 */
export function rowKey({ store, fields, nameField, dayField }: Section): readonly string[] {
  if (store.kind === 'parts') return ['uid']
  const telling = [nameField, dayField].filter((name) => name !== null)
  return telling.length > 0 ? telling : fieldNames(fields)
}
