import { editDistance } from '#shared/domain/edit-distance.ts'
import { fold } from '#shared/record/fold.ts'
import { ownFieldName } from '#shared/record/own-fields.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { Value } from '#shared/record/row.ts'
import type { GroupOfSheet, GroupPlan, RowReading } from './group-plan.ts'
import { type Differing, mergeParsedRows, type ParsedRow } from './merge-rows.ts'
import type { Entry, Note, SheetFault } from './problem.ts'
import type { Given } from './read-row.ts'
import { spelled } from './spelled.ts'
import { changePerson, type PeopleBook, type SheetPerson, type World } from './world.ts'

type MembershipRow = GroupRecord['referents'][number]
export type NotedRow = { entry: Entry; note: Note }
type FaultedRow = { entry: Entry; fault: SheetFault }

/** Somebody whom a group's rows name (`personKey`), and their role in it. `mailbox`: what the group calls an address that is others' too. What the sheets say of the person is in the book. */
export type Named = {
  key: string
  entry: Entry
  role: Value | undefined
  mailbox: string | null
  /** Their answers to own questions in this group. */
  own: Given
}

/** Who somebody is: their mail address, or their number with their name where they have none: a household has one. */
export function personKey({ email, phone, name }: Readonly<Record<string, unknown>>): string {
  return typeof email === 'string' ? email : `tel:${String(phone)} ${fold(String(name))}`
}

/** The people whom a group's rows name, each once. Those whom we know become what the sheets say. */
export function hearPeople(rows: readonly RowReading[], book: PeopleBook): { named: Named[]; notes: NotedRow[] } {
  const parsedRows = rows.flatMap(({ entry, reading }) => reading.referents.map(({ given }) => ({ entry, given })))
  const notes: NotedRow[] = []
  const named = Array.from(
    Map.groupBy(parsedRows, ({ given }) => personKey(given)),
    ([key, same]) => {
      const { entry } = same[0] as ParsedRow
      const here = mergeParsedRows(same)
      const { role, ...said } = here.given
      const [own, ofPerson] = apart(said)
      const everywhere = mergeParsedRows([
        { entry, given: book.said.get(key) ?? {} },
        { entry, given: ofPerson },
      ])
      book.said.set(key, everywhere.given)
      const ownName = ownNameOf(everywhere.differing)
      for (const { entry: row, ...differs } of [...here.differing, ...everywhere.differing])
        if (row !== ownName?.entry || differs.field !== 'name')
          notes.push({ entry: row, note: { code: 'differs', part: 'referent', ...differs } })
      if (ownName)
        notes.push({ entry: ownName.entry, note: { code: 'mailbox', name: ownName.name, known: ownName.known } })
      const known = book.known.get(key)
      if (known) changeIfOther(book, known, personSaid(everywhere.given, known))
      return { key, entry, role, mailbox: ownName?.name ?? null, own }
    },
  )
  return { named, notes }
}

/** What is said of somebody in one group, and what is said of the person. */
function apart(given: Given): [own: Given, ofPerson: Given] {
  const isOwn = ([field]: [string, Value]) => field.startsWith(ownFieldName(''))
  const all = Object.entries(given)
  return [Object.fromEntries(all.filter(isOwn)), Object.fromEntries(all.filter((one) => !isOwn(one)))]
}

/** The name of a group's own for a mailbox that other groups share (`Équipe de Lyon`), where it is no other writing of one person's: it is kept as what they are there. */
function ownNameOf(differing: readonly Differing[]): { entry: Entry; name: string; known: string } | null {
  const one = differing.find(({ field }) => field === 'name')
  if (!one || typeof one.kept !== 'string' || typeof one.other !== 'string') return null
  const { kept, other, entry } = one
  return other.length <= longestRole && !isOtherWriting(kept, other) ? { entry, name: other, known: kept } : null
}

/** Of the field that keeps what somebody does in a group. */
const longestRole = 60

/** `Lou` and `Louise`, `L. Roy` and `Léa Roy`, `Léa Roy` and `Léa Roi`: one person's name, written otherwise. */
function isOtherWriting(one: string, other: string): boolean {
  const [a, b] = [fold(one).split(' '), fold(other).split(' ')]
  const begins = (words: readonly string[], in_: readonly string[]) =>
    words.every((word) => in_.some((next) => next.startsWith(word)))
  return begins(a, b) || begins(b, a) || editDistance(fold(one), fold(other), 2) <= 2
}

