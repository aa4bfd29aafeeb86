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
import type { MailsContext } from './mails-context.ts'

/** How things stand: the pause, the trial, the caps, what waits. */
export async function showControl(context: MailsContext): Promise<string> {
  const { db, movement, now } = context
  const { control, waiting } = await ask(db, { control: mailControl(db, now), waiting: listWaiting(db) })
  const { pause, redirect, heldUntil, doubted, left } = control
  const due = waiting.filter(({ dueAt }) => dueAt <= now).length
  return [
    pause ? words.mails.pausedSince(showInstant(pause.since, movement), pause.words) : words.mails.notPaused,
    redirect
      ? words.mails.redirected(showInstant(redirect.since, movement), redirect.address)
      : words.mails.notRedirected,
    ...(heldUntil ? [words.mails.held(showInstant(heldUntil, movement))] : []),
    ...(doubted ? [words.mails.doubted(showInstant(doubted.at, movement), doubted.mails)] : []),
    words.mails.caps(left.hour, movement.caps.hour, left.day, movement.caps.day),
    words.mails.waiting(waiting.length, due),
    '',
    words.mails.usage,
  ].join('\n')
}

/** Nothing leaves any more, from the next mail on. */
export async function pause(context: MailsContext, why: string): Promise<string> {
  await pauseMails(byCommand(context), why.trim() || null)
  return words.mails.paused
}

export async function resume(context: MailsContext): Promise<string> {
  await resumeMails(byCommand(context))
  return words.mails.resumed
}

/** What is due had left before a copy was put back. */
export async function left(context: MailsContext): Promise<string> {
  const { db, now } = context
  const { waiting } = await ask(db, { waiting: listWaiting(db) })
  await countAsLeft(byCommand(context))
  return words.mails.countedAsLeft(waiting.filter(({ dueAt }) => dueAt <= now).length)
}

/** From now on every mail goes to a coordinator. */
export async function beginRedirect(context: MailsContext, asked: string): Promise<string> {
  const { coordinators } = context.movement
  const wanted = asked.trim().toLowerCase() || coordinators[0]?.email
  if (!coordinators.some(({ email }) => email === wanted) || !wanted)
    throw new Stop(words.mails.notCoordinator(coordinators.map(({ email }) => email)))
  await redirectMails(byCommand(context), wanted)
  return words.mails.redirectBegun(wanted)
}

/** Ends the trial, once it is said what becomes of the round's mails that only the team got. */
export async function stopRedirect(context: MailsContext, choice: 'send' | 'drop' | null): Promise<string> {
  const diverted = await countRedirected(byCommand(context))
  if (diverted > 0 && choice === null) throw new Stop(words.mails.redirectChoice(diverted))
  await endRedirect(byCommand(context), choice === 'send')
  return words.mails.redirectEnded(choice === 'send' ? diverted : 0)
}

const byCommand = (context: MailsContext) => ({ ...context, actor: { kind: 'system' } }) as const
