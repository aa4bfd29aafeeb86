import { contactWords, fillers, headingTokens, referentWords } from '../headings/heading-words.ts'

/** Somebody as a cell names them; `role`: what it says that they do. */
export type NamedPerson = { name: string; role: string | null }

/** A lone letter is an initial, and M Roy is Monsieur Roy. */
const civility =
  /^(?:mme|mlle|mrs|mr|ms|miss|madame|mademoiselle|monsieur|dr|docteur|me|mevr|mevrouw|dhr|m)(?:\.|(?=\s))\s{0,3}/iu
const between =
  /\s{1,3}(?:et|and|en|&|\+|ou|or|of|puis|then|avec|with|met)\s{1,3}|\s{0,3}[/;&\n]\s{0,3}|\s{1,3}[-–—]\s{1,3}|(?:^|\s)\d{1,2}[.)]\s{1,3}/iu

/** Words of what somebody does in a group, as `headingTokens` gives them. */
const roleWords = new Set(
  'président présidente pdt pdte pte prés vice trésorier trésorière trés tréso secrétaire secr sec adjoint adjointe suppléant suppléante titulaire délégué déléguée porte parole membre bénévole fondateur fondatrice salarié salariée élu élue maire général générale communication bureau chair chairman chairwoman chairperson treasurer secretary deputy founder member volunteer voorzitter penningmeester secretaris'
    .split(' ')
    .flatMap(headingTokens),
)

/** The people whom a cell names, with their roles: `Présidente : Léa Roy / Trésorier : Sam Vu`. `addresses`: how many the row has. */
export function namedPeople(text: string, addresses: number): NamedPerson[] {
  const pieces = text.split(between).map((piece) => piece.trim())
  const people: NamedPerson[] = []
  for (const piece of pieces.filter((one) => one !== '')) {
    const last = people.at(-1)
    // `Léa Roy - trésorière`
    if (last && last.role === null && isRole(piece)) last.role = piece
    else people.push(...inPiece(piece, addresses))
  }
  return people.filter(({ name }) => name !== '')
}

/** Of a piece that names one person, or several between commas. */
function inPiece(piece: string, addresses: number): NamedPerson[] {
  const inside = /\(([^()]{1,60})\)/.exec(piece)?.[1]?.trim() ?? null
  const bare = piece.replace(/\([^()]{0,60}\)/g, ' ').replace(/[<>|]{1,5}/g, ' ')
  const [before = '', ...behind] = bare.split(':').map((part) => part.trim())
  const isTitled = behind.length > 0 && isRole(before)
  const text = (isTitled ? behind.join(' ') : [before, ...behind].join(' ')).replace(/\s{2,100}/g, ' ').trim()
  const noted = isTitled ? before : inside !== null && /^[\p{L}\s·.'’-]+$/u.test(inside) ? inside : null
  const parts = text.split(',').map((part) => part.trim())
  // A name alone is looked at no further: a sheet has 200,000
  const isOne = parts.length === 1 && noted === null
  const role = noted ?? (isOne ? null : (parts.find(isRole) ?? null))
  const names = parts.filter((part) => part !== '' && (isOne || !isRole(part)))
  const whole = isInverted(names, addresses) ? [`${names[1]} ${names[0]}`] : names
  // A piece that is but a role is somebody's name for a mailbox
  const all = whole.length === 0 && role !== null ? [role] : whole
  return all.map((name, index) => ({ name: tidied(name), role: index === 0 && name !== role ? role : null }))
}

/** `ROY, Léa`: a surname in capitals, or a first name of one word, and no more than one address. */
function isInverted(parts: readonly string[], addresses: number): boolean {
  const [surname = '', first = ''] = parts
  return parts.length === 2 && addresses < 2 && (!first.includes(' ') || surname === surname.toUpperCase())
}

function isRole(text: string): boolean {
  const tokens = headingTokens(text.slice(0, 60)).filter((token) => !fillers.has(token))
  return (
    tokens.length > 0 &&
    tokens.every((token) => roleWords.has(token) || referentWords.has(token) || contactWords.has(token))
  )
}

function tidied(name: string): string {
  return name
    .replace(civility, '')
    .replace(/^[-–—,.*•/]{1,3}\s{0,3}|\s{0,3}[-–—,*•/]{1,3}$/g, '')
    .trim()
}
