import { decomposed } from '#shared/text/normal-form.ts'

/** What a heading says of somebody. `civility` and `birth` are known and not kept: they show that a row is a person. */
export type PersonField =
  | 'name'
  | 'first'
  | 'last'
  | 'email'
  | 'phone'
  | 'landline'
  | 'role'
  | 'language'
  | 'civility'
  | 'birth'

/** Words of headings as `headingTokens` gives them: without accents, case, plural and inclusive endings. */
const setOf = (words: string) => new Set(words.split(' '))

/** Words that name a referent; `contacts` may be theirs or the group's. */
export const referentWords = setOf(
  'referent referente ref responsable resp correspondant correspondante coordinateur coordinatrice coordo coordonnateur coordonnatrice coordinator animateur animatrice organisateur organisatrice organizer organiser organisator lead leader facilitator pilote binome verantwoordelijke trekker',
)
export const contactWords = setOf('contact contacter joindre contactpersoon person personne')
/** Words that name a group. */
export const groupWords = setOf(
  'groupe group gl antenne chapter branch comite collectif cercle club association asso cellule noyau section groep afdeling kern vereniging',
)
/** Words between the others that say nothing of their own. */
export const fillers = setOf(
  'de du des d la le l les un une of the a an et and n no num numero complet full entier local locale actuel actuelle current van het een lokale volledige huidige ou or son sa ses leur her his their zijn haar',
)

/** What names somebody, by the words that it takes, in any order. */
const personPhrases: Readonly<Record<PersonField, string>> = {
  name: 'nom|name|naam|identite|nom prenom|first last name|prenom nom famille|first name last name',
  first: 'prenom|first name|firstname|given name|forename|voornaam',
  last: 'last name|lastname|surname|nom famille|family name|achternaam|familienaam',
  email:
    'mail|email|e mail|courriel|mel|adresse mail|adresse email|adresse e mail|adresse courriel|adresse electronique|courrier electronique|mail address|email address|e mail address|address email|e mail adres|e mailadres|mailadres|emailadres',
  phone:
    'tel|telephone|phone|portable|mobile|gsm|cell|cellphone|telefoon|tel portable|telephone portable|tel mobile|telephone mobile|mobile phone|cell phone|phone number|telephone number|mobile number|telefoonnummer|gsm nummer|gsmnummer|mobiel|mobiel nummer|natel|handy',
  landline: 'fixe|tel fixe|telephone fixe|landline',
  role: 'role|fonction|function|mission|poste|rol|functie',
  language: 'langue|language|taal|lang|sprache|idioma|voorkeurtaal|voorkeurstaal|spreektaal',
  civility: 'civilite|salutation|titre civilite|genre|sexe|gender|aanspreking|aanhef|geslacht',
  birth: 'date naissance|naissance|ne le|nee le|ne e le|birth date|birthdate|birthday|date birth|age|geboortedatum',
}

