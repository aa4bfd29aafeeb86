import type { Control, Field, Fields } from '#shared/record/field.ts'
import { yesNoWords } from '#shared/record/show.ts'
import { type Language, languageNameIn } from '#shared/text/language.ts'
import type { SheetKinds } from './kinds.ts'
import { saidBySheets } from './read-referent.ts'
import type { WrittenColumn } from './written-cells.ts'

/** Referents that a template has columns for. */
const referents = 3

/** The headings of an empty sheet of groups to fill in, as our importer reads them: each field once, and some referents. */
export function templateHeadings(kinds: SheetKinds, language: Language): string[] {
  return templateColumns(kinds, [], language).map(({ heading }) => heading)
}

/** The same with what each column offers: states, yes or no, a movement's own choices, and its languages where it has several. */
export function templateColumns(
  { of }: SheetKinds,
  languages: readonly Language[],
  language: Language,
): WrittenColumn[] {
  const { own = {}, referent = {} } = of('groups').parts
  const { language: read, ...asked }: Fields = referent
  const columns = (fields: Fields, number = 1) =>
    Object.values(fields).map((field): WrittenColumn => columnOf(field, number, language))
  const numbered = Array.from({ length: referents }, (_, index) => columns(saidBySheets(asked), index + 1))
  // Of all referents of a row: its last heading has no number
  const reads: WrittenColumn[] =
    read && languages.length > 1
      ? [
          {
            heading: read.headings[language].at(-1) ?? '',
            kind: 'text',
            choices: languages.map((one) => languageNameIn(one, language)),
          },
        ]
      : []
  return [...columns(own), ...numbered.flat(), ...reads]
}

function columnOf({ headings, control }: Field<unknown>, number: number, language: Language): WrittenColumn {
  const heading = headings[language][0].replace('{n}', () => String(number))
  const choices = choicesOf(control, language)
  return { heading, kind: kindOf(control), ...(choices ? { choices } : {}) }
}

/** What we work out is text as long as no number is asked: `08` of a department stays so. */
function kindOf({ kind }: Control): WrittenColumn['kind'] {
  return kind === 'number' || kind === 'day' ? kind : 'text'
}

/** Of several options at once a spreadsheet can offer none. */
function choicesOf(control: Control, language: Language): string[] | null {
  if (control.kind === 'checkbox') return Object.values(yesNoWords).map((word) => word[language])
  if (control.kind !== 'radios' && control.kind !== 'select') return null
  return Object.values({ ...control.options, ...control.given }).map((option) => option[language])
}
