import type { GroupFacts } from '#shared/domain/mail-content.ts'
import type { Language } from '#shared/text/language.ts'
import { type Say, sayIn } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** Says what any mail may say. */
export function everyMail(language: Language): Say<keyof typeof fr> {
  return sayIn('every', { fr, en }, language)
}

/** `Archipel Pau`, `Archipel Pau et Archipel Bayonne`, `Vos 3 groupes`: short enough for a subject. */
export function groupsBriefly(groups: readonly GroupFacts[], language: Language): string | string[] {
  return groups.length > 2 ? everyMail(language)('yourGroups', { n: groups.length }) : groups.map(({ name }) => name)
}

/** Names that a sentence bears. */
const mostNamed = 20

export function moreGroups(n: number, language: Language): string {
  return everyMail(language)('more', { n })
}

/** Names of groups, as they stand in a sentence: of somebody who has hundreds, the first, and how many there are more. */
export function namesOf(groups: readonly { name: string }[], language: Language): string[] {
  const names = groups.slice(0, mostNamed).map(({ name }) => name)
  const rest = groups.length - names.length
  return rest > 0 ? [...names, moreGroups(rest, language)] : names
}

/** Why a referent of these groups is written to. */
export function whyReferent(groups: readonly { name: string }[], language: Language): string {
  return everyMail(language)('whyReferent', { n: groups.length, groups: namesOf(groups, language) })
}
