import { isOwnField } from '#shared/record/own-fields.ts'
import { plain } from '#shared/record/plain.ts'
import type { AnyRow, Value, Values } from '#shared/record/row.ts'

/** A person whose address we know, and the groups in which they have a seat. */
export type KnownPerson = { uid: string; email: string | null; name: string; phone: Value; seats: readonly string[] }

export type SeatContext = {
  group: string
  /** The referents as the visitor was shown them. */
  shown: readonly AnyRow[]
  /** Everybody we know by one of the addresses that were shown or typed. */
  known: readonly KnownPerson[]
  /** Uids of those who have not said yet that they are: what is theirs is not the group's to see or to change. */
  guests: readonly string[]
  /** Makes the uid of somebody new. */
  mint: () => string
}

/**
 * Whose seats typed rows are. An address is a person: a new row with an address that we know is that person, by the name we
 * know; their number is theirs to give, once they have said that they are. A changed address is a correction, unless it is another person's, or its owner sits in other groups too: a group
 * may not change whom other groups write to. Typed over with another name as well, it is somebody else: links, and what somebody
 * agreed to make public, are not handed on with the seat.
 */
export function seatRows(typed: readonly AnyRow[], context: SeatContext): AnyRow[] {
  return typed.map((row) => seatRow(row, context))
}

function seatRow(row: AnyRow, { group, shown, known, guests, mint }: SeatContext): AnyRow {
  const was = shown.find((candidate) => candidate.uid === row.uid)
  if (was && guests.includes(was.uid)) return { ...was, role: row.role ?? null }
  if (was && was.email === row.email) return row
  const holder = known.find((person) => person.email === row.email)
  // A number that was there before is of whoever sat there
  const phone = was?.phone === row.phone ? null : (row.phone ?? null)
  if (holder) {
    const isSeen = holder.seats.includes(group) && !guests.includes(holder.uid)
    return {
      ...row,
      ...untouchedAnswers(was, row),
      uid: holder.uid,
      name: holder.name,
      phone: isSeen ? (holder.phone ?? phone) : null,
    }
  }
  if (was && isCalledAlike(was, row)) return sitsElsewhere(was.uid, group, known) ? { ...row, uid: mint() } : row
  return { ...row, ...untouchedAnswers(was, row), uid: mint(), phone }
}

/** What was said of whoever sat there is not said of who sits there now. */
function untouchedAnswers(was: AnyRow | undefined, row: AnyRow): Values {
  const names = Object.keys(row).filter((name) => isOwnField(name) && was?.[name] === row[name])
  return Object.fromEntries(names.map((name) => [name, null]))
}

/** People marry, and names are mistyped: one word of the name stays. */
function isCalledAlike(a: AnyRow, b: AnyRow): boolean {
  const [one, other] = [plain(String(a.name)), plain(String(b.name))]
  const words = new Set(one.split(' ').filter((word) => word.length > 2))
  return one === other || other.split(' ').some((word) => words.has(word))
}

function sitsElsewhere(uid: string, group: string, known: readonly KnownPerson[]): boolean {
  return known.some((person) => person.uid === uid && person.seats.some((seat) => seat !== group))
}
