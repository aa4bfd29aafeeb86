import { Stop } from '#scripts/run.ts'
import { showInstant } from '#scripts/text/show-instant.ts'
import { words } from '#scripts/text/text.ts'
import {
  countAsLeft,
  countRedirected,
  endRedirect,
  pauseMails,
  redirectMails,
  resumeMails,
} from '#shared/actions/control-mails.ts'
import { ask } from '#shared/db/ask.ts'
import { mailControl } from '#shared/db/mail-control.ts'
import { listWaiting } from '#shared/db/owed-list.ts'
import type { Desk } from './desk.ts'

/** How things stand: the brake, the trial, the caps, what waits. */
export async function showControl(desk: Desk): Promise<string> {
  const { db, movement, now } = desk
  const { control, waiting } = await ask(db, { control: mailControl(db, now), waiting: listWaiting(db) })
  const { brake, trial, heldUntil, doubted, left } = control
  const due = waiting.filter(({ dueAt }) => dueAt <= now).length
  return [
    brake ? words.mails.braked(showInstant(brake.since, movement), brake.words) : words.mails.notBraked,
    trial ? words.mails.inTrial(showInstant(trial.since, movement), trial.address) : words.mails.noTrial,
    ...(heldUntil ? [words.mails.held(showInstant(heldUntil, movement))] : []),
    ...(doubted ? [words.mails.doubted(showInstant(doubted.at, movement), doubted.mails)] : []),
    words.mails.caps(left.hour, movement.caps.hour, left.day, movement.caps.day),
    words.mails.waiting(waiting.length, due),
    '',
    words.mails.usage,
  ].join('\n')
}

/** Nothing leaves any more, from the next mail on. */
export async function brake(desk: Desk, why: string): Promise<string> {
  await pauseMails(byCommand(desk), why.trim() || null)
  return words.mails.brakePulled
}

export async function release(desk: Desk): Promise<string> {
  await resumeMails(byCommand(desk))
  return words.mails.brakeReleased
}

/** What is due had left before a copy was put back. */
export async function left(desk: Desk): Promise<string> {
  const { db, now } = desk
  const { waiting } = await ask(db, { waiting: listWaiting(db) })
  await countAsLeft(byCommand(desk))
  return words.mails.countedAsLeft(waiting.filter(({ dueAt }) => dueAt <= now).length)
}

/** From now on every mail goes to a coordinator. */
export async function startTrial(desk: Desk, asked: string): Promise<string> {
  const { coordinators } = desk.movement
  const wanted = asked.trim().toLowerCase() || coordinators[0]?.email
  if (!coordinators.some(({ email }) => email === wanted) || !wanted)
    throw new Stop(words.mails.notCoordinator(coordinators.map(({ email }) => email)))
  await redirectMails(byCommand(desk), wanted)
  return words.mails.trialBegun(wanted)
}

/** Ends the trial, once it is said what becomes of the round's mails that only the team got. */
export async function endTrial(desk: Desk, choice: 'send' | 'drop' | null): Promise<string> {
  const diverted = await countRedirected(byCommand(desk))
  if (diverted > 0 && choice === null) throw new Stop(words.mails.trialChoice(diverted))
  await endRedirect(byCommand(desk), choice === 'send')
  return words.mails.trialEnded(choice === 'send' ? diverted : 0)
}

const byCommand = (desk: Desk) => ({ ...desk, actor: { kind: 'system' } }) as const
