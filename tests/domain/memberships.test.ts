import { describe, expect, test } from 'vitest'
import { type MembershipContext, membershipRows } from '#shared/domain/memberships.ts'
import type { AnyRow } from '#shared/record/row.ts'

const lou = { uid: 'lou', name: 'Lou', email: 'lou@example.org', phone: null, role: null } as AnyRow
const context: MembershipContext = { shown: [lou], current: [lou], invited: [], mint: () => 'minted' }
const row = (row: AnyRow, more: Readonly<Record<string, unknown>>) => ({ ...row, ...more }) as AnyRow

describe('a seat', () => {
  test('whose address was corrected stays as it is until whoever reads the new one says yes', () => {
    expect(membershipRows([row(lou, { email: 'lou.martin@example.org' })], context)).toEqual({
      rows: [lou],
      addresses: [{ person: 'lou', uid: 'minted', name: 'Lou', email: 'lou.martin@example.org' }],
    })
  })

  test('typed over with another name and address is somebody else’s, without the number that was there', () => {
    const sam = row(lou, { name: 'Sam de la Tour', phone: '+33600000000' })
    const here = { ...context, shown: [sam], current: [sam] }
    const over = row(sam, { name: 'Zoé de la Paz', email: 'zoe@example.org' })
    expect(membershipRows([over], here)).toEqual({ rows: [{ ...over, uid: 'minted', phone: null }], addresses: [] })
    expect(membershipRows([row(over, { phone: '+33611111111' })], here).rows).toMatchObject([{ phone: '+33611111111' }])
    expect(membershipRows([row(over, { name: 'Sam Delatour' })], here).rows).toMatchObject([{ uid: 'lou' }])
  })

  test('of somebody new is as they were typed, whoever has that address', () => {
    const typed = row(lou, { uid: 'new', name: 'A.', email: 'ada@example.org', phone: '+33611111111' })
    expect(membershipRows([typed], context).rows).toEqual([{ ...typed, uid: 'minted' }])
  })

  test('given to an address that is in the group by now is that one’s', () => {
    const ada = row(lou, { uid: 'ada', name: 'Ada', email: 'ada@example.org', phone: '+33612345678' })
    const typed = row(lou, { uid: 'new', name: 'A.', email: 'ada@example.org', role: 'Accueil' })
    const { rows } = membershipRows([typed], { ...context, current: [lou, ada] })
    expect(rows).toEqual([{ ...ada, role: 'Accueil' }])
  })

  test('of somebody who is only invited passes to somebody new when its address changes', () => {
    const here = { ...context, invited: ['lou'] }
    expect(membershipRows([row(lou, { email: 'lou@example.net' })], here)).toMatchObject({
      rows: [{ uid: 'minted', name: 'Lou', email: 'lou@example.net' }],
      addresses: [],
    })
    expect(membershipRows([row(lou, { name: 'Louise' })], here).rows).toEqual([{ ...lou, name: 'Louise' }])
  })

  test('never takes its id from the page: a row that is sent with another person’s id is somebody new', () => {
    const { rows } = membershipRows([row(lou, { uid: 'ada', email: 'new@example.org' })], context)
    expect(rows[0]?.uid).toBe('minted')
  })
})
