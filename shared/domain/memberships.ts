import { fold } from '#shared/record/fold.ts'
import { isOwnName } from '#shared/record/own-fields.ts'
import type { AnyRow, Values } from '#shared/record/row.ts'

export type MembershipContext = {
  /** The referents as the visitor was shown them, and as they are now; those who are only invited too. */
  shown: readonly AnyRow[]
  current: readonly AnyRow[]
  /** Uids of those who have not said yes yet. */
  invited: readonly string[]
  /** Makes the uid of somebody new. */
  mint: () => string
}

/**
 * An address that somebody (`person`, a uid) would have from now on: whoever reads it is asked, and until then they keep the one that they have.
 * `uid` is of whom they are where the address turns out to be somebody else's.
 */
export type NewAddress = { person: string; uid: string; name: string; email: string }

/** What typed rows make of a group's referents. */
export type ReadReferents = { rows: AnyRow[]; addresses: NewAddress[] }

/**
 * Whose memberships typed rows are. Who is behind an address is not looked up: whoever is new to the group is as they were typed. A changed address of
 * somebody of the same name is a new address of theirs. Typed over with another name as well, it is somebody else: links, and what somebody agreed
 * to make public, are not handed on with the membership.
 */
export function membershipRows(typed: readonly AnyRow[], context: MembershipContext): ReadReferents {
  const referentsNow = typed.map((row) => membershipRow(row, context))
  return { rows: referentsNow.map(({ row }) => row), addresses: referentsNow.flatMap(({ address }) => address ?? []) }
}

function membershipRow(
  row: AnyRow,
  { shown, current, invited, mint }: MembershipContext,
): { row: AnyRow; address?: NewAddress } {
  const was = shown.find((candidate) => candidate.uid === row.uid)
  const { email } = row
  if (was && (was.email === email || typeof email !== 'string')) return { row }
  // Somebody else of the group added them meanwhile
  const holder = current.find((one) => one.email !== null && one.email === email)
  if (holder) return { row: { ...holder, role: row.role ?? null, phone: holder.phone ?? row.phone ?? null } }
  const isSame = was !== undefined && isCalledAlike(was, row)
  if (isSame && !invited.includes(was.uid)) {
    const address = { person: was.uid, uid: mint(), name: String(row.name), email: String(email) }
    return { row: { ...row, email: was.email ?? null }, address }
  }
  // A number that was there before is of whoever sat there
  const isTheirs = was !== undefined && !isSame && was.phone === row.phone
  const answers = isSame ? {} : untouchedAnswers(was, row)
  return { row: { ...row, ...answers, uid: mint(), phone: isTheirs ? null : (row.phone ?? null) } }
}

/** What was said of whoever sat there is not said of who sits there now. */
function untouchedAnswers(was: AnyRow | undefined, row: AnyRow): Values {
  const names = Object.keys(row).filter((name) => isOwnName(name) && was?.[name] === row[name])
  return Object.fromEntries(names.map((name) => [name, null]))
}

/** People marry, and names are mistyped: one word of the name stays. */
function isCalledAlike(a: AnyRow, b: AnyRow): boolean {
  const [one, other] = [fold(String(a.name)), fold(String(b.name))]
  const words = new Set(one.split(' ').filter((word) => word.length > 2))
  return one === other || other.split(' ').some((word) => words.has(word))
}
