import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { applyChanges, invert } from '#shared/domain/change.ts'
import { type MergingGroup, planGroupMerge } from '#shared/domain/group-merge.ts'
import { emptyRecord, type GroupRecord } from '#shared/record/record.ts'
import type { AnyRow } from '#shared/record/row.ts'
import { untold } from '#tests/support/movement.ts'

const { sections } = movement

type Given = Partial<Record<'group', object>> &
  Partial<Record<'referents' | 'trainings' | 'campaigns', readonly object[]>>

function groupOf(uid: string, { group = {}, ...lists }: Given, checkedAt: string | null = null): MergingGroup {
  const own = { ...untold, state: 'active', on_map: false, uid, name: uid, ...group }
  const record = { ...emptyRecord(sections), group: [own], ...lists } as unknown as GroupRecord
  return { record, invited: [], checkedAt: checkedAt === null ? null : new Date(checkedAt) }
}

const training = (uid: string, theme: string, held_on: string, attendees: number | null) => ({
  uid,
  theme,
  held_on,
  attendees,
})
const plan = (kept: MergingGroup, other: MergingGroup, chosen = {}) =>
  planGroupMerge(sections, kept, other, new Map(Object.entries(chosen)))
const told = (merge: ReturnType<typeof plan>) =>
  merge.choices.map(({ key, proposed, why }) => `${key} ${proposed} ${why}`)

describe('of two groups that become one', () => {
  test.each([
    ['a value that only one has', { website: 'https://a.example.org' }, {}, 'group.website kept only'],
    ['a value that only the other has', {}, { website: 'https://b.example.org' }, 'group.website other only'],
    ['the state in which a group is asked', { state: 'asleep' }, { state: 'active' }, 'group.state other alive'],
    [
      'the earlier founding',
      { founded_on: '2019-01-01' },
      { founded_on: '2021-01-01' },
      'group.founded_on kept earlier',
    ],
    ['the larger number', { active_members: 5 }, { active_members: 12 }, 'group.active_members other more'],
  ])('the better of two values is proposed, and why: %s', (_, mine, theirs, said) => {
    const merge = plan(groupOf('same', { group: mine }), groupOf('same', { group: theirs }))
    expect(told(merge)).toEqual([said])
  })

  test('what was found right last is proposed of all else', () => {
    const kept = groupOf('same', { group: { website: 'https://a.example.org' } }, '2026-01-01')
    const other = groupOf('same', { group: { website: 'https://b.example.org' } }, '2026-06-01')
    expect(told(plan(kept, other))).toEqual(['group.website other recent'])
    expect(told(plan(other, kept))).toEqual(['group.website kept recent'])
  })

  test('a town goes with its place, as one choice', () => {
    const brest = { town: 'Brest', department: 'Finistère', region: 'Bretagne' }
    const quimper = { town: 'Quimper', department: 'Finistère', region: 'Bretagne' }
    const merge = plan(groupOf('same', { group: brest }), groupOf('same', { group: quimper }), {
      'group.town': 'other',
    })
    expect(told(merge)).toEqual(['group.town kept kept'])
    expect(merge.kept.record.group[0]).toMatchObject(quimper)
  })

  test('what was chosen stands, whatever was proposed', () => {
    const merge = plan(groupOf('Brest', {}), groupOf('Brest même', {}), { 'group.name': 'other' })
    expect(merge.kept.record.group[0]?.name).toBe('Brest même')
    expect(merge.other.record.group[0]).toMatchObject({ name: 'Brest même', state: 'closed' })
  })

  test('a training that both have is one, and gains what the other knew', () => {
    const kept = groupOf('same', { trainings: [training('one', 'Prise de parole', '2026-03-01', null)] })
    const other = groupOf('same', {
      trainings: [training('two', 'PRISE DE PAROLE', '2026-03-01', 12), training('three', 'Accueil', '2026-04-01', 3)],
    })
    const merge = plan(kept, other)
    expect(merge.kept.record.trainings.map(({ uid, attendees }) => [uid, attendees])).toEqual([
      ['one', 12],
      ['three', 3],
    ])
    expect([merge.other.record.trainings, merge.united.trainings]).toEqual([[], { came: 1, both: 1 }])
    expect(merge.choices).toEqual([])
  })

  test('parts in one campaign that differ are a choice; one that took part is proposed', () => {
    const kept = groupOf('same', { campaigns: [{ uid: 'march', role: 'absent', people: null }] })
    const other = groupOf('same', { campaigns: [{ uid: 'march', role: 'joins', people: 40 }] })
    const merge = plan(kept, other)
    expect(told(merge)).toEqual(['campaigns.march other took_part'])
    expect(merge.kept.record.campaigns).toEqual([{ uid: 'march', role: 'joins', people: 40 }])
  })

  test('a person of both is a referent once, and whoever is only invited stays with their invitation', () => {
    const lou = { uid: 'lou', name: 'Lou', email: 'lou@example.org', phone: null, role: null }
    const sam = { uid: 'sam', name: 'Sam', email: 'sam@example.org', phone: null, role: null }
    const noa = { uid: 'noa', name: 'Noa', email: 'noa@example.org', phone: null, role: null }
    const kept = groupOf('same', { referents: [lou] })
    const other = { ...groupOf('same', { referents: [{ ...lou, role: 'trésorière' }, sam, noa] }), invited: ['noa'] }
    const merge = plan(kept, other)
    expect(merge.kept.record.referents.map(({ uid, role }) => [uid, role])).toEqual([
      ['lou', 'trésorière'],
      ['sam', null],
    ])
    expect(merge.other.record.referents.map(({ uid }) => uid)).toEqual(['noa'])
  })

  test('nothing is lost and nothing doubled, and taking the changes back gives both records again', () => {
    const row = fc.record({
      theme: fc.constantFrom('Accueil', 'accueil', 'Presse'),
      held_on: fc.constantFrom('2026-01-01', '2026-02-01'),
      attendees: fc.option(fc.nat(5)),
    })
    const rows = (side: string) =>
      fc.array(row, { maxLength: 6 }).map((all) => all.map((one, index) => ({ ...one, uid: `${side}-${index}` })))
    fc.assert(
      fc.property(rows('kept'), rows('other'), (mine, theirs) => {
        const [kept, other] = [groupOf('one', { trainings: mine }), groupOf('two', { trainings: theirs })]
        const merge = plan(kept, other)
        const uids = merge.kept.record.trainings.map(({ uid }) => uid)
        expect(new Set(uids).size).toBe(uids.length)
        const key = ({ theme, held_on }: AnyRow) => `${String(theme).toLowerCase()} ${held_on}`
        for (const one of [...mine, ...theirs])
          expect(merge.kept.record.trainings.map((united) => key(united))).toContain(key(one))
        for (const [before, after] of [
          [kept.record, merge.kept],
          [other.record, merge.other],
        ] as const)
          expect(sorted(applyChanges(after.record, after.changes.toReversed().map(invert)))).toEqual(sorted(before))
      }),
    )
  })
})

const sorted = (record: GroupRecord) => ({
  ...record,
  trainings: [...record.trainings].sort((a, b) => Number(a.uid > b.uid) - Number(a.uid < b.uid)),
})
