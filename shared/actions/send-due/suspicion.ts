import type { AddressAnswer } from '#shared/domain/address-answer.ts'
import type { Delivery } from '#shared/mail/transports/mailer.ts'

/**
 * What a run has done so far: in chunks, in slices of a step, and in messages. `doubted`: those of which nobody can tell whether they arrived; `missing`: those
 * refused for an address that does not exist; `inVain`: those refused for something else since the last one that was taken. `answers`: what servers
 * said of addresses, the latest first.
 */
export type Run = {
  chunks: number
  slices: number
  claimed: number
  accepted: number
  refused: number
  doubted: number
  missing: number
  inVain: number
  answers: AddressAnswer[]
}

export function newRun(): Run {
  return { chunks: 0, slices: 0, claimed: 0, accepted: 0, refused: 0, doubted: 0, missing: 0, inVain: 0, answers: [] }
}

/** So many refusals, or so many messages in doubt, and not one taken: it is us that the server refuses, or the server that fails. */
const suspicious = 3

/** So many refusals in a row after others were taken: a limit has been reached, in whatever words. */
const tooManyInVain = 8

/** `isSuspected`: the server let nobody through the last time either. */
const enough = (messages: number, isSuspected: boolean) => messages >= (isSuspected ? 1 : suspicious)

/** Counts in `run` what was heard of messages. */
export function countHeard(deliveries: readonly Delivery[], run: Run): void {
  for (const delivery of deliveries) {
    if (delivery.result === 'accepted') run.accepted += 1
    if (delivery.result === 'refused') run.refused += 1
    if (delivery.result === 'unknown') run.doubted += 1
    if (delivery.result === 'accepted') run.inVain = 0
    if (delivery.result === 'refused' && !isOfMailbox(delivery)) run.inVain += 1
    if (delivery.result === 'refused' && delivery.cause === 'missing') run.missing += 1
  }
}

/** A server that breaks off after each message: another one would be in doubt too, and never sent again. */
export function losesAll({ accepted, doubted }: Run, isSuspected: boolean): boolean {
  return accepted === 0 && enough(doubted, isSuspected)
}

/** A server that says of every address that it is missing: more of them are asked for once it is judged. */
export function missesAll({ accepted, missing }: Run, isSuspected: boolean): boolean {
  return accepted === 0 && enough(missing, isSuspected)
}

/**
 * A server that refuses everybody for good refuses us, not them: nobody's mail is spent on it, and nothing is said of their addresses.
 * One that loses all is left alone. After `countHeard`.
 */
export function suspect(deliveries: readonly Delivery[], run: Run, isSuspected: boolean): Delivery[] {
  const isLosing = losesAll(run, isSuspected)
  const isRefusing =
    run.inVain >= tooManyInVain || (run.accepted + run.doubted === 0 && enough(run.refused, isSuspected))
  return deliveries.map((delivery) => {
    if (isLosing && delivery.result === 'unknown') return { ...delivery, everybody: true }
    return isRefusing && delivery.result === 'refused' && !isOfMailbox(delivery)
      ? { result: 'later', reason: 'everybody_refused', answer: delivery.answer, everybody: true }
      : delivery
  })
}

/** Whether a refusal is about a mailbox that the server knows well: that it is not there, or full. */
function isOfMailbox({ cause }: Extract<Delivery, { result: 'refused' }>): boolean {
  return cause === 'missing' || cause === 'full'
}
