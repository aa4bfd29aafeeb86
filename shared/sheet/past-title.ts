import { fold } from '#shared/record/fold.ts'

/** What is not to be written to, by the words of its name. */
const past = /\b(anciens?|anciennes?|archives?|archived|old|historique|obsoletes?|ne pas utiliser|do not use)\b/
/** What shows how the others are filled in, or is one of them again. */
const aside =
  /\b(corbeille|backup|sauvegarde|copie|copy|modele|template|doublons?|duplicates|exemples?|examples?|brouillons?|drafts?)\b/
const closed =
  /\b(dissous|dissoutes?|inactifs?|inactives?|inactive|closed|disbanded|dissolved|defunct|dormants?|suspendus|suspendues|en sommeil|en pause|en veille|(?:groupes?|antennes?|clubs?|comites?|sections?) fermee?s?|fermees|former (?:groups?|chapters?|clubs?|members?|referents?)|desinscrits?|demissionnaires?|ne (?:pas|plus) contacter|do not contact)\b/
const open = /\b(actifs?|actives?|ouverts?|ouvertes?|open|tous|toutes|all)\b/

/** Whether a title says that what stands below it was, or is closed. */
export function isPastTitle(title: string): boolean {
  const name = fold(title.slice(0, 100))
  return past.test(name) || ((closed.test(name) || /fermé/i.test(title.slice(0, 100))) && !open.test(name))
}

/** The same of a tab, which besides may be there to be copied. */
export function isPastTab(tab: string): boolean {
  return isPastTitle(tab) || aside.test(fold(tab.slice(0, 100)))
}

/** Years after which a list is old. */
const old = 2

/** Whether the years of a title are of long ago (`Référents 2018-2019`), beside today as `YYYY-MM-DD`; one since when something is says nothing. */
export function isOfLongAgo(title: string, today: string | null): boolean {
  const years = [...title.slice(0, 100).matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year))
  if (today === null || years.length === 0 || /depuis|since|sinds|seit/i.test(title)) return false
  return Math.max(...years) <= Number(today.slice(0, 4)) - old
}