/** What says something of a group, by field. */
const groupPhrases: Readonly<Record<string, string>> = {
  town: 'ville|commune|localite|city|town|municipality|village|nom ville|nom commune|city name|town name|plaats|stad|gemeente|woonplaats',
  postcode: 'code postal|cp|zip|zip code|zipcode|postal code|postcode|code post|npa|plz|postleitzahl',
  department: 'departement|dept|dep|dpt|code departement|nom departement|county|department',
  region: 'region|nom region|region administrative|province|provincie|regio|gewest|canton|kanton|cantone',
  latitude: 'latitude|lat|breedtegraad',
  longitude: 'longitude|lon|lng|long|lengtegraad',
  state: 'statut|etat|status|situation|statut actuel|etat actuel|current status|toestand',
  is_active:
    'actif|active|actif inactif|est actif|is active|encore actif|toujours actif|actief|aktiv|noch aktiv|activo|activa|attivo|nog actief|ouvert|ouverte|encore ouvert|open|still open',
  founded_on:
    'date creation|creation|annee creation|cree|cree le|cree en|cree depuis|date fondation|fondation|fonde|fondee|fonde en|fondee en|date lancement|lancement|date ouverture|ouverture|founded|founded on|founded in|year founded|founding date|founding year|established|start date|creation date|date created|depuis|ouvert depuis|since|open since|opgericht|oprichting|oprichtingsdatum|datum oprichting|opgericht op|opgericht in|sinds|startdatum',
  active_members:
    'membre|membre actif|membre actifs|nb membre|nb membre actif|nombre membre|nombre membre actif|nbre membre|adherent|nb adherent|nombre adherent|nbre adherent|effectif|nb benevole|nombre benevole|benevole|benevole actif|militant|nb militant|nombre militant|member|active member|number member|number active member|nr member|nb member|membership|member count|membership count|volunteer|active volunteer|total member|nb personne active|nombre personne active|leden|aantal leden|actieve leden|aantal actieve leden|vrijwilliger|aantal vrijwilliger',
  website:
    'site|site web|site internet|website|web site|web|url|homepage|home page|page web|adresse site|lien site|web page|webpage|website url|webpagina|webstek',
  networks:
    'reseau social|reseau sociaux|reseau|social network|social media|social|facebook|fb|page facebook|facebook page|instagram|insta|twitter|mastodon|bluesky|telegram|whatsapp|discord|signal|linkedin|youtube|tiktok|meetup|groupe facebook|compte instagram',
  public_email:
    'mail public|email public|mail publique|public mail|public email|adresse publique|adresse mail publique|mail generique|email generique|adresse generique|generic email|boite mail|mailbox|openbaar e mailadres|algemeen e mailadres|algemeen mailadres',
  note: 'commentaire|commentaires|remarque|note|observation|obs|rq|rmq|rem|comment|remark|divers|info|information|infos diverses|precision|opmerking|opmerkingen|nota|commentaar',
  on_map: 'carte|sur carte|afficher sur carte|afficher carte|show on map|on map|map|kaart|op kaart|tonen op kaart',
  closed:
    'ferme|fermee|dissous|dissoute|closed|dissolved|retired|archive|archivee|archived|gesloten|gestopt|geschlossen|aufgelost|cerrado|cerrada|disuelto|chiuso|date fermeture|fermeture|date dissolution|dissolution|date cloture|cloture|date fin|fin activite|date arret|date fin activite|arret activite|closing date|closure date|date closed|date closing|date closure|closure|end date|date end|ended|date retired|einddatum|sluitingsdatum|datum sluiting|deleted at|date deleted|date suppression|supprime le|removed at|archived at|closed at|ended at|fusion|fusionne|fusionnee|fusionne avec|merged|merged with|merged into|absorbe par|devenu|devenue|became',
  asleep:
    'inactif|inactive|sommeil|en sommeil|veille|en veille|dormant|dormante|pause|en pause|asleep|paused|inactief|inaktiv|inactivo|inactiva|inattivo|ruhend',
  gone: 'ne pas contacter|ne plus contacter|ne pas ecrire|ne plus ecrire|ne pas solliciter|pas de mail|pas contacter|plus contacter|do not contact|do not email|do not mail|not contact|dnc|opt out|opted out|unsubscribed|desinscrit|desinscrite|desabonne|desabonnee|desinscription|date desinscription|bounced|bounce|bounces|mail bounced|mail bounce|rebond|refus|refuse|refus mail|opposition|opposition rgpd|blacklist|blacklisted|liste noire|ne pas envoyer|do not send|no mail|stop mail|npai|mail invalide|email invalide|adresse invalide|invalid email|email invalid|mail hs|uitgeschreven|niet contacteren',
  valid:
    'mail valide|email valide|adresse valide|valid email|email valid|mail ok|email ok|mail verifie|email verified|peut contacter|contact allowed|accepte mail|envoyer mail|envoi mail|mail a envoyer|send mail|can contact|may contact|consentement|consentement rgpd|rgpd|gdpr|gdpr consent|consent|accord|accord rgpd|accord mail|autorisation mail|opt in|subscribed|approved|approuve|approuvee|valide|validee|confirme|confirmee|confirmed|verified|verifie|verifiee',
  country: 'pays|country|land|nation',
  address:
    'adresse|address|rue|street|adresse postale|street address|lieu|lieu reunion|lieu permanence|localisation|location|implantation|siege|adres|straat',
  uid: 'id|uid|identifiant|id groupe|group id|id group',
}

const keyOf = (tokens: readonly string[]) => tokens.toSorted().join(' ')

function indexOf<Name extends string>(phrases: Readonly<Record<Name, string>>): ReadonlyMap<string, Name> {
  const entries = Object.entries<string>(phrases) as [Name, string][]
  return new Map(
    entries.flatMap(([name, all]) => all.split('|').map((phrase) => [keyOf(headingTokens(phrase)), name] as const)),
  )
}

/** Longer, and it is a sentence. */
const longestHeading = 80

