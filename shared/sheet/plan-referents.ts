import { plain } from '#shared/record/plain.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { Value } from '#shared/record/row.ts'
import type { KnownGroup, RowReading } from './group-plan.ts'
import { mergeSayings, type Saying } from './merge-rows.ts'
import type { Entry, Note } from './problem.ts'
import type { Given } from './read-row.ts'
import { changePerson, type PeopleBook, type Person, type World } from './world.ts'

type Seat = GroupRecord['referents'][number]
export type NotedRow = { entry: Entry; note: Note }

/** Somebody whom a group's rows name, and their role in it. What the sheets say of the person is in the book. */
export type Named = { email: string; entry: Entry; role: Value | undefined }

/** Who somebody is: their mail address, or their number where they have none. */
export function personKey({ email, phone }: Readonly<Record<string, unknown>>): string {
  return typeof email === 'string' ? email : `tel:${String(phone)}`
}

/** The people whom a group's rows name, each once. Those whom we know become what the sheets say. */
export function hearPeople(rows: readonly RowReading[], book: PeopleBook): { named: Named[]; notes: NotedRow[] } {
  const sayings = rows.flatMap(({ entry, reading }) => reading.referents.map(({ given }) => ({ entry, given })))
  const notes: NotedRow[] = []
  const named = Array.from(
    Map.groupBy(sayings, ({ given }) => String(given.email)),
    ([email, same]) => {
      const { entry } = same[0] as Saying
      const here = mergeSayings(same)
      const { role, ...ofPerson } = here.given
      const everywhere = mergeSayings([
        { entry, given: book.said.get(email) ?? {} },
        { entry, given: ofPerson },
      ])
      book.said.set(email, everywhere.given)
      for (const { entry: row, ...differs } of [...here.differing, ...everywhere.differing])
        notes.push({ entry: row, note: { code: 'differs', part: 'referent', ...differs } })
      const known = book.known.get(email)
      if (known) changeIfOther(book, known, personSaid(email, everywhere.given, known))
      return { email, entry, role }
    },
  )
  return { named, notes }
}

/** A group's referents with those of its rows put in. Who is not in the sheet stays. */
export function planReferents(
  named: readonly Named[],
  known: KnownGroup | null,
  { people, newUid }: Pick<World, 'people' | 'newUid'>,
): { seats: Seat[]; notes: NotedRow[] } {
  const before = (known?.record.referents ?? []).map((seat) => ({ ...seat, ...people.changed.get(seat.uid) }))
  const seats = new Map(before.map((seat) => [seat.uid, seat]))
  const byAddress = new Map(before.map((seat) => [seat.email, seat]))
  const byName = Map.groupBy(before, (seat) => plain(seat.name))
  const notes: NotedRow[] = []
  for (const { email, role, entry } of named) {
    const given = people.said.get(email) ?? {}
    const seat = byAddress.get(email) ?? movedSeat(byName, email, given, known, people)
    const was = seat ?? people.known.get(email) ?? null
    const person = personSaid(email, given, was, newUid)
    changeIfOther(people, was, person)
    const next = { ...person, role: text(role) ?? seat?.role ?? null }
    seats.set(next.uid, next)
    if (!seat && known?.left.includes(email)) notes.push({ entry, note: { code: 'seat_ended', name: next.name } })
    if (given.name === undefined && email.startsWith(`${next.name}@`))
      notes.push({ entry, note: { code: 'name_assumed', name: next.name } })
  }
  return { seats: [...seats.values()], notes }
}

/**
 * The seat of somebody whose address the sheet has otherwise: the same name in the same group, an address that nobody
 * has, and no row anywhere with the one we know. Not of somebody with seats elsewhere: a group's row does not change whom
 * other groups write to.
 */
function movedSeat(
  byName: ReadonlyMap<string, readonly Seat[]>,
  email: string,
  { name }: Given,
  known: KnownGroup | null,
  people: PeopleBook,
): Seat | undefined {
  if (typeof name !== 'string' || people.known.has(email)) return undefined
  const [seat, ...others] = byName.get(plain(name)) ?? []
  const isTheirs =
    seat && others.length === 0 && !(seat.email && people.said.has(seat.email)) && !known?.elsewhere.includes(seat.uid)
  return isTheirs ? seat : undefined
}

/** Somebody as the sheets say. Without a name they are called by what stands before the @ until they tell us. */
function personSaid(email: string, given: Given, person: Person | null, newUid?: () => string): Person {
  const [account = email] = email.split('@')
  return {
    uid: person?.uid ?? newUid?.() ?? '',
    email,
    name: text(given.name) ?? person?.name ?? account,
    phone: text(given.phone) ?? person?.phone ?? null,
  }
}

function changeIfOther(book: PeopleBook, before: Person | null, after: Person): void {
  const isOther = before?.name !== after.name || before.phone !== after.phone || before.email !== after.email
  if (isOther) changePerson(book, before, after)
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
