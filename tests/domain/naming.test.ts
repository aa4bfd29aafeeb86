import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capsOf } from '#shared/domain/mail.ts'
import { mailboxOf, namingLimits, namingsLeft, waitingAfter } from '#shared/domain/naming.ts'

describe('a mailbox', () => {
  test.each([
    ['lou@example.org', 'lou@example.org'],
    ['lou+pau@example.org', 'lou@example.org'],
    ['l.o.u@example.org', 'lou@example.org'],
    ['L.ou+a+b@Example.ORG', 'lou@example.org'],
    ['lou@googlemail.com', 'lou@gmail.com'],
    // Nothing but a tag, or points
    ['+pau@example.org', '+pau@example.org'],
    ['..@example.org', '..@example.org'],
    // Another person, as far as anybody can tell
    ['lou-pau@example.org', 'lou-pau@example.org'],
    ['lou@pau.example.org', 'lou@pau.example.org'],
  ])('of %s is %s', (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox)
  })
})

describe('who is named', () => {
  test('waits when the save, the group or the referent has named enough, whoever waited stays', () => {
    const named = Array.from({ length: 12 }, (_, n) => `p${n}`)
    expect(waitingAfter([], named, { group: 0, referent: 0 })).toEqual(['p10', 'p11'])
    expect(waitingAfter(['old', 'p0'], named.slice(0, 2), { group: 19, referent: 3 })).toEqual(['old', 'p1'])
    expect(namingsLeft({ group: 3, referent: namingLimits.referentInDay + 5 })).toBe(0)
  })
})

test('what each queue may use is within the caps, and never nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 100_000 }), (hour) => {
      const [calm, named] = [capsOf('bulk', { hour, day: hour }), capsOf('named', { hour, day: hour })]
      expect(calm.hour + named.hour).toBeLessThanOrEqual(hour)
      expect(Math.min(calm.hour, named.hour)).toBeGreaterThanOrEqual(1)
      expect(calm.hour).toBeGreaterThan(named.hour - 1)
    }),
  )
})
