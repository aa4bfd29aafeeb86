import { fold } from '#shared/record/fold.ts'

/** What people write where there is nothing to say, as `fold` gives it. */
const nothings = new Set(
  [
    'n a|na|nc|n c|nd|nr|neant|none|null|nil|nan|undefined|unknown|vide|empty|tbd|tba|tbc|todo|to do|idem|ditto|xxx|xx',
    'aucun|aucune|aucun e|sans|rien|inconnu|inconnue|pas connu|non connu|non renseigne|non renseignee|non communique|non disponible|not available|not applicable|sans objet',
    'a completer|a preciser|a definir|a verifier|a trouver|a remplir|a venir|a pourvoir|a renseigner|a confirmer|a demander|en attente|en cours|en recherche|recherche|vacant|poste vacant|personne|vacante',
    'to be defined|to be confirmed|to be determined|to be completed|to fill in|coming soon|pending|missing|unavailable',
    'onbekend|niet bekend|geen|leeg|nvt|n v t|in te vullen|nog te bepalen|geen mail|geen e mail|geen telefoon',
    'pas de mail|pas d email|pas d adresse|pas d adresse mail|pas de referent|pas de referente|pas de telephone|pas de tel|pas de contact|sans mail|sans referent|no email|no mail|no phone|no contact|no referent',
  ].flatMap((line) => line.split('|')),
)

/** How they begin: of most cells, that is all that is looked at. */
const beginnings = new Set([...nothings].map((text) => text.slice(0, 2)))

/** Somebody, or something, that was: `ancien : Léa`, `ex-référente : …`. */
const past =
  /^(?:anciens?|anciennes?|ex|former|formerly|old|previous)(?: (?:referente?|contact|mail|email|tel|responsable))?\s?[:\-–]/i

const pastBeginnings = new Set(['an', 'ex', 'fo', 'ol', 'pr'])

/** What says that there is nobody: an address beside it was somebody's. */
const nobody =
  /^(?:vacante?|poste vacant|personne|aucune?|aucun e|sans|sans referente?|pas de referente?|pas de contact|no referent|no contact|nobody|none|geen|a pourvoir|en recherche|recherche|en attente|a trouver)$/

/** Whether a cell says that nobody is there, or who was: `vacant`, `ancien : Léa`. */
export function isNobody(cell: string): boolean {
  const text = cell.trim().slice(0, longest)
  const [before = ''] = text.split(/\s[-–—]\s|\s?[(,;:[]/)
  return past.test(text) || nobody.test(fold(text)) || (before !== text && nobody.test(fold(before)))
}

/** Characters of the longest of them. */
const longest = 40

/** Whether a cell says nothing: `N/A`, `-`, `?`, `à compléter`, `ancien : …`. A network of our own names it otherwise (`headings`). */
export function isNothing(cell: string): boolean {
  const text = cell.trim()
  const start = text.slice(0, 2).toLowerCase()
  // What is struck through as a whole is no longer said
  if (start === '~~') return text.endsWith('~~') && !text.slice(2, -2).includes('~~')
  const isPlain = /^[a-z]{2}/.test(start)
  if (isPlain && !beginnings.has(start) && !pastBeginnings.has(start)) return false
  if (/^[\d+]/.test(start) || text.includes('@')) return false
  // A formula that failed is no nothing
  if (/^#\p{L}/u.test(text)) return false
  if (text === '' || !/[\p{L}\p{N}]/u.test(text.slice(0, longest))) return isSign(text)
  if (past.test(text.slice(0, longest))) return true
  return text.length <= longest && nothings.has(fold(text))
}

/** Dashes, dots and question marks; a picture (🌻) is a name. */
function isSign(text: string): boolean {
  return text.length <= longest && /^[\s\-–—_.…?!*/\\|"'«»“”’=+~#:;,()〃″]*$/.test(text)
}
