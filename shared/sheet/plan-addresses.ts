import { fold } from '#shared/record/fold.ts'
import type { Difference } from './difference.ts'
import type { MergeOutcome, ParsedRow, Status } from './merge-rows.ts'
import { soundRows } from './plan-campaigns.ts'
import type { Entry, Note, SheetFault } from './problem.ts'
import { textOf } from './read-row.ts'
import { goneCells } from './read-tenure.ts'
import type { RecognisedSheet } from './recognise.ts'

/** What the database knows of an address. */
export type KnownAddress = {
  email: string
  /** Of the person who has it, or had it before they became part of another; null where nobody has. */
  uid: string | null
  name: string | null
  language: string | null
  /** Keys of the lists that it is on, and of those that it left. */
  lists: readonly string[]
  left: readonly string[]
  /** They want no mails, or complained of one. */
  isGone: boolean
}

/** What an import does to the languages of people, and to who is on mailing lists: by address, and to nobody as a referent. */
export type AddressPlan = {
  languages: { uid: string; before: string | null; language: string }[]
  members: { list: string; email: string }[]
  outcomes: MergeOutcome[]
  differences: Difference[]
  faults: { entry: Entry; fault: SheetFault }[]
  notes: { entry: Entry; note: Note }[]
}

/** What a movement writes in, and its lists by all that sheets call them. */
export type AddressSettings = {
  languages: readonly string[]
  lists: readonly { key: string; names: readonly string[] }[]
}

/** The addresses that sheets of these kinds name. */
export function addressesOf(sheets: readonly RecognisedSheet[]): string[] {
  const said = (['languages', 'members'] as const).flatMap((kind) => soundRows(sheets, kind, { faults: [] }))
  return [...new Set(said.map(emailOf))]
}

const emailOf = ({ given }: ParsedRow) => String(given.email)

export function planAddresses(
  sheets: readonly RecognisedSheet[],
  known: ReadonlyMap<string, KnownAddress>,
  { languages, lists }: AddressSettings,
): AddressPlan {
  const plan: AddressPlan = { languages: [], members: [], outcomes: [], differences: [], faults: [], notes: [] }
  const reads = new Map<string, string>()
  for (const parsedRow of soundRows(sheets, 'languages', plan)) readLanguage(parsedRow, known, reads, languages, plan)
  const joined = new Set<string>()
  for (const parsedRow of soundRows(sheets, 'members', plan)) readMember(parsedRow, known, joined, lists, plan)
  return plan
}

function readLanguage(
  parsedRow: ParsedRow,
  known: ReadonlyMap<string, KnownAddress>,
  reads: Map<string, string>,
  kept: readonly string[],
  plan: AddressPlan,
): void {
  const { entry, given } = parsedRow
  const { uid = null, name = null, language: before = null } = known.get(emailOf(parsedRow)) ?? {}
  if (uid === null) {
    refuse(plan, parsedRow, 'email', { code: 'person_unknown' }, 'row')
    return
  }
  const language = String(given.language)
  const said = reads.get(uid)
  const who = name ?? emailOf(parsedRow)
  if (said !== undefined) {
    plan.outcomes.push({ entry, status: 'doubled' })
    if (said !== language)
      plan.notes.push({ entry, note: { code: 'differs', part: 'own', field: 'language', kept: said, other: language } })
    return
  }
  reads.set(uid, language)
  const isKept = kept.includes(language)
  if (!isKept) plan.notes.push({ entry, note: { code: 'language_other', name: who, language } })
  const isChanged = isKept && language !== before
  plan.outcomes.push({ entry, status: isChanged ? 'changed' : 'unchanged' })
  if (!isChanged) return
  plan.languages.push({ uid, before, language })
  plan.differences.push({ entry, who, field: 'language', before, after: language })
}

function readMember(
  parsedRow: ParsedRow,
  known: ReadonlyMap<string, KnownAddress>,
  joined: Set<string>,
  lists: AddressSettings['lists'],
  plan: AddressPlan,
): void {
  const { entry } = parsedRow
  const email = emailOf(parsedRow)
  const address = known.get(email)
  const { keys, unknown } = listsSaid(parsedRow, lists)
  const statuses: Status[] = []
  const before = plan.faults.length
  for (const key of keys) {
    const isLeft = address?.isGone || address?.left.includes(key) || goneCells(entry).length > 0
    const names = lists.find((list) => list.key === key)?.names ?? []
    if (isLeft) refuse(plan, parsedRow, 'list', { code: 'left_list', list: names[0] ?? key }, 'cell')
    else if (joined.has(`${key} ${email}`)) statuses.push('doubled')
    else statuses.push(address?.lists.includes(key) ? 'unchanged' : 'new')
    if (statuses.at(-1) === 'new' && !isLeft) plan.members.push({ list: key, email })
    if (!isLeft) joined.add(`${key} ${email}`)
  }
  const near = lists.map(({ names }) => names[0] ?? '')
  for (const name of unknown) refuse(plan, parsedRow, 'list', { code: 'list_unknown', near }, 'cell', name)
  const status = (['new', 'unchanged', 'doubled'] as const).find((one) => statuses.includes(one))
  const faults = plan.faults.slice(before)
  // A row of which no list is taken is refused whole
  if (status === undefined && faults.length > 0) for (const { fault } of faults) fault.loses = 'row'
  else plan.outcomes.push({ entry, status: status ?? 'unchanged' })
}

/** The lists that a row names, in a cell of its own or by a yes under their names. */
function listsSaid(
  { entry, given }: ParsedRow,
  lists: AddressSettings['lists'],
): { keys: string[]; unknown: string[] } {
  const words = textOf(entry, 'own', 'list').split(/[,;/|\n]/)
  const named = words.map((word) => word.trim()).filter((word) => word !== '')
  const keyOf = (name: string) =>
    lists.find(({ key, names }) => [key, ...names].some((one) => fold(one) === fold(name)))?.key
  const ticked = lists.filter(({ key }) => given[key] === true).map(({ key }) => key)
  return {
    keys: [...new Set([...named.flatMap((name) => keyOf(name) ?? []), ...ticked])],
    unknown: named.filter((name) => keyOf(name) === undefined),
  }
}

function refuse(
  plan: AddressPlan,
  { entry }: ParsedRow,
  field: string,
  problem: SheetFault['problem'],
  loses: SheetFault['loses'],
  value = textOf(entry, 'own', field),
): void {
  const column = entry.sheet.columns.find((one) => one.part === 'own' && one.field === field)
  plan.faults.push({ entry, fault: { field, columns: column ? [column.index] : [], value, problem, loses } })
}
