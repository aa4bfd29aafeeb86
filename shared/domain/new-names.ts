import { undoWindow } from './undo.ts'

/** How long a name is new, in days: as long as the group can take it back. */
export const daysNew = undoWindow / 86_400_000

/** One writing of a name of a group or somebody (`row`); `isSettled` where the team wrote it, or whoever reads of it now. */
export type NameWriting = { row: string; isSettled: boolean; before: string | null; after: string }

/** Of names as they are now, those that are new, and what was said before; null when nothing was. */
export type NewNames = ReadonlyMap<string, string | null>

/** What of these names, in the order of their writing, came from others and is still said. What puts back an old name makes nothing new. */
export function newNamesOf(namings: readonly NameWriting[]): NewNames {
  const rows = new Map<string, { known: string | null; now: string }>()
  for (const { row, isSettled, before, after } of namings) {
    const { known } = rows.get(row) ?? { known: before }
    rows.set(row, { known: isSettled ? after : known, now: after })
  }
  return new Map([...rows.values()].flatMap(({ known, now }) => (known === now ? [] : [[now, known] as const])))
}
