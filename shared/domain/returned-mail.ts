import {
  type AddressAnswer,
  answerOf,
  disbelief,
  domainOf,
  isBelieved,
  isUnlikelyInAll,
  withReturned,
} from './address-answer.ts'

/** An address that a report says is missing; since when that was said and not believed. */
export type ReturnedMail = { address: string; doubtedSince: Date | null }

/** Which of them are not believed, and whose addresses are opened again for it: those of these domains, all (null), nobody's (undefined). */
export function judgeReturned(
  missing: readonly ReturnedMail[],
  { answers, doubted }: { answers: readonly AddressAnswer[]; doubted: number },
  now: Date,
) {
  const sumOf = (address: string) => answerOf(address, true).domain
  const returned = missing.map(({ address, doubtedSince }) => ({
    domain: sumOf(address),
    isAgain: doubtedSince !== null,
  }))
  const all = withReturned(answers, returned)
  const doubt = disbelief(all, isUnlikelyInAll)
  const fresh = missing.filter(
    ({ address, doubtedSince }) => doubtedSince === null && (doubt.everybody || doubt.domains.has(sumOf(address))),
  )
  const again = missing.filter(
    ({ address, doubtedSince: since }) =>
      since && !isBelieved({ domain: sumOf(address), since }, { answers: all, doubted }, now),
  )
  return {
    all,
    disbelieved: [...fresh, ...again].map(({ address }) => address),
    ...(fresh.length > 0 && {
      opened: doubt.everybody ? null : [...new Set(fresh.map(({ address }) => domainOf(address)))],
    }),
  }
}
