import type { Change } from '#shared/domain/change.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { GroupCountry } from './country-of-group.ts'
import type { MergeOutcome } from './merge-rows.ts'
import type { Entry, Note, SheetFault } from './problem.ts'
import type { CellReading } from './read-row.ts'

export type RowReading = { entry: Entry; reading: CellReading }

/** What an import does to one group. */
export type GroupPlan = {
  uid: string
  /** The group's last revision that the plan knows of; 0 for a group that it makes. */
  number: number
  after: GroupRecord
  /** None: the sheets say nothing that we do not know. */
  changes: Change[]
  /** People whose language the sheets say otherwise than we know, among those that the movement writes in. */
  languages: { uid: string; language: string }[]
  outcomes: MergeOutcome[]
  faults: { entry: Entry; fault: SheetFault }[]
  notes: { entry: Entry; note: Note }[]
}

/** A group as the database has it. */
export type GroupOfSheet = {
  record: GroupRecord
  number: number
  /** When those ended who were its referents, by their address. */
  left: ReadonlyMap<string, string>
  /** Uids of its referents who sit in other groups too. */
  elsewhere: readonly string[]
}

/** A group that sheets speak of, with its rows read. */
export type Subject = {
  known: GroupOfSheet | null
  readings: RowReading[]
  country?: string | undefined
  within?: GroupCountry | null | undefined
}
