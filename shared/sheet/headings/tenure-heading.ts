import { contactWords, headingTokens, personField, referentWords } from './heading-words.ts'

/**
 * What a column says of whether somebody is still there. `left`: that they went, or who came after them; `past`: that they were something, by a yes;
 * `term`: until when, `season`: in which years; `serving`: that they are, by a yes; `status`: how they stand.
 */
export const tenureFields = ['left', 'past', 'term', 'season', 'serving', 'status'] as const
export type TenureField = (typeof tenureFields)[number]

const setOf = (words: string) => new Set(words.split(' ').flatMap(headingTokens))

/** Words of each, as `headingTokens` gives them, in French, English, Dutch, German, Spanish and Italian. */
const leftWords = setOf(
  'partie quitte quittee departure departed decede decedee dece deces remplace remplacee replaced replacement successeur successeure successeuse successor succeeded succession demission demissionne demissionnee demissionnaire leaving leaver resigned resignation stepped deceased died death vertrokken vertrek overleden opgevolgd vervangen vervanger opvolger ontslag uitgetreden ausgeschieden ausscheiden austritt ausgetreten verstorben nachfolger nachfolgerin ersetzt baja fallecido fallecida sustituido sustituida cese dimision dimitido uscito dimesso dimissioni deceduto sostituito saiu falecido substituido sorti radie radiee radiation exclu exclue exclusion desactive desactivee disabled deactivated withdrawn withdrew dropped supprimer supprime retirer remplacer obsolete retire retiree retired lapsed expired removed parted quit',
)
/** Words that mean other things too: a way out, a party. */
const flagWords = setOf('parti sortie sortant depart left salida abgang')
const pastWords = setOf('ancien ancienne ex former past oud voormalig ehemalig ehemalige antiguo antigua')
const endWords = setOf(
  'until jusqu jusque tot bis hasta end ende einde fin fine ends expire expiry expiration expiring expires echeance ablauf vence vencimiento scadenza out',
)
const termWords = setOf(
  'mandat mandate mandaat mandato term terme amtszeit amt office fonction function poste contrat contract adhesion membership cotisation licence license engagement service valable valid validite validity gultig geldig legislature',
)
const seasonWords = setOf('mandat mandate mandaat mandato amtszeit saison season seizoen temporada legislature term')
const newWords = setOf('nouveau nouvel nouvelle new nieuw nieuwe neue neuer neues nuevo nueva nuovo nuova novo')
const stillWords = setOf('encore toujours still nog noch todavia sigue ancora')
const activeWords = setOf('actif active actief aktiv activo activa attivo attiva')
const negations = setOf('plus longer meer mehr ya')
const statusWords = setOf('statut status etat situation toestand estado stato')
const yearsWords = setOf('periode period annees years')
const memberships = setOf('membership adhesion')
const dayWords = setOf('date datum fecha le on op am')
const presentPhrases = setOf('actuel actuelle current huidig aktuell actual enabled present')
const servingPhrases: ReadonlySet<string> = new Set([
  'en poste',
  'en fonction',
  'en exercice',
  'en activite',
  'in office',
  'im amt',
  'in functie',
  'a jour',
  'up to date',
])
const personWords = setOf(
  'membre member mitglied lid miembro adherent benevole volunteer personne person user utilisateur role president presidente presidence titulaire elu elue delegue deleguee',
)
/** What stands around them and says nothing of its own. */
const around = setOf(
  'date datum fecha data day jour year annee jahr jaar le la les l en on op am a an au aux d de du des of the par by with door durch por est is was has ont sont have since depuis when quand raison reason motif nom name down away y il elle ne n fait pas no not niet nicht involved responding reponds repond der des die el los to zum zur',
)

const isPersonWord = (token: string) => referentWords.has(token) || contactWords.has(token) || personWords.has(token)

/** Whether a heading says that somebody is still there, and of which referent of the row; 0: of all of them. */
export function tenureHeading(heading: string): { field: TenureField; number: number } | null {
  // Each cell of the first rows may be a heading: most are none by their first look
  // `Du`, `Au`
  if (/^\s?(?:au|to)\s?$/i.test(heading)) return { field: 'term', number: 0 }
  if (heading.length < 3 || heading.length > 80 || /[@\d]{3}/.test(heading)) return null
  const inBrackets = Array.from(
    heading.slice(0, 160).matchAll(/[([{]([^()[\]{}]{1,40})[)\]}]/g),
    ([, text = '']) => text,
  )
  const tokens = [heading, ...inBrackets].flatMap(headingTokens)
  if (tokens.length === 0 || tokens.length > 9) return null
  const digits = tokens.find((token) => /^[1-9]\d?$/.test(token))
  const rest = tokens.filter((token) => token !== digits)
  const field = fieldOf(rest)
  return field === null ? null : { field, number: Number(digits ?? 0) }
}

function fieldOf(tokens: readonly string[]): TenureField | null {
  const has = (words: ReadonlySet<string>) => tokens.some((token) => words.has(token))
  const only = (...words: ReadonlySet<string>[]) =>
    tokens.every((token) => isPersonWord(token) || around.has(token) || words.some((set) => set.has(token)))
  if (servingPhrases.has(tokens.filter((token) => !stillWords.has(token) && !isPersonWord(token)).join(' ')))
    return 'serving'
  if (tokens.length === 1 && has(presentPhrases)) return 'serving'
  if (has(stillWords) && only(stillWords, activeWords, termWords, presentPhrases)) return 'serving'
  if (has(negations) && only(negations, activeWords, leftWords, pastWords)) return 'past'
  if (has(activeWords) && tokens.some(isPersonWord) && only(activeWords)) return 'serving'
  if (has(leftWords) && only(leftWords, flagWords, termWords, endWords)) return 'left'
  if (has(endWords) && only(endWords, termWords, flagWords)) return 'term'
  if (has(flagWords) && only(flagWords)) return tokens.some((token) => dayWords.has(token)) ? 'left' : 'past'
  if (has(pastWords) && only(pastWords)) return 'past'
  if (has(newWords) && isOfPerson(tokens.filter((token) => !newWords.has(token)))) return 'left'
  if (has(seasonWords) && only(seasonWords, yearsWords)) return 'season'
  return has(statusWords) && only(statusWords, memberships) ? 'status' : null
}

/** `Nouveau référent`, `New email`, `Nouvelle adresse mail réf`: what is beside it may be old. */
function isOfPerson(tokens: readonly string[]): boolean {
  const rest = tokens.filter((token) => !isPersonWord(token) && !around.has(token))
  return tokens.some(isPersonWord) ? rest.length === 0 || personField(rest) !== null : personField(rest) === 'email'
}