/** Endings of inclusive words, that stand alone once their dot is gone: `référent·e·s`, `actif·ve`. */
const endings = setOf('e es ve ves s x ne nes rice trice ice')

/** The words of which headings are made. */
const vocabulary = new Set([
  ...[...Object.values(personPhrases), ...Object.values(groupPhrases)].flatMap((all) => all.split(/[| ]/)),
  ...referentWords,
  ...contactWords,
  ...groupWords,
])

/** `clubname`, `countyname`, `contactemail`, `codepostal`: two words that some program wrote as one. */
function unglued(word: string): string[] {
  if (word.length < 6 || word.length > 30 || vocabulary.has(word)) return [word]
  for (let at = 3; at <= word.length - 3; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (vocabulary.has(first) && vocabulary.has(second)) return [first, second]
  }
  return [word]
}

/**
 * The words of a heading: `Mail du/de la référent(e) n°2 (perso)` is mail, du, de, la, referent, n, 2. What stands in brackets is a unit or a remark, but for a number.
 */
export function headingTokens(heading: string): string[] {
  const bare = decomposed(heading.slice(0, longestHeading * 2))
    .replace(/\p{M}/gu, '')
    // `Co-ordinator` is no co-something
    .replace(/\bco-ordin/gi, 'coordin')
    .replace(/[([{](?:n°? ?)?(\d{1,2})[)\]}]/g, ' $1 ')
    .replace(/[([{][^)\]}]{0,160}[)\]}]/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    // `Active (O/N)`, `Actif oui/non`
    .replace(/\b(?:o\/n|oui\s?\/\s?non|y\/n|yes\s?\/\s?no|j\/n|ja\s?\/\s?nee)\b/gi, ' ')
    .replace(/œ/g, 'oe')
    .toLowerCase()
  const words = bare.match(/\p{L}+|\d+/gu) ?? []
  return words
    .flatMap(unglued)
    .filter((word, index) => index === 0 || !endings.has(word))
    .map(singular)
    .slice(0, 12)
}

/** The words of what a heading says in brackets, for each of them: `Référent(e) 2 (mail)`. */
export function bracketTokens(heading: string): string[][] {
  const said = heading.slice(0, longestHeading * 2).matchAll(/[([{]([^()[\]{}]{1,40})[)\]}]/g)
  return Array.from(said, ([, text = '']) => headingTokens(text).filter((token) => !fillers.has(token)))
}

/** Words, in brackets too, of what is nobody's any more. */
export const ofPast = setOf(
  'ancien ancienne ex old former previous obsolete invalide invalid archive perime inactif inactive supprime doublon parti partie hs faux bounce oud jusqu until avant before tot hasta',
)

function singular(word: string): string {
  return word.length > 3 && /[^s]s$|aux$|eux$/.test(word) ? word.slice(0, -1) : word
}

const personIndex = indexOf(personPhrases)
const groupIndex = indexOf(groupPhrases)

export function personField(tokens: readonly string[]): PersonField | null {
  return personIndex.get(keyOf(tokens)) ?? preferredLanguage(tokens)
}

export function groupField(tokens: readonly string[]): string | null {
  return groupIndex.get(keyOf(tokens)) ?? null
}

/** What says that a language is the one in which somebody is written to. */
const ofPreference = setOf(
  'parlee preferee souhaitee choisie usuelle maternelle correspondance communication courrier echange preferred spoken chosen first main',
)

/** `Langue de correspondance`, `Preferred language`. */
function preferredLanguage(tokens: readonly string[]): 'language' | null {
  const others = tokens.filter((token) => !ofPreference.has(token))
  return others.length > 0 && others.length < tokens.length && personIndex.get(keyOf(others)) === 'language'
    ? 'language'
    : null
}

const networkPlaces = setOf(
  'page groupe group compte lien link canal channel profil profile chaine url adresse account',
)

/** `Page FB`, `Lien Instagram`: where a group is on one network. */
export function networkField(tokens: readonly string[]): 'networks' | null {
  const others = tokens.filter((token) => !networkNames.test(token))
  return others.length === tokens.length - 1 && others.every((token) => networkPlaces.has(token)) ? 'networks' : null
}

/** Words of a network that says nothing by itself: `@pau` of which? */
export const networkNames =
  /^(facebook|fb|instagram|insta|twitter|mastodon|bluesky|telegram|whatsapp|discord|signal|linkedin|youtube|tiktok|meetup)$/
