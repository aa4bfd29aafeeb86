import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type AnyRow, type Change, rowsOf } from '#shared/domain/change.ts'
import type { GroupRecord, ListName } from '#shared/fields/record.ts'
import { endSeats, insertPeople, type Person, type Seat, upsertPeople, upsertSeats } from './people.ts'
import {
  deleteRows,
  type OwnedRow,
  upsertActivities,
  upsertGroups,
  upsertParticipations,
  upsertTrainings,
} from './records.ts'

/** `by` is the uid of the person who writes, if it is one. */
type Write = { db: D1Database; group: string; by?: string; now: Date }
type Touched = { upserted: AnyRow[]; added: ReadonlySet<string>; removed: string[] }

/** The statements that make the tables say `record`, where `changes` touched it: at most four a list, however many rows. */
export function writeChanges(write: Write, record: GroupRecord, changes: readonly Change[]): D1PreparedStatement[] {
  const touch = (list: ListName) => touched(list, record, changes)
  return [
    ...(changes.some((change) => change.list === 'group') ? [upsertGroups(write.db, record.group, write.now)] : []),
    ...writeSeats(write, touch('referents')),
    ...writeRows(write, 'activities', touch('activities')),
    ...writeRows(write, 'campaigns', touch('campaigns')),
    ...writeRows(write, 'trainings', touch('trainings')),
  ]
}

function touched(list: ListName, record: GroupRecord, changes: readonly Change[]): Touched {
  const own = changes.filter((change) => change.list === list)
  const upserted = new Set(own.filter((change) => !('removed' in change)).map((change) => change.row))
  return {
    upserted: rowsOf(record, list).filter((row) => upserted.has(row.uid)),
    added: new Set(own.filter((change) => 'added' in change).map((change) => change.row)),
    removed: own.filter((change) => 'removed' in change).map((change) => change.row),
  }
}

const upserts = { activities: upsertActivities, campaigns: upsertParticipations, trainings: upsertTrainings }

function writeRows(
  { db, group }: Write,
  list: keyof typeof upserts,
  { upserted, removed }: Touched,
): D1PreparedStatement[] {
  const rows = upserted.map((row) => ({ ...row, group }) as OwnedRow)
  return [
    ...(removed.length > 0
      ? [
          deleteRows(
            db,
            list,
            removed.map((uid) => ({ group, uid })),
          ),
        ]
      : []),
    ...(rows.length > 0 ? [upserts[list](db, rows)] : []),
  ]
}

function writeSeats({ db, group, by, now }: Write, { upserted, added, removed }: Touched): D1PreparedStatement[] {
  const people = upserted as unknown as Person[]
  const [come, stay] = [people.filter(({ uid }) => added.has(uid)), people.filter(({ uid }) => !added.has(uid))]
  const seats = upserted.map(
    (row) => ({ group, uid: row.uid, role: row.role ?? null, ...(by ? { namedBy: by } : {}) }) as Seat,
  )
  const ended = removed.map((uid) => ({ group, uid }))
  return [
    ...(ended.length > 0 ? [endSeats(db, ended, now)] : []),
    ...(come.length > 0 ? [insertPeople(db, come, now)] : []),
    ...(stay.length > 0 ? [upsertPeople(db, stay, now)] : []),
    ...(seats.length > 0 ? [upsertSeats(db, seats, now)] : []),
  ]
}

/** True when a batch failed because another group has this name. */
export function isNameTaken(error: unknown): boolean {
  return error instanceof Error && /UNIQUE constraint failed: local_group\.name_key/.test(error.message)
}
