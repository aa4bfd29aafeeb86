import type { GroupState } from '#shared/record/sections/identity.ts'
import { headingTokens } from '../headings/heading-words.ts'

const words = (text: string) => new Set(text.split(' ').flatMap(headingTokens))

/** Words of states, as `headingTokens` gives them. */
const states: Readonly<Record<GroupState, ReadonlySet<string>>> = {
  closed: words(
    'ferme fermee dissout dissou dissous dissoute dissolu dissolved closed supprime supprimee disparu disparue termine terminee cloture cloturee disbanded ended defunct retired radie radiee mort morte archive archivee archived fini finie fermeture dissolution removed cancelled discontinued gesloten gestopt opgeheven ontbonden',
  ),
  asleep: words(
    'inactif inactive inactives pause dormant dormante veille sommeil suspendu suspendue suspended paused hiatus sleeping asleep dormancy gele gelee repos hibernation sleep inactivity inactief pauze slapend',
  ),
  starting: words(
    'creation construction naissant naissante projet prospective prospect forming starting lancement demarrage emergent emergente formation emerging planned prospectif demarre lance oprichting opstart opstartend',
  ),
  active: words(
    'actif active actives activite ouvert ouverte open vivant vivante fonctionne operational operationnel operationnelle running alive current existing regulier reguliere ok live established actief',
  ),
}

const negations = words('pas non not plus ne jamais no never un niet')
/** Words around a state that change nothing of it. */
const around = words(
  'en de depuis le la l since on in cour tre bien toujour encore groupe group chapter antenne janvier fevrier mar mars avril mai juin juillet aout septembre octobre novembre decembre january february march april may june july august september october november december janv fevr avr juil sept oct nov dec provisoirement temporairement definitivement a au est is ete was been the mis mise',
)
const since = words('depuis since')
const yes = words('oui yes o y vrai true x 1 ja')
const no = words('non no n faux false 0 nee neen')

/**
 * The state that a cell says, by its words: each has to be understood, so that `actif ?` and `actif, mais en pause` are asked about. Null when it is not.
 * `isYesNo`: its heading asks whether the group is active.
 */
export function readState(cell: string, isYesNo: boolean): GroupState | null {
  if (cell.length > 80 || cell.includes('?')) return null
  const tokens = headingTokens(cell.replace(/[()[\]]/g, ' '))
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
