import { insertBeginning, readSenderState } from '#shared/db/rounds.ts'
import { updateAbandoned, updateAhead } from '#shared/db/sending.ts'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import type { Queue } from '#shared/domain/mail.ts'
import { isQuiet } from '#shared/domain/round.ts'
import { type DueStep, dueStep } from '#shared/domain/sequence.ts'
import { endInvitations } from '../end-invitations.ts'
import { asksMore, type Pace, takeStep, writeStep } from '../open-round.ts'
import { takeSlice } from './budget.ts'
import { type SendTally, sendQueue } from './send-mail.ts'
import type { SendingContext } from './sending-context.ts'
import { takeRequests } from './take-requests.ts'

/** What a tick did, in figures only. */
export type Report = { step: string | null; asked: SendTally; bulk: SendTally; named: SendTally }

/**
 * Looks at the database and the clock, and does what is due. Any number of ticks may run at once, late or twice: what is due is
 * computed, and taken, from the database alone. Without a mailer rounds open, and their mails wait.
 */
export async function tick(sender: SendingContext, now: Date): Promise<Report> {
  const { db, movement } = sender
  const state = await readSenderState(db, now)
  const { beganAt } = state
  const hasBegun = beganAt !== null && beganAt <= now
  if (!hasBegun) await insertBeginning(db, now).run()
  if (state.abandoned) await updateAbandoned(db, now).run()
  if (state.ahead) await updateAhead(db, now).run()
  const faults: unknown[] = []
  if (state.requested) await attempt(faults, undefined, () => takeRequests(sender, now))
  if (state.invitations) await attempt(faults, undefined, () => endInvitations(db, now))
  const isFreed = state.abandoned || state.ahead === true || state.invitations === true
  const due = dueStep({ beganAt: hasBegun ? beganAt : now, last: state.last }, now, movement)
  // What was begun is written first
  const { unfinished = null } = state
  const taken = !unfinished && due && (await attempt(faults, null, () => take(sender, due, now)))
  const begun = taken ? due : null
  if (begun && asksMore(movement, begun)) throw new SettingsChanged(null)
  const opened = begun?.opens && { key: begun.round, openedAt: now, taken: [begun.step.name] }
  const status = { ...state, last: opened || state.last }
  const send = (queue: Queue) => attempt(faults, {}, () => sendQueue(sender, queue, status, now))
  // What was set free, or put in the outbox, was not due yet when the state was read
  const asked = state.asked || state.requested || isFreed ? await send('transactional') : {}
  const left = unfinished ?? (taken ? taken.unfinished : null)
  const isWritten = !left || (await attempt(faults, false, () => writeStep(db, movement, left, paceOf(sender))))
  // A step that has to wait for the one before it takes back what that one wrote
  const mayBulk = !isQuiet(now, movement) && isWritten && !(unfinished && due)
  const report = {
    step: begun && `${begun.round} ${begun.step.name}`,
    asked,
    bulk: mayBulk && (state.due || isFreed || begun || unfinished) ? await send('bulk') : {},
    // Whomever referents name, a round comes first: last, and not in the run that opens it
    named: mayBulk && state.named && !begun ? await send('named') : {},
  }
  if (faults.length > 0) throw faults[0]
  return report
}

async function take({ db, movement }: SendingContext, due: DueStep, now: Date) {
  return { unfinished: await takeStep(db, movement, due, now) }
}

/** As many slices of a step as this run may write: the next one goes on. */
function paceOf({ budget, run, isOver, pause }: SendingContext): Pace {
  return { isOver: () => isOver() || !takeSlice(budget, run), pause }
}

/** What cannot be done keeps no mail from leaving, nor one queue the other: what went wrong is thrown once all else is done. */
async function attempt<Done, Otherwise>(
  faults: unknown[],
  otherwise: Otherwise,
  work: () => Promise<Done>,
): Promise<Done | Otherwise> {
  try {
    return await work()
  } catch (error) {
    faults.push(error)
    return otherwise
  }
}
