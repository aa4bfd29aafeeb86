import { fold } from '#shared/record/fold.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import type { Entry } from '../problem.ts'
import { isNothing } from './nothing.ts'

/** Why a row of a sheet of groups is none: a sum, a title of what follows, a remark, headings again, or nothing. */
export type NonRow = 'total' | 'title' | 'remark' | 'headings' | 'nothing'

const total =
  /^(?:sous |sub)?(?:totaux|total|totaal|totale|gesamt|summe|som|gemiddelde|somme|moyenne|ensemble|sum|average|grand total|nombre (?:total )?de (?:groupes|antennes|membres)|total general)\b/
const remark =
  /^(?:nb|nota|note|notes|remarque|source|sources|legende|attention|maj|mis a jour|mise a jour|derniere mise a jour|updated|last updated|last update|voir|see|https?)\b/
/** A row that shows how the others are filled in. */
const example =
  /^(?:(?:groupe|group|ligne|row) )?(?:exemples?|examples?|voorbeeld|beispiel|ejemplo|modele|template)(?: (?:de |d |of )?(?:groupe|group|ligne|row|chapter|antenne|remplissage))?(?: a (?:supprimer|effacer|suivre|remplacer))?$/
/** Titles of what was. */
const past: readonly [RegExp, GroupState][] = [
  [
    /\b(?:fermee?s?|dissoute?s?|dissous|closed|disparus?|anciens|anciennes|archives?|supprimee?s?|former|dissolved)\b/,
    'closed',
  ],
  [
    /\b(?:inactifs?|inactives?|en sommeil|en pause|en veille|dormants?|inactive|asleep|paused|dormant|sans nouvelles?|injoignables?|perdue?s? de vue|unreachable|ne (?:pas|plus) (?:ecrire|contacter|solliciter|relancer)|do not (?:contact|write|mail|email))\b/,
    'asleep',
  ],
]

/** Characters of a name; longer, it is a sentence. */
const longestName = 80

/** Why a row is no group; null where it may be one. `knows`: whether a group of this name is known. */
export function nonRow({ sheet, row }: Entry, knows: (name: string) => boolean): NonRow | null {
  const column = sheet.columns.find(({ part, field }) => part === 'own' && field === 'name')
  const name = (row.cells[column?.index ?? 0] ?? '').trim()
  const others = row.cells.filter((cell, index) => index !== column?.index && !isNothing(cell))
  if (row.cells.every((cell, index) => isAsHeading(cell, sheet.headings[index] ?? ''))) return 'headings'
  if (isNothing(name) && others.length === 0) return 'nothing'
  // A sum that says so in another column: `Bretagne`, ``, `Sous-total`
  if (name === '' && others.some(isSum) && !others.some((cell) => cell.includes('@'))) return 'total'
  // Put aside, as programs do
  if (/^(?:\/\/|#\s|<!--)/.test(name)) return 'remark'
  if (/^(?:gro|lig|row|ex|voo|bei|eje|mod|tem)/i.test(name) && example.test(fold(name.slice(0, longestName))))
    return 'remark'
  if (others.length > 0 && !sums.test(name)) return null
  const key = fold(name.slice(0, 200))
  if (total.test(key) && !others.some((cell) => cell.includes('@'))) return 'total'
  if (others.length > 0 || name === '') return null
  if (/^[*#•→►▶※(]/.test(name) || remark.test(key) || name.length > longestName) return 'remark'
  if (knows(name)) return null
  return isTitle(name, sheet.rows.length) ? 'title' : null
}

/** How the name of a sum begins: of rows that say more than a name, nothing else is looked at. */
const sums =
  /^[\p{P}\s]{0,5}(?:sous|sub|total|totaux|totaal|gesamt|summe|som|gemiddelde|somme|moyenne|ensemble|sum|average|grand|nombre)/iu

function isSum(cell: string): boolean {
  return sums.test(cell) && total.test(fold(cell.slice(0, 200)))
}

function isAsHeading(cell: string, heading: string): boolean {
  const text = cell.trim()
  return text === heading || (text.length === heading.length && fold(text) === fold(heading))
}

/** Alone in its row: in capitals, with a colon, or with a word for what follows. */
function isTitle(name: string, rows: number): boolean {
  const isShouted = name === name.toUpperCase() && name !== name.toLowerCase()
  const key = fold(name)
  return (
    rows > 1 &&
    (isShouted ||
      name.endsWith(':') ||
      /^(?:region|departement|zone|secteur|groupes|antennes|liste|pays)\b/.test(key) ||
      stateUnder(name) !== null)
  )
}

/** The state of the groups that stand under a title, where it says one: `ANCIENS GROUPES`. */
export function stateUnder(title: string): GroupState | null {
  const key = fold(title.slice(0, 200))
  return past.find(([pattern]) => pattern.test(key))?.[1] ?? null
}
