import type { Field } from '#shared/record/field.ts'
import type { ListName } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import { rowName } from '#shared/record/show-row.ts'
import { labelled } from '#shared/text/colon.ts'
import { arrowIn, type Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Change } from './change.ts'
import { changeInWords, type RowNames } from './change-words.ts'

/** A change for eyes that may not be the team's: `Membres actif·ves : 12 → 20`, but of people only that something about them changed. */
export function changeBriefly(change: Change, names: RowNames, sections: Sections, language: Language): string {
  const text = textIn(language, sections).history
  const section = sections.of(change.list)
  if (!section) return labelled(change.list, language) + text.corrected
  if (section.isAboutPeople) {
    const { row, history } = section.words
    if ('added' in change) return history.added[language]
    if ('removed' in change) return history.removed[language]
    return labelled(row[language], language) + text.corrected
  }
  const { what, before, after } = changeInWords(change, names, sections, language)
  if ('field' in change && !isShared(fieldOf(change, sections))) return labelled(what, language) + text.corrected
  return labelled(what, language) + [before, after].filter((value) => value !== null).join(` ${arrowIn(language)} `)
}

/**
 * A change for the others of the group, in a mail that may be forwarded: `Nouvelle personne : Yann`, `Sam, téléphone : corrigé`.
 * People by their names, never by their addresses and phones; long texts and whole rows not at all. The history tells the rest.
 */
export function changeForGroup(change: Change, names: RowNames, sections: Sections, language: Language): string {
  const text = textIn(language, sections).history
  const section = sections.of(change.list)
  if (!section) return labelled(change.list, language) + text.corrected
  const { what, before, after } = changeInWords(change, names, sections, language)
  if (!('field' in change)) {
    const row = 'added' in change ? change.added : change.removed
    const name = rowName(section, row) || names.get(change.row)
    return name ? labelled(what, language) + name : what
  }
  const field = fieldOf(change, sections)
  const isToldWhole = isShared(field) && field?.control.kind !== 'long_text'
  return labelled(what, language) + (isToldWhole ? `${before} ${arrowIn(language)} ${after}` : text.corrected)
}

function fieldOf(change: { list: ListName; field: string }, sections: Sections): Field<unknown> | undefined {
  return sections.of(change.list)?.fields[change.field]
}

function isShared(field: Field<unknown> | undefined): boolean {
  return field?.audience === 'public' || field?.audience === 'group' || field?.agreedBy !== undefined
}
