import type { Delivery } from './mailer.ts'

/** What a run has done so far: in chunks, and in letters. */
export type Run = { chunks: number; claimed: number; accepted: number; refused: number }

/** So many refusals, and not one letter taken: it is us that the server refuses. */
const suspicious = 3

/**
 * A server that refuses everybody for good refuses us, not them: nobody's mail is spent on it, and nothing is said of their addresses.
 * Counts what was heard in `run`. `isSuspected`: it let nobody through the last time either.
 */
export function suspect(deliveries: readonly Delivery[], run: Run, isSuspected: boolean): Delivery[] {
  for (const { result } of deliveries) {
    if (result === 'accepted' || result === 'unknown') run.accepted += 1
    if (result === 'refused') run.refused += 1
  }
  if (run.accepted > 0 || run.refused < (isSuspected ? 1 : suspicious)) return [...deliveries]
  return deliveries.map((delivery) =>
    delivery.result === 'refused' && !delivery.isAddressGone
      ? { result: 'later', reason: 'everybody_refused', answer: delivery.answer, everybody: true }
      : delivery,
  )
}
