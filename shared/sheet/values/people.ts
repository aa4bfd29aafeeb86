import { fold } from '#shared/record/fold.ts'
import type { SheetRowProblem } from '#shared/text/sheet-problem.ts'
import { isNobody } from './nothing.ts'
import { namedPeople } from './person-names.ts'
import { isStruck } from './struck.ts'

/** What the cells of one referent say: several people may stand in them. */
export type PersonCells = { name: string; email: string; phone: string }
export type SaidPerson = PersonCells & { role: string | null }
export type SaidPeople =
  | {
      people: SaidPerson[] /** Addresses and numbers beyond the first of somebody. */
      beyond: string[]
      problem?: never
    }
  | { problem: SheetRowProblem; people?: never; beyond?: never }

const address = /[^\s<>;,|()[\]"]{1,64}@[^\s<>;,|()[\]"]{1,253}/gu
const number = /(?:\+|\b00)?\d(?:[ .()-]{0,2}\d){8,13}/g
const gone =
  /\b(?:anc|rip|refuse|anciens?|anciennes?|ex|partie?|quittee?|quitte|demission|demissionnaire|decedee?|decede|left|former|formerly|until|jusqu|remplacee?|^feue?|pas de mails?|no e?mails?|(?:tel|telephone|phone|sms|courrier) (?:uniquement|seulement|only)|(?:uniquement|seulement|only) (?:par |by )?(?:tel|telephone|phone|sms|courrier))\b/
/** A question, or a word about another cell, is nobody. */
const doubtful =
  /^(?:cf|voir|see|zie|idem|ditto|meme(?:s)? (?:que|personne|contact|referente?)|same as|comme|a confirmer|peut etre|peutetre|maybe|probablement|perhaps|misschien)\b/

/** Years that they were there, or of which nobody knows what they say; whose address stands there. */
const unsure =
  /\b(?:19|20)\d\d \d{2,4}\b|(?<!\b(?:depuis|since|sinds|seit|en|in|des|from)) (?:19|20)\d\d$|\b(?:pas sure?|not sure|unsure|sous reserve)\b|\b(?:mail|email|adresse|tel|numero) (?:de|d|of|van)\b|\bchez\b/
/** Crossed out by a sign, or put aside as programs do. */
const crossed = /[❌✗✘☒🚫⛔☠⚰]|^--.{0,200}--$|^(?:#\s|\/\/)/u

/** Somebody who is not there yet, or may never be. */
const toCome =
  /\b(?:a (?:partir|compter) d(?:e|u|es)?|starting (?:in|from|on)|as (?:of|from)|vanaf|ab (?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|\d)|pressentie?|future?|futur e|bientot|prochainement|candidate?|envisagee?|potentiel(?:le)?|eventuel(?:le)?(?:ment)?|designate|incoming|pending|a valider|tbc)\b/

/** Characters of cells that name somebody. */
const longest = 1000

/** Takes apart what several people, or one with several addresses, fill into cells for one; what cannot be told is a problem. */
export function peopleIn({ name, email, phone }: PersonCells): SaidPeople {
  if (name.length > longest || email.length > longest || phone.length > longest) return alone({ name, email, phone })
  const inName = name.includes('@') ? (name.match(address) ?? []).map(trimmed) : []
  const emails = [...addressesIn(email), ...inName]
  const rest = inName.length > 0 ? name.replace(address, ' ') : name
  const phones = phone !== '' ? (severalNumbers(phone) ?? [phone]) : (rest.match(number) ?? [])
  const bare = (phone === '' ? rest.replace(number, ' ') : rest).trim()
  const key = fold(bare)
  if (gone.test(key) || /[†✝✟☨]/.test(bare)) return { problem: { code: 'person_past', name: bare } }
  if (isDoubtful(bare, key)) return { problem: { code: 'person_doubtful', name: bare } }
  // One address was another's place
  if (emails.length > 1 && /->|=>|→|⇒/.test(email)) return { problem: { code: 'person_doubtful', name: email } }
  const named = namedPeople(bare, emails.length)
  if (named.length <= 1) {
    const [one = { name: '', role: null }] = named
    const [first = '', ...others] = theirsFirst(one.name, [...new Set(emails)])
    return {
      people: [{ ...one, email: first, phone: phones[0] ?? '' }],
      beyond: [...others, ...phones.slice(1)],
    }
  }
  const names = named.map((one) => one.name)
  const fits = names.length === emails.length && names.every((one, index) => isTheirs(one, index, names, emails))
  if (!fits) return { problem: { code: 'several_people', names } }
  const own = phones.length === names.length ? phones : []
  const people = named.map((one, index) => ({ ...one, email: emails[index] ?? '', phone: own[index] ?? '' }))
  return { people, beyond: own.length > 0 ? [] : phones }
}

function alone(cells: PersonCells): SaidPeople {
  return { people: [{ ...cells, role: null }], beyond: [] }
}

function addressesIn(email: string): string[] {
  const written = email.match(address) ?? []
  return email === '' ? [] : written.length > 1 ? written.map(trimmed) : [unquoted(email)]
}

function trimmed(found: string): string {
  return unquoted(found.replace(/^mailto:/i, '').replace(/[.:]{1,5}$/, ''))
}

/** Spreadsheets show an apostrophe that says "this is text", and mail programs put names in quotes. */
function unquoted(text: string): string {
  return text.replace(/^['’‘"`]{1,3}|['’‘"`]{1,3}$/g, '')
}

/** Of several addresses of one person, those in which they are named come first. */
function theirsFirst(name: string, emails: readonly string[]): readonly string[] {
  if (emails.length < 2) return emails
  const [theirs, others] = [true, false].map((is) => emails.filter((email) => isNamedIn(name, email) === is))
  return [...(theirs ?? []), ...(others ?? [])]
}

/** `Léa Roy ?`, `voir Lyon`, `(Léa Roy)`: a name that is not sure. */
function isDoubtful(name: string, key: string): boolean {
  return (
    name.includes('?') ||
    isStruck(name) ||
    /->|=>|→|⇒/.test(name) ||
    /^\([^()]{0,200}\)$/.test(name) ||
    doubtful.test(key) ||
    toCome.test(key) ||
    unsure.test(key) ||
    crossed.test(name) ||
    isNobody(name)
  )
}

/** The numbers of a cell, where each is whole. */
function severalNumbers(phone: string): string[] | null {
  const pieces = phone.split(/\s{0,3}(?:[/;,|\n]|\bou\b|\bet\b|\bor\b|\band\b)\s{0,3}/i).filter((piece) => piece !== '')
  return pieces.length > 1 && pieces.every((piece) => (piece.match(/\d/g) ?? []).length >= 9) ? pieces : null
}

/** Whether a word of a name, of three letters or more, is in what stands before the @. */
export function isNamedIn(name: string, email: string): boolean {
  const local = fold(email.split('@')[0] ?? '').replaceAll(' ', '')
  return fold(name)
    .split(' ')
    .some((word) => word.length >= 3 && local.includes(word))
}

/** Whether an address is the one of a name, by a word that is in both, and of no other's. */
function isTheirs(name: string, index: number, names: readonly string[], emails: readonly string[]): boolean {
  const email = emails[index] ?? ''
  return isNamedIn(name, email) && !names.some((other, at) => at !== index && isNamedIn(firstWord(other), email))
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? ''
}
