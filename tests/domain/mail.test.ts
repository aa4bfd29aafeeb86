import { describe, expect, test } from 'vitest'
import { type MailKind, nextTry, nextTryOfGreylisted, scrub } from '#shared/domain/mail.ts'
import { kinds } from '#shared/mail/kinds.ts'

const createdAt = new Date('2026-12-01T08:00:00Z')
const minutes = (n: number) => new Date(createdAt.getTime() + n * 60_000)
const wait = (kind: MailKind, attempts: number, after = 0, chance = 0.5) => {
  const next = nextTry({ attempts, createdAt }, kinds[kind].patience, minutes(after), chance)
  return next && (next.getTime() - minutes(after).getTime()) / 60_000
}

describe('a mail that did not leave', () => {
  test('is tried again after a minute, then twice as long each time, four hours at most', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30].map((attempts) => wait('invitation', attempts))).toEqual([
      1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240,
    ])
  })

  test('that a greylist wants later is tried again within the hours that greylists want, whichever they are', () => {
    const waits = [1, 2, 3, 4, 5, 20].map((attempts) => {
      const next = nextTryOfGreylisted({ attempts, createdAt }, kinds.invitation.patience, createdAt, 0.5)
      return next && (next.getTime() - createdAt.getTime()) / 60_000
    })
    expect(waits).toEqual([8, 16, 32, 64, 64, 64])
  })

  test('does not come back at the same moment as all the others', () => {
    expect([0, 0.25, 0.999].map((chance) => wait('invitation', 4, 0, chance))).toEqual([6, 7, expect.closeTo(10, 1)])
  })

  test('is given up when it has become useless: a sign-in after minutes, a new link after a day, the month’s mail after five', () => {
    expect(wait('sign_in', 1, 5)).toBe(1)
    expect(wait('sign_in', 4, 10)).toBeNull()
    expect(wait('new_link', 9, 19 * 60)).toBe(240)
    expect(wait('new_link', 9, 21 * 60)).toBeNull()
    expect(wait('invitation', 20, 4 * 24 * 60)).toBe(240)
    expect(wait('invitation', 20, 5 * 24 * 60)).toBeNull()
  })
})

describe('a server’s answer is kept without what is nobody’s business', () => {
  const cases: [answer: string, kept: string][] = [
    ['550 5.1.1 <lou.martin@example.org>: no such user', '550 5.1.1 <…>: no such user'],
    ['550 see https://maj.example.org/u/abcdef for more', '550 see … for more'],
    ['554 blocked kBv0yEwq2t0pXZ5cVm3n8sQhR7aJdL1uTfGiYoNxPzM', '554 blocked …'],
    ['452-4.2.2 The mailbox\n452 4.2.2 is  full', '452-4.2.2 The mailbox 452 4.2.2 is full'],
    ['421 try again', '421 try again'],
  ]
  test.each(cases)('%s', (answer, kept) => {
    expect(scrub(answer)).toBe(kept)
  })

  test('and without its end, when it is a novel', () => {
    expect(scrub('no '.repeat(1000)).length).toBeLessThanOrEqual(300)
  })
})
