import type { Language } from '#shared/text/language.ts'
import { askedNames, type Fields } from './field.ts'
import type { Section } from './section.ts'
import { showBriefly } from './show.ts'

/** A row's values that say something, in the order of the form. */
export function rowParts(fields: Fields, row: Readonly<Record<string, unknown>>, language: Language): string[] {
  return askedNames(fields).flatMap((name) => {
    const field = fields[name]
    const value = row[name] ?? null
    if (!field || value === null || value === '') return []
    if (typeof value === 'boolean' && !field.brief) return value ? [field.label[language]] : []
    return [showBriefly(field, value, language)]
  })
}

/** What people call a row: the person's name, the activity's title, the training's theme. Empty for a row that has none of its own. */
export function rowName({ nameField }: Section, row: Readonly<Record<string, unknown>>): string {
  return nameField === null ? '' : String(row[nameField] ?? '')
}
