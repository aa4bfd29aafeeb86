import { plain } from '#shared/record/plain.ts'
import type { SheetRowProblem } from '#shared/text/sheet-problem.ts'

/** What the cells of one referent say: several people may stand in them. */
export type PersonCells = { name: string; email: string; phone: string }
export type SaidPerson = PersonCells & { role: string | null }
export type SaidPeople =
  | {
      people: SaidPerson[] /** Addresses and numbers beyond the first of somebody. */
      beyond: string[]
      problem?: never
    }
  | { problem: SheetRowProblem; people?: never }

const address = /[^\s<>;,|()[\]"]{1,64}@[^\s<>;,|()[\]"]{1,253}/gu
const number = /(?:\+|\b00)?\d(?:[ .()-]{0,2}\d){8,13}/g
const civility = /^(?:mme|mlle|mrs|mr|ms|miss|madame|mademoiselle|monsieur|dr|docteur|me|m)(?:\.|(?=\s))\s{0,3}/iu
/** A lone letter is an initial, and M Roy is Monsieur Roy. */
const gone =
  /\b(?:anciens?|anciennes?|ex|partie?|quittee?|quitte|demission|demissionnaire|decedee?|decede|left|former|formerly|until|jusqu|remplacee?)\b/
const between = /\s{1,3}(?:et|and|&|\+|ou|or)\s{1,3}|\s{0,3}[/;&\n]\s{0,3}/iu

/** Characters of cells that name somebody. */
const longest = 1000

/** Takes apart what several people, or one with several addresses, fill into cells for one; what cannot be told is a problem. */
export function peopleIn({ name, email, phone }: PersonCells): SaidPeople {
  if (name.length > longest || email.length > longest || phone.length > longest) return alone({ name, email, phone })
  const written = email.match(address) ?? []
  const emails =
    email !== '' ? (written.length > 1 ? written.map(trimmed) : [email]) : (name.match(address) ?? []).map(trimmed)
  const rest = email === '' ? name.replace(address, ' ') : name
  const phones = phone !== '' ? (severalNumbers(phone) ?? [phone]) : (rest.match(number) ?? [])
  const bare = phone === '' ? rest.replace(number, ' ') : rest
  if (gone.test(plain(bare))) return { problem: { code: 'person_past', name: bare.trim() } }
  const { text, role } = withoutBrackets(bare)
  const names = namesIn(text, emails.length)
  if (names.length <= 1) {
    const [first = '', ...others] = [...new Set(emails.map((one) => one))]
    const person = { name: names[0] ?? '', email: first, phone: phones[0] ?? '', role }
    return { people: [person], beyond: [...others, ...phones.slice(1)] }
  }
  const fits = names.length === emails.length && names.every((one, index) => isTheirs(one, index, names, emails))
  if (!fits) return { problem: { code: 'several_people', names } }
  const own = phones.length === names.length ? phones : []
  const people = names.map((one, index) => ({
    name: one,
    email: emails[index] ?? '',
    phone: own[index] ?? '',
    role: null,
  }))
  return { people, beyond: own.length > 0 ? [] : phones }
}

function alone(cells: PersonCells): SaidPeople {
  return { people: [{ ...cells, role: null }], beyond: [] }
}

function trimmed(found: string): string {
  return found.replace(/^mailto:/i, '').replace(/[.:]{1,5}$/, '')
}

/** The numbers of a cell, where each is whole. */
function severalNumbers(phone: string): string[] | null {
  const pieces = phone.split(/\s{0,3}(?:[/;,|\n]|\bou\b|\bet\b|\bor\b|\band\b)\s{0,3}/i).filter((piece) => piece !== '')
  return pieces.length > 1 && pieces.every((piece) => (piece.match(/\d/g) ?? []).length >= 9) ? pieces : null
}

/** `Léa Roy (trésorière)`: what stands in brackets is what somebody does. */
function withoutBrackets(name: string): { text: string; role: string | null } {
  const inside = /\(([^()]{1,60})\)/.exec(name)?.[1]?.trim() ?? null
  const text = name
    .replace(/\([^()]{0,60}\)/g, ' ')
    .replace(/[<>:|]{1,5}/g, ' ')
    .replace(/\s{2,100}/g, ' ')
    .trim()
  const role = inside !== null && /^[\p{L}\s·.'’-]+$/u.test(inside) ? inside : null
  return { text, role }
}

function namesIn(text: string, addresses: number): string[] {
  const pieces = text
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const names = pieces.length > 1 ? pieces : byCommas(text, addresses)
  return names.map(tidied).filter((name) => name !== '')
}

/** Commas stand between people where there are as many addresses; `ROY, Léa` is one. */
function byCommas(text: string, addresses: number): string[] {
  const pieces = text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  if (pieces.length < 2) return [text.replace(/,\s{0,5}$/, '')]
  const isInverted = pieces.length === 2 && addresses < 2 && pieces.every((piece) => piece.split(' ').length <= 2)
  return isInverted ? [`${pieces[1]} ${pieces[0]}`] : pieces
}

function tidied(name: string): string {
  return name
    .replace(civility, '')
    .replace(/^[-–—,.]{1,3}\s{0,3}|\s{0,3}[-–—,]{1,3}$/g, '')
    .trim()
}

/** Whether a word of a name, of three letters or more, is in what stands before the @. */
export function isNamedIn(name: string, email: string): boolean {
  const local = plain(email.split('@')[0] ?? '').replaceAll(' ', '')
  return plain(name)
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
