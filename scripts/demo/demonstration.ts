import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRelance } from '#hosts/node/relance.ts'
import type { Relance } from '#hosts/relance.ts'
import type { PortChoice } from '#scripts/local/settings.ts'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { countRoundMails } from '#shared/db/rounds.ts'
import { localTime } from '#shared/domain/zone.ts'
import { movementOf } from '#shared/movement.ts'
import { secondsUntilDay } from './clock.ts'
import { fillDatabase } from './fill.ts'
import { freePort } from './ports.ts'
import type { SampleMovement } from './sample-movements.ts'

/** The sample movement on the day its round opens: every mail has arrived. */
export type Demonstration = {
  relance: Relance
  mailbox: Mailbox
  /** How many mails have left. */
  mails: number
  /** Seconds by which its clock is ahead: 0 by day. */
  ahead: number
  /** Ends it, and leaves nothing behind. */
  stop: (grace?: number) => Promise<void>
}

export type DemonstrationOptions = SampleMovement & {
  host: string
  port: PortChoice
  mailboxPort: PortChoice
  /** As `secondsUntilMorning`; unless given, only as far as the night lasts. */
  ahead?: number
}

/** Null when it was asked to end before it was ready. @throws Stop when a port that was asked for is taken. */
export async function startDemonstration(
  { fixed, sheets, host, port, mailboxPort, ahead: asked }: DemonstrationOptions,
  signal?: AbortSignal,
): Promise<Demonstration | null> {
  const movement = movementOf(fixed)
  const ahead = asked ?? secondsUntilDay(new Date(), movement)
  const clock = ahead === 0 ? {} : { clock: `+${ahead}` }
  const folder = mkdtempSync(join(tmpdir(), 'relance-demo-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const undo: ((grace?: number) => Promise<void>)[] = [async () => remove()]
  const stop = async (grace?: number) => {
    for (const step of undo.reverse()) await step(grace)
  }
  try {
    const mailbox = await startMailbox({ smtpPort: 0, webPort: await freePort('127.0.0.1', mailboxPort) })
    undo.push(() => mailbox.stop())
    signal?.throwIfAborted()
    const options = { fixed, folder, host, port: await freePort(host, port), isQuiet: true, ...clock }
    const relance = await startRelance({ ...options, mailUrl: mailbox.smtpUrl })
    undo.push(relance.stop)
    signal?.throwIfAborted()
    const now = new Date(Date.now() + ahead * 1000)
    await fillDatabase(relance.db, movement, now, sheets)
    signal?.throwIfAborted()
    const mails = await sendAll(relance, localTime(now, movement.timeZone).day.slice(0, 7))
    return { relance, mailbox, mails, ahead, stop }
  } catch (error) {
    await stop()
    if (signal?.aborted) return null
    throw error
  }
}

/** Ticks as long as that makes mails leave. */
async function sendAll(relance: Relance, round: string): Promise<number> {
  for (let before = -1; ; ) {
    await relance.tick()
    const { pending = 0, sent = 0 } = await countRoundMails(relance.db, round)
    if (pending === 0 || sent === before) return sent
    before = sent
  }
}