/** A group's referents with those of its rows put in. Who is not in the sheet stays. `whose`: the person whom each `personKey` of a row turned out to be. */
export function planReferents(
  named: readonly Named[],
  known: GroupOfSheet | null,
  { people, newUid, isDeparted, languages }: Pick<World, 'people' | 'newUid' | 'isDeparted' | 'languages'>,
): {
  memberships: MembershipRow[]
  whose: ReadonlyMap<string, string>
  notes: NotedRow[]
  faults: FaultedRow[]
  reads: GroupPlan['languages']
} {
  const before = (known?.record.referents ?? []).map((membership) => ({
    ...membership,
    ...people.changed.get(membership.uid),
  }))
  const memberships = new Map(before.map((membership) => [membership.uid, membership]))
  const byKey = new Map(before.map((membership) => [personKey(membership), membership]))
  const byName = Map.groupBy(before, (membership) => fold(membership.name))
  const whose = new Map<string, string>()
  const notes: NotedRow[] = []
  const faults: FaultedRow[] = []
  const reads: GroupPlan['languages'] = []
  for (const { key, role, entry, mailbox, own } of named) {
    const given = people.said.get(key) ?? {}
    const leftOn = byKey.has(key) ? undefined : known?.left.get(key)
    if (leftOn !== undefined) {
      faults.push({
        entry,
        fault: personLeft(entry, key, text(given.name) ?? people.known.get(key)?.name ?? key, leftOn),
      })
      continue
    }
    const isCalled = typeof given.email !== 'string'
    const membership =
      byKey.get(key) ?? (isCalled ? namesake(byName, given) : movedMembership(byName, key, given, known, people))
    if (!membership && isDeparted?.(contactOf(given), known)) {
      notes.push({ entry, note: { code: 'departed', name: text(given.name) ?? '' } })
      continue
    }
    const was = membership ?? people.known.get(key) ?? null
    // An older sheet knows the number of somebody whose address we have since
    const person = personSaid(isCalled && membership ? { ...given, email: membership.email } : given, was, newUid)
    changeIfOther(people, was, person)
    const next = { ...membership, ...person, ...own, role: text(role) ?? membership?.role ?? mailbox }
    memberships.set(next.uid, next)
    whose.set(key, next.uid)
    const language = text(given.language)
    if (language !== null && language !== people.known.get(key)?.language) {
      const kept = languages.includes(language)
      if (kept) reads.push({ uid: next.uid, language })
      notes.push({ entry, note: { code: kept ? 'language' : 'language_other', name: next.name, language } })
    }
    if (given.name === undefined && key.startsWith(`${next.name}@`))
      notes.push({ entry, note: { code: 'name_assumed', name: next.name } })
  }
  return { memberships: [...memberships.values()], whose, notes, faults, reads }
}

/** Nobody is put back by a sheet that may be older than their leaving. */
function personLeft(entry: Entry, email: string, name: string, on: string): SheetFault {
  const problem = { code: 'person_left', name, on: on.slice(0, 10) } as const
  const addresses = entry.sheet.columns.filter(({ part, field }) => part === 'referent' && field === 'email')
  const said = addresses.filter(({ index }) => (entry.row.cells[index] ?? '').toLowerCase().includes(email))
  const columns = (said.length > 0 ? said : addresses).slice(0, 1).map(({ index }) => index)
  return {
    field: 'email',
    columns,
    value: email,
    problem,
    loses: entry.sheet.kind === 'referents' ? 'row' : 'referent',
  }
}

/** The address of whom a row names, or the number of who has none. */
export function contactOf({ email, phone }: Given): string {
  return text(email) ?? text(phone) ?? ''
}

/** The one referent of the group who is called so: a row without an address is about them. */
function namesake(byName: ReadonlyMap<string, readonly MembershipRow[]>, { name }: Given): MembershipRow | undefined {
  const [membership, ...others] = typeof name === 'string' ? (byName.get(fold(name)) ?? []) : []
  return others.length === 0 ? membership : undefined
}

/**
 * The membership of somebody whose address the sheet has otherwise: the same name in the same group, an address that nobody
 * has, and no row anywhere with the one we know. Not of somebody with memberships elsewhere: a group's row does not change whom
 * other groups write to.
 */
function movedMembership(
  byName: ReadonlyMap<string, readonly MembershipRow[]>,
  email: string,
  { name }: Given,
  known: GroupOfSheet | null,
  people: PeopleBook,
): MembershipRow | undefined {
  if (typeof name !== 'string' || people.known.has(email)) return undefined
  const [membership, ...others] = byName.get(fold(name)) ?? []
  const isTheirs =
    membership &&
    others.length === 0 &&
    !(membership.email && people.said.has(membership.email)) &&
    !known?.elsewhere.includes(membership.uid)
  return isTheirs ? membership : undefined
}

/** Somebody as the sheets say. Without a name they are called by what stands before the @ until they tell us. */
function personSaid(given: Given, person: SheetPerson | null, newUid?: () => string): SheetPerson {
  const email = text(given.email)
  const [account = ''] = (email ?? '').split('@')
  return {
    uid: person?.uid ?? newUid?.() ?? '',
    email: email ?? person?.email ?? null,
    name: spelled(text(given.name), person?.name) ?? person?.name ?? account,
    phone: text(given.phone) ?? person?.phone ?? null,
  }
}

function changeIfOther(book: PeopleBook, before: SheetPerson | null, after: SheetPerson): void {
  const isOther = before?.name !== after.name || before.phone !== after.phone || before.email !== after.email
  if (isOther) changePerson(book, before, after)
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
