import { describe, expect, test } from 'vitest'
import {
  type AddressAnswer,
  answerOf,
  answersKept,
  disbelief,
  isBelieved,
  isUnlikely,
  isUnlikelyInAll,
  readAnswers,
  withReturned,
  writeAnswers,
} from '#shared/domain/address-answer.ts'

/** `t` taken, `m` missing, the latest first; a digit before is the domain. */
const said = (short: string): AddressAnswer[] =>
  [...short.replaceAll(' ', '').matchAll(/(\d?)([tm])/g)].map(([, domain, answer]) =>
    answerOf(`somebody@d${domain}.example.org`, answer === 'm'),
  )
const sumOf = (domain: number) => answerOf(`x@d${domain}.example.org`, true).domain

describe('a server that says that addresses are missing', () => {
  test.each<[title: string, answers: string, isUnlikely: boolean]>([
    ['one, is believed', 'm', false],
    ['two of two, is believed', 'mm', false],
    ['two of three, is believed', 'mmt', false],
    ['three of three, is not', 'mmm', true],
    ['three of four, is believed', 'mtmm', false],
    ['four of five, is not', 'mmtmm', true],
    ['a third of an old list, is believed', 'mtt'.repeat(30), false],
    ['eight in a row after others were taken, is still believed', 'm'.repeat(8) + 't'.repeat(40), false],
    ['ten in a row after others were taken, is not', 'm'.repeat(10) + 't'.repeat(200), true],
    ['more than half of many, is not', 'mmt'.repeat(8), true],
    ['of everybody, and takes all again, is believed', 't'.repeat(40) + 'm'.repeat(30), false],
  ])('%s', (_, answers, unlikely) => {
    expect(isUnlikely(said(answers))).toBe(unlikely)
  })

  test('of ten of two hundred whose mails come back together, is believed', () => {
    const answers = withReturned(said('t'.repeat(200)), Array(10).fill({ domain: sumOf(0), isAgain: false }))
    expect(isUnlikelyInAll(said('t'.repeat(200)))).toBe(false)
    expect(answers.filter(({ isMissing }) => isMissing)).toHaveLength(10)
    expect(isUnlikelyInAll(answers)).toBe(false)
  })

  test('is not believed of its own domain only, while other domains are', () => {
    const doubt = disbelief(said('1m1m2t3t1m1m2m4t3t1m2t4t'))
    expect(doubt).toEqual({ everybody: false, domains: new Set([sumOf(1)]) })
  })

  test('is not believed of anybody, when it says so of each domain', () => {
    expect(disbelief(said('1m2m3m'))).toEqual({ everybody: true })
    expect(disbelief(said('1m1m1m1m2m3m4m1m'))).toEqual({ everybody: true })
    expect(disbelief(said('1m1m1m'))).toEqual({ everybody: true })
  })
})

describe('an address that was doubted', () => {
  const now = new Date('2026-12-03T10:00:00Z')
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const well = said('0t'.repeat(30))

  test.each<[title: string, since: Date, answers: AddressAnswer[], doubted: number, isBelieved: boolean]>([
    ['is believed to be missing on another day, once its server takes others', hoursAgo(21), well, 3, true],
    ['is not on the same day', hoursAgo(5), well, 3, false],
    ['is not as long as nobody else is taken', hoursAgo(90), said('0m'.repeat(20)), 3, false],
    ['is not as long as more are in doubt than are taken', hoursAgo(90), well, 31, false],
    ['is not as long as only other domains are taken', hoursAgo(21), said('1t'.repeat(30)), 3, false],
    ['is after three days of that', hoursAgo(73), said('1t'.repeat(30)), 3, true],
  ])('%s', (_, since, answers, doubted, believed) => {
    expect(isBelieved({ domain: sumOf(0), since }, { answers, doubted }, now)).toBe(believed)
  })
})

test('answers are kept as text, without a domain’s name, and what is cut off at its end is left out', () => {
  const answers = said('1m2t3t1t'.repeat(100))
  const text = writeAnswers(answers)
  expect(readAnswers(text)).toEqual(answers)
  expect(text).not.toContain('example')
  const cut = readAnswers(text.slice(0, answersKept))
  expect(cut.length).toBeGreaterThan(200)
  expect(cut).toEqual(answers.slice(0, cut.length))
})

test('a mail that comes back once more, of an address that was doubted, says nothing of its server', () => {
  const answers = said('0t1t0t')
  expect(withReturned(answers, [{ domain: sumOf(0), isAgain: true }])).toEqual(said('1t0t'))
  expect(withReturned(answers, [{ domain: sumOf(0), isAgain: false }])).toEqual(said('0t1t0m'))
})
