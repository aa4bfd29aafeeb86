import { describe, expect, test } from 'vitest'
import type { AnyRow } from '#shared/domain/change.ts'
import { type SeatContext, seatRows } from '#shared/domain/seats.ts'

const lou = { uid: 'lou', name: 'Lou', email: 'lou@example.org', phone: null, role: null } as AnyRow
const ada = { uid: 'ada', email: 'ada@example.org', name: 'Ada', phone: '+33612345678', seats: ['tarbes'] }

const context = (known: SeatContext['known']): SeatContext => ({
  group: 'pau',
  shown: [lou],
  known,
  mint: () => 'minted',
})
const louHere = { uid: 'lou', email: 'lou@example.org', name: 'Lou', phone: null, seats: ['pau'] }
const louElsewhere = { ...louHere, seats: ['pau', 'bayonne'] }

describe('a seat', () => {
  test('whose address was corrected stays the same person’s', () => {
    const [row] = seatRows([{ ...lou, email: 'lou.martin@example.org' } as AnyRow], context([louHere]))
    expect(row).toMatchObject({ uid: 'lou', email: 'lou.martin@example.org' })
  })

  test('given to an address that we know is that person’s, by the name we know', () => {
    const [row] = seatRows([{ ...lou, uid: 'new', name: 'A.', email: ada.email } as AnyRow], context([ada]))
    expect(row).toMatchObject({ uid: 'ada', name: 'Ada', phone: ada.phone })
  })

  test('of somebody who sits in another group too passes to somebody new when its address changes', () => {
    const [row] = seatRows([{ ...lou, email: 'someone@example.org' } as AnyRow], context([louElsewhere]))
    expect(row).toMatchObject({ uid: 'minted', email: 'someone@example.org' })
  })

  test('never takes its id from the page: a row that is sent with another person’s id is somebody new', () => {
    const [row] = seatRows([{ ...lou, uid: 'ada', email: 'new@example.org' } as AnyRow], context([ada]))
    expect(row?.uid).toBe('minted')
  })
})
