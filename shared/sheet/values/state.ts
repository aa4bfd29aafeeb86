import { fold } from '#shared/record/fold.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import { headingTokens } from '../headings/heading-words.ts'

const words = (text: string) => new Set(text.split(' ').flatMap(headingTokens))

/** Words of states, as `headingTokens` gives them. */
const states: Readonly<Record<GroupState, ReadonlySet<string>>> = {
  closed: words(
    'ferme fermee dissout dissou dissous dissoute dissolu dissolved closed supprime supprimee disparu disparue termine terminee cloture cloturee disbanded ended defunct retired radie radiee mort morte archive archivee archived fini finie clos close clo arrete arretee stoppe stoppee fermeture dissolution removed cancelled discontinued gesloten gestopt opgeheven ontbonden geschlossen aufgelost aufgeloest cerrado cerrada disuelto disuelta chiuso chiusa',
  ),
  asleep: words(
    'inactif inactive inactives pause dormant dormante veille sommeil suspendu suspendue suspended paused hiatus sleeping asleep dormancy gele gelee repos hibernation sleep inactivity dormance standby inactief pauze slapend inaktiv ruhend pausiert pausa inactivo inactiva inattivo inattiva',
  ),
  starting: words(
    'creation construction naissant naissante projet prospective prospect forming starting lancement demarrage emergent emergente formation emerging planned prospectif demarre lance oprichting opstart opstartend',
  ),
  active: words(
    'actif active actives activite ouvert ouverte open vivant vivante fonctionne operational operationnel operationnelle running alive current existing existe exist regulier reguliere ok live established actief aktiv activo activa attivo attiva',
  ),
}

const negations = words('pas non not plus ne jamais no never un niet')
/** Words around a state that change nothing of it. */
const around = words(
  'en de depuis le la l since on in cour tre bien toujour encore groupe group chapter antenne janvier fevrier mar mars avril mai juin juillet aout septembre octobre novembre decembre january february march april may june july august september october november december janv fevr avr juil sept oct nov dec provisoirement temporairement definitivement n a au est is ete was been the mis mise',
)
const since = words('depuis since')
const yes = words('oui yes o y vrai true t v x 1 ja ok si sim on')
const no = words('non no n faux false f 0 nee neen nein nao off')

const signs: ReadonlyMap<string, boolean> = new Map([
  ...[...'✓✔☑✅'].map((sign) => [sign, true] as const),
  ...[...'✗✘☒❌'].map((sign) => [sign, false] as const),
])

/** Traffic lights: orange says nothing sure. */
const lights: ReadonlyMap<string, GroupState | null> = new Map([
  ['🟢', 'active'],
  ['🔴', 'asleep'],
  ['⚫', 'asleep'],
  ['🟠', null],
  ['🟡', null],
])

export const isLight = (cell: string) => lights.has(cell.trim())

/** Whether a cell under `Fermé` or `Date de dissolution` says that it is so: by a yes, or a day; null where that is not clear. */
export function isEnded(cell: string): boolean | null {
  const text = cell.trim()
  if (text.includes('?') || text.length > 60) return null
  const sign = signs.get(text)
  if (sign !== undefined) return sign
  const [word = '', ...others] = headingTokens(text)
  if (others.length === 0 && (yes.has(word) || no.has(word))) return yes.has(word)
  const state = readState(text, false)
  if (state !== null) return state === 'closed' || state === 'asleep' ? true : null
  return hasYear.test(text) || null
}

/** A day of some year, in any writing. */
const hasYear =
  /(?:^|\D)(?:(?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d\d|\p{L}{3,5}\.?[- ]\d\d|[1-5]\d{4}(?:[.,]\d+)?)(?:\D|$)/u

/**
 * The state that a cell says, by its words: each has to be understood, so that `actif ?` and `actif, mais en pause` are asked about. Null when it is not.
 * `isYesNo`: its heading asks whether the group is active.
 */
export function readState(cell: string, isYesNo: boolean): GroupState | null {
  if (cell.length > 80 || cell.includes('?')) return null
  const light = lights.get(cell.trim())
  if (light !== undefined) return light
  const sign = isYesNo ? signs.get(cell.trim()) : undefined
  if (sign !== undefined) return sign ? 'active' : 'asleep'
  const tokens = headingTokens(cell.replace(/[()[\]]/g, ' ').replace(/\bstand-?by\b/i, 'standby'))
  if (isYesNo && tokens.length === 1 && yes.has(tokens[0] ?? '')) return 'active'
  if (isYesNo && tokens.length === 1 && no.has(tokens[0] ?? '')) return 'asleep'
  const isNegated = tokens.some((token) => negations.has(token))
  const rest = tokens.filter((token) => !negations.has(token) && !around.has(token) && !/^\d+$/.test(token))
  const found = new Set(
    rest.map((token) => (Object.keys(states) as GroupState[]).find((state) => states[state].has(token))),
  )
  const [state] = found
  if (found.size !== 1 || state === undefined) return null
  // `actif en 2017` says nothing of today
  const isOfOneYear = tokens.some((token) => /^\d{4}$/.test(token)) && !tokens.some((token) => since.has(token))
  if (state === 'active' && isOfOneYear) return null
  if (!isNegated) return state
  return state === 'active' ? 'asleep' : null
}

/** What says of a group that it was, or is none, as `fold` gives it: alone beside a name, or before it. */
const formerBeside =
  /^(?:(?:ex|anciens?|anciennes?|former|formerly|old|past)(?: (?:groupes?|groups?|antennes?|chapters?|sections?|clubs?|collectifs?|comites?|branch|branche))?|obsolete|perimee?|doublon|duplicate|a supprimer|a fermer|to (?:be )?(?:deleted|removed|closed)|ne (?:pas|plus) (?:utiliser|contacter)|do not (?:use|contact))$/
const formerBefore =
  /^(?:ex|ancienn?e?|former) (?:groupes?|groups?|antennes?|chapters?|sections?|clubs?|collectifs?|comites?|branch|branche)\b/

/** A state that stands beside the name of a group (`Pau (fermé)`, `Pau - OLD`, `† Pau`), and the words that say it; null: none does. Whatever was, or is there twice, is not written to. */
export function stateInName(name: string): { said: string; state: GroupState | null } {
  const text = name.trim().slice(0, 200)
  const cross = /^[†✝✟☠⚰]|[†✝✟☠⚰]\uFE0F?$/u.exec(text)?.[0]
  if (cross !== undefined) return { said: cross, state: 'closed' }
  if (formerBefore.test(fold(text))) return { said: text, state: 'asleep' }
  const said =
    /[(["«“]\s?([^()[\]"«»“”]{3,40})[)\]"»”]$/u.exec(text)?.[1] ?? /\s[-–—:]\s([^-–—:]{2,40})$/u.exec(text)?.[1] ?? ''
  return { said, state: formerBeside.test(fold(said)) ? 'asleep' : said === '' ? null : readState(said, false) }
}
