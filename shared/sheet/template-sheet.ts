import type { Fields } from '#shared/record/field.ts'
import type { Language } from '#shared/text/language.ts'
import type { SheetKinds } from './kinds.ts'

/** Referents that a template has columns for. */
const referents = 3

/** The headings of an empty sheet of groups to fill in, as our importer reads them: each field once, and some referents. */
export function templateHeadings({ of }: SheetKinds, language: Language): string[] {
  const { own = {}, referent = {} } = of('groups').parts
  const headings = (fields: Fields, number = 1) =>
    Object.values(fields).map((field) => field.headings[language][0].replace('{n}', () => String(number)))
  const numbered = Array.from({ length: referents }, (_, index) => headings(withoutLanguage(referent), index + 1))
  return [...headings(own), ...numbered.flat()]
}

function withoutLanguage({ language: _, ...fields }: Fields): Fields {
  return fields
}
