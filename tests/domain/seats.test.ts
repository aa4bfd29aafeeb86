import { describe, expect, test } from 'vitest'
import { type SeatContext, seatRows } from '#shared/domain/seats.ts'
import type { AnyRow } from '#shared/record/row.ts'

const lou = { uid: 'lou', name: 'Lou', email: 'lou@example.org', phone: null, role: null } as AnyRow
const ada = { uid: 'ada', email: 'ada@example.org', name: 'Ada', phone: '+33612345678', seats: ['tarbes'] }

const context = (known: SeatContext['known']): SeatContext => ({
  group: 'pau',
  shown: [lou],
  known,
  guests: [],
  mint: () => 'minted',
})
const louHere = { uid: 'lou', email: 'lou@example.org', name: 'Lou', phone: null, seats: ['pau'] }
const louElsewhere = { ...louHere, seats: ['pau', 'bayonne'] }

describe('a seat', () => {
  test('whose address was corrected stays the same person’s', () => {
    const [row] = seatRows([{ ...lou, email: 'lou.martin@example.org' } as AnyRow], context([louHere]))
    expect(row).toMatchObject({ uid: 'lou', email: 'lou.martin@example.org' })
  })

  test('typed over with another name and address is somebody else’s, without the number that was there', () => {
    const sam = { ...lou, name: 'Sam de la Tour', phone: '+33600000000' } as AnyRow
    const here = { ...context([louHere]), shown: [sam] }
    const over = { ...sam, name: 'Zoé de la Paz', email: 'zoe@example.org' } as AnyRow
    expect(seatRows([over], here)).toEqual([{ ...over, uid: 'minted', phone: null }])
    expect(seatRows([{ ...over, phone: '+33611111111' } as AnyRow], here)).toMatchObject([{ phone: '+33611111111' }])
    expect(seatRows([{ ...over, name: 'Sam Delatour' } as AnyRow], here)).toMatchObject([{ uid: 'lou' }])
  })

  test('given to a person whom we know does not give them the number of who sat there', () => {
    const sam = { ...lou, phone: '+33600000000' } as AnyRow
    const taken = { ...sam, email: ada.email } as AnyRow
    const here = { ...context([{ ...ada, phone: null }]), shown: [sam] }
    expect(seatRows([taken], here)).toMatchObject([{ uid: 'ada', phone: null }])
  })

  test('given to an address that we know is that person’s, by the name we know, and not their number', () => {
    const [row] = seatRows([{ ...lou, uid: 'new', name: 'A.', email: ada.email } as AnyRow], context([ada]))
    expect(row).toMatchObject({ uid: 'ada', name: 'Ada', phone: null })
    const [here] = seatRows([{ ...lou, email: ada.email } as AnyRow], context([{ ...ada, seats: ['pau'] }]))
    expect(here).toMatchObject({ uid: 'ada', phone: ada.phone })
  })

  test('of somebody who has not said yes yet is nobody else’s to correct, but for the role', () => {
    const guest = { ...lou, uid: 'ada', email: ada.email, name: 'Ada' } as AnyRow
    const typed = { ...guest, name: 'X', email: 'x@example.org', phone: '+33611111111', role: 'Accueil' } as AnyRow
    const rows = seatRows([typed], { ...context([ada]), shown: [guest], guests: ['ada'] })
    expect(rows).toEqual([{ ...guest, role: 'Accueil' }])
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
