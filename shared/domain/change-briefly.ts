import type { Fields } from '#shared/fields/field.ts'
import { type ListName, lists, sectionOf, sections } from '#shared/fields/record.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Change } from './change.ts'
import { changeInWords, type RowNames } from './change-words.ts'

/** Lists whose rows are about people. */
const aboutPeople: readonly ListName[] = ['referents', 'lists']

/** A change for eyes that may not be the team's: `Membres actif·ves : 12 → 20`, but of people only that something about them changed. */
export function changeBriefly(change: Change, names: RowNames, language: Language): string {
  const colon = language === 'fr' ? '\u00a0: ' : ': '
  const text = textIn(language).history
  if (aboutPeople.includes(change.list)) {
    if ('added' in change) return text.added[change.list]
    if ('removed' in change) return text.removed[change.list]
    return `${sections[sectionOf(change.list)].row[language]}${colon}${text.corrected}`
  }
  const { what, before, after } = changeInWords(change, names, language)
  if ('field' in change && !isShared(change.list, change.field)) return `${what}${colon}${text.corrected}`
  return `${what}${colon}${[before, after].filter((value) => value !== null).join(' → ')}`
}

function isShared(list: ListName, name: string): boolean {
  const fields: Fields = lists[list]
  const audience = fields[name]?.audience
  return audience === 'public' || audience === 'group'
}
