import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { applyChanges, invert } from '#shared/domain/change.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import { mergeRecords } from '#shared/domain/merge.ts'
import { emptyRecord, type GroupRecord } from '#shared/record/record.ts'
import type { AnyRow } from '#shared/record/row.ts'

// Few values and few ids, so that two people often meet on the same field
const value = fc.constantFrom<string | number | null>(null, 'a', 'b', 3)
const values = fc.record({ theme: value, held_on: value, attendees: value })
const rows = fc.uniqueArray(fc.tuple(fc.constantFrom('r1', 'r2', 'r3', 'r4'), values), {
  selector: ([uid]) => uid,
  maxLength: 4,
})

const record = (trainings: [string, object][], members: unknown): GroupRecord =>
  ({
    ...emptyRecord(movement.sections),
    group: [{ uid: 'g', name: 'Pau', active_members: members }],
    trainings: trainings.map(([uid, row]) => ({ ...row, uid })),
  }) as unknown as GroupRecord

const records = fc.tuple(rows, value).map(([trainings, members]) => record(trainings, members))

/** A record without the order of its rows: the order is the table's, not the people's. */
const unordered = (given: GroupRecord) => ({
  ...given,
  trainings: [...given.trainings].sort((a, b) => a.uid.localeCompare(b.uid)),
})

const law1 = (holds: (a: GroupRecord) => void) => fc.assert(fc.property(records, holds), { numRuns: 500 })
const law2 = (holds: (a: GroupRecord, b: GroupRecord) => void) =>
  fc.assert(fc.property(records, records, holds), { numRuns: 500 })
const law3 = (holds: (a: GroupRecord, b: GroupRecord, c: GroupRecord) => void) =>
  fc.assert(fc.property(records, records, records, holds), { numRuns: 1000 })

describe('changes', () => {
  test('of two states take the one to the other', () => {
    law2((before, after) => {
      expect(unordered(applyChanges(before, diffRecords(before, after)))).toEqual(unordered(after))
    })
  })

  test('of a state to itself are none', () => {
    law1((state) => {
      expect(diffRecords(state, state)).toEqual([])
    })
  })

  test('taken back in reverse give the first state again', () => {
    law2((before, after) => {
      const back = diffRecords(before, after).toReversed().map(invert)
      expect(unordered(applyChanges(after, back))).toEqual(unordered(before))
    })
  })

  test('made twice are as made once', () => {
    law2((before, after) => {
      const changes = diffRecords(before, after)
      const once = applyChanges(before, changes)
      expect(unordered(applyChanges(once, changes))).toEqual(unordered(once))
    })
  })
})

describe('a merge', () => {
  test('with somebody who changed nothing is the other one’s record', () => {
    law2((base, other) => {
      expect(unordered(mergeRecords(base, base, other).record)).toEqual(unordered(other))
      expect(unordered(mergeRecords(base, other, base).record)).toEqual(unordered(other))
      expect(mergeRecords(base, other, base).conflicts).toEqual([])
    })
  })

  test('of the same corrections changes nothing and asks nothing', () => {
    law2((base, both) => {
      const merge = mergeRecords(base, both, both)
      expect(merge.changes).toEqual([])
      expect(merge.conflicts).toEqual([])
    })
  })

  test('sees the same conflicts from either side', () => {
    const names = (conflicts: { row: string; field: string }[]) =>
      conflicts.map(({ row, field }) => `${row}.${field}`).sort()
    law3((base, mine, theirs) => {
      expect(names(mergeRecords(base, mine, theirs).conflicts)).toEqual(
        names(mergeRecords(base, theirs, mine).conflicts),
      )
    })
  })

  test('without conflicts is the same whoever comes second', () => {
    law3((base, mine, theirs) => {
      const merge = mergeRecords(base, mine, theirs)
      fc.pre(merge.conflicts.length === 0)
      expect(unordered(merge.record)).toEqual(unordered(mergeRecords(base, theirs, mine).record))
    })
  })

  test('keeps every row that either added', () => {
    law3((base, mine, theirs) => {
      const merged = mergeRecords(base, mine, theirs).record.trainings.map(({ uid }) => uid)
      const known = new Set(base.trainings.map(({ uid }) => uid))
      const added = [...mine.trainings, ...theirs.trainings].map(({ uid }) => uid).filter((uid) => !known.has(uid))
      expect(merged).toEqual(expect.arrayContaining(added))
    })
  })

  test('keeps every field that either changed alone', () => {
    law3((base, mine, theirs) => {
      const merged = mergeRecords(base, mine, theirs).record
      const rows = [...merged.group, ...merged.trainings] as unknown as AnyRow[]
      const other = diffRecords(base, theirs)
      for (const change of diffRecords(base, mine)) {
        const isMineAlone =
          'field' in change &&
          !other.some((their) => their.row === change.row && 'field' in their && their.field === change.field)
        if (!isMineAlone) continue
        expect(rows.find(({ uid }) => uid === change.row)?.[change.field]).toEqual(change.after)
      }
    })
  })

  test('of a row that both added keeps what either said of it, and asks where they disagree', () => {
    const base = record([], 3)
    const lou = record([['r1', { theme: 'a', held_on: null, attendees: 3 }]], 3)
    const sam = record([['r1', { theme: 'b', held_on: 'a', attendees: null }]], 3)
    const merge = mergeRecords(base, sam, lou)
    expect(merge.conflicts).toEqual([
      { list: 'trainings', row: 'r1', field: 'theme', base: null, mine: 'b', theirs: 'a' },
    ])
    expect(merge.record.trainings).toEqual([{ uid: 'r1', theme: 'a', held_on: 'a', attendees: 3 }])
  })

  test('keeps a row that one removed and the other corrected', () => {
    const base = record([['r1', { theme: 'a', held_on: 'a', attendees: 3 }]], 3)
    const removed = record([], 3)
    const corrected = record([['r1', { theme: 'b', held_on: 'a', attendees: 3 }]], 3)
    expect(mergeRecords(base, removed, corrected).record.trainings).toEqual(corrected.trainings)
    expect(mergeRecords(base, corrected, removed).record.trainings).toEqual(corrected.trainings)
  })
})
