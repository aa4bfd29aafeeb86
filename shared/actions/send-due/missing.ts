import type { ReadMail } from '#shared/db/outgoing-mails.ts'
import type { Bounce } from '#shared/db/reports.ts'
import {
  type AddressAnswer,
  answerOf,
  disbelief,
  domainOf,
  isBelieved,
  readAnswers,
} from '#shared/domain/address-answer.ts'
import { scrub } from '#shared/domain/mail.ts'
import type { Delivery } from '#shared/mail/transports/mailer.ts'
import type { SenderStatus, SendingContext } from './sending-context.ts'

/** A mail that was handed over, to whom, and what became of it. */
type Handed = { mail: ReadMail; address: string; delivery: Delivery }

/** What is made of addresses that a server says are missing. */
type Judgement = {
  deliveries: Delivery[]
  /** What it said of addresses, the latest first. */
  answers: AddressAnswer[]
  /** The addresses that are shut. */
  bounces: Bounce[]
  /** The domains whose addresses were shut before and are opened again; null for all. Undefined when the server is believed. */
  opened?: readonly string[] | null
}

/** So many of a run's answers are kept in mind. */
const inMind = 250
/** So many in a row, and the next would fare no better. */
const inARow = 12

/**
 * Judges which of the addresses that a server says are missing are so. Of a trial nothing is learnt: its mails went to the team; nor from missing
 * addresses that referents named, which somebody may have made up.
 */
export function judgeMissing(
  handed: readonly Handed[],
  { run, status, isNamed }: { run: SendingContext['run']; status: SenderStatus; isNamed: boolean },
  now: Date,
): Judgement {
  const known = handed.filter(({ mail }) => mail.redirect === null)
  const answers = known
    .flatMap(answerFrom)
    .filter(({ isMissing }) => !(isMissing && isNamed))
    .reverse()
  run.answers = [...answers, ...run.answers].slice(0, inMind)
  const missing = known.filter(({ delivery }) => isGone(delivery))
  const deliveries = handed.map(({ delivery }) => delivery)
  if (missing.length === 0) return { deliveries, answers, bounces: [] }

  const all = [...run.answers, ...readAnswers(status.answers ?? '')]
  const doubt = disbelief(all)
  const state = { answers: all, doubted: status.missingDoubted ?? 0 }
  const isTaken = ({ mail: { doubtedSince: since }, address }: Handed) => {
    const { domain } = answerOf(address, true)
    return since ? isBelieved({ domain, since }, state, now) : !(doubt.everybody || doubt.domains.has(domain))
  }
  const doubted = isNamed ? [] : missing.filter((one) => one.mail.doubtedSince === null && !isTaken(one))
  const everybody = doubt.everybody && all.slice(0, inARow).every(({ isMissing }) => isMissing)
  return {
    deliveries: handed.map((one) =>
      missing.includes(one) && !isTaken(one) && 'answer' in one.delivery
        ? { result: 'doubted', answer: one.delivery.answer, everybody }
        : one.delivery,
    ),
    answers,
    bounces: missing.filter(isTaken).map(bounceOf),
    ...(doubted.length > 0 && {
      opened: doubt.everybody ? null : [...new Set(doubted.map(({ address }) => domainOf(address)))],
    }),
  }
}

/** Another answer about an address that is doubted already says nothing new of its server, unless it takes it. */
function answerFrom({ mail, address, delivery }: Handed): AddressAnswer[] {
  if (delivery.result === 'accepted') return [answerOf(address, false)]
  return isGone(delivery) && mail.doubtedSince === null ? [answerOf(address, true)] : []
}

function isGone(delivery: Delivery): boolean {
  return delivery.result === 'refused' && delivery.cause === 'missing'
}

function bounceOf({ address, delivery }: Handed): Bounce {
  return { address, words: 'answer' in delivery ? scrub(delivery.answer) : null }
}
