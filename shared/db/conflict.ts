/** Why a write did not land: somebody else's revision came first, another group of this name is in the same place, somebody else has this address. */
export type WriteConflict = 'overtaken' | 'name_taken' | 'address_taken'

// D1 gives SQLite's reason in the message's text only
const reasons: readonly [WriteConflict, RegExp][] = [
  ['overtaken', /UNIQUE constraint failed: revision\.group_id, revision\.number/],
  ['name_taken', /UNIQUE constraint failed: index 'local_group_name'/],
  ['address_taken', /UNIQUE constraint failed: person\.email/],
]

/** What kept a batch from landing, all of it; null for any other failure. */
export function conflictOf(error: unknown): WriteConflict | null {
  if (!(error instanceof Error)) return null
  return reasons.find(([, reason]) => reason.test(error.message))?.[0] ?? null
}
