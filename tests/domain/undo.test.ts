import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import type { Change } from '#shared/domain/change.ts'
import { undoChanges } from '#shared/domain/undo.ts'
import { emptyRecord, type GroupRecord } from '#shared/record/record.ts'

const record = (members: number, trainings: object[] = []): GroupRecord =>
  ({
    ...emptyRecord(movement.sections),
    group: [{ uid: 'g', active_members: members }],
    trainings,
  }) as unknown as GroupRecord

const members: Change = { list: 'group', row: 'g', field: 'active_members', before: 12, after: 20 }
const training = { theme: 'Prise de parole', attendees: 9 }
const added: Change = { list: 'trainings', row: 't', added: training }

describe('taking back', () => {
  test('gives the values before', () => {
    const undo = undoChanges(record(20, [{ uid: 't', ...training }]), [members, added])
    expect(undo.record).toEqual(record(12))
    expect(undo.skipped).toEqual([])
  })

  test('leaves what somebody corrected since, and says so', () => {
    const undo = undoChanges(record(25, [{ uid: 't', ...training }]), [members, added])
    expect(undo.record).toEqual(record(25))
    expect(undo.skipped).toEqual([members])
  })

  test('does not delete an added row that somebody has completed since', () => {
    const completed = record(12, [{ uid: 't', ...training, attendees: 10 }])
    expect(undoChanges(completed, [added])).toMatchObject({ record: completed, changes: [], skipped: [added] })
  })

  test('brings a removed row back, once', () => {
    const removal: Change = { list: 'trainings', row: 't', removed: training }
    const back = undoChanges(record(12), [removal])
    expect(back.record.trainings).toEqual([{ uid: 't', ...training }])
    expect(undoChanges(back.record, [removal]).changes).toEqual([])
    const corrected = record(12, [{ uid: 't', ...training, attendees: 10 }])
    expect(undoChanges(corrected, [removal])).toMatchObject({ record: corrected, changes: [], skipped: [removal] })
  })
})
