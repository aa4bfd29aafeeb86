import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { applyChanges, type Change } from '#shared/domain/change.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import { netChanges } from '#shared/domain/net-changes.ts'
import { emptyRecord, type GroupRecord } from '#shared/record/record.ts'

const empty = emptyRecord(movement.sections)
const members = (before: number | null, after: number | null): Change => ({
  list: 'group',
  row: 'g',
  field: 'active_members',
  before,
  after,
})
const talk = { theme: 'Prise de parole', held_on: '2026-05-03', attendees: 9 }
const come = (values: object = talk): Change => ({ list: 'trainings', row: 't', added: values as typeof talk })
const go = (values: object = talk): Change => ({ list: 'trainings', row: 't', removed: values as typeof talk })
const attendees = (before: number, after: number): Change => ({
  list: 'trainings',
  row: 't',
  field: 'attendees',
  before,
  after,
})
const renaming: Change = { list: 'group', row: 'g', field: 'name', before: 'Archipel Pau', after: 'Archipel Béarn' }

describe('what several corrections come to', () => {
  const cases: [what: string, changes: Change[], net: Change[]][] = [
    ['a number corrected twice is told once', [members(12, 20), members(20, 18)], [members(12, 18)]],
    ['what was not known before stays so', [members(null, 20), members(20, 18)], [members(null, 18)]],
    ['what was changed and changed back is nothing', [members(12, 20), members(20, 12)], []],
    ['a row that came and went is nothing', [come(), attendees(9, 10), go({ ...talk, attendees: 10 })], []],
    ['a row that came is told as it is now', [come(), attendees(9, 10)], [come({ ...talk, attendees: 10 })]],
    ['a row that went is told as it was', [attendees(9, 10), go({ ...talk, attendees: 10 })], [go()]],
    ['a row that went and came back is nothing', [go(), come()], []],
    ['unless it came back otherwise', [go(), come({ ...talk, attendees: 10 })], [attendees(9, 10)]],
    ['a renaming comes first', [come(), members(12, 20), renaming], [renaming, members(12, 20), come()]],
    ['all else comes in the order of the form', [come(), members(12, 20)], [members(12, 20), come()]],
  ]
  test.each(cases)('%s', (_, changes, net) => {
    expect(netChanges(changes, movement.sections)).toEqual(net)
  })

  test('is what leads from the first state to the last, whatever was done in between', () => {
    const row = fc.record({
      uid: fc.constantFrom('a', 'b', 'c'),
      theme: fc.constantFrom('x', 'y'),
      attendees: fc.nat(2),
    })
    const record = fc
      .uniqueArray(row, { selector: ({ uid }) => uid })
      .map((trainings) => ({ ...empty, trainings }) as unknown as GroupRecord)
    fc.assert(
      fc.property(fc.array(record, { minLength: 2, maxLength: 6 }), (states) => {
        const changes = states.slice(1).flatMap((state, index) => diffRecords(states[index] ?? empty, state))
        const [first = empty] = states
        const last = states.at(-1) ?? empty
        const told = netChanges(changes, movement.sections)
        expect(diffRecords(applyChanges(first, told), last)).toEqual([])
        expect(told).toHaveLength(diffRecords(first, last).length)
      }),
    )
  })
})
