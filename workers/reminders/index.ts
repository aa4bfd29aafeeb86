import type { ScheduledController } from '@cloudflare/workers-types'
import { allowanceOf, budgetOf } from '#shared/actions/send-due/budget.ts'
import { sendQueue } from '#shared/actions/send-due/send-mail.ts'
import type { SendingContext } from '#shared/actions/send-due/sending-context.ts'
import { newRun } from '#shared/actions/send-due/suspicion.ts'
import { takeRequests } from '#shared/actions/send-due/take-requests.ts'
import { tick } from '#shared/actions/send-due/tick.ts'
import { readSenderState } from '#shared/db/rounds.ts'
import { linkKey } from '#shared/domain/link.ts'
import { type Means, openMailer } from '#shared/mail/transports/open-mailer.ts'
import type { Connect } from '#shared/mail/transports/smtp/open-connection.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { cronTime, currentTime } from '#workers/clock.ts'
import { KnownMovement } from '#workers/known-movement.ts'
import { SenderEnding } from './ending.ts'
import type { RemindersEnv } from './env.ts'

/** The sender, for the movement of which this is fixed: its cron, and what others may ask of it. */
export function createReminders(fixed: SomeSettings, { connect, log = printLine }: HostMeans) {
  const host: Host = { known: new KnownMovement(fixed), connect, ending: new SenderEnding() }
  const report = (figures: object) => reportTo(log, figures)
  return {
    /** To look again, since what is due is in the database. Sends at once, also at night, the links that people asked for. */
    async lookAgain(env: RemindersEnv): Promise<void> {
      const now = currentTime(env)
      await withSenderContext(env, host, async (sender) => {
        const state = await readSenderState(sender.db, now)
        if (state.requested) await takeRequests(sender, now)
        if (state.asked || state.requested) report({ asked: await sendQueue(sender, 'transactional', state, now) })
      })
    },
    /** On one machine: lets what is leaving leave, and begins nothing more. What waits leaves after the next start. Says whether all has ended. */
    finish: (): Promise<boolean> => host.ending.end(),
    async scheduled(run: Pick<ScheduledController, 'scheduledTime'>, env: RemindersEnv): Promise<void> {
      await withSenderContext(env, host, async (sender) => report(await tick(sender, cronTime(env, run.scheduledTime))))
    },
    async fetch(): Promise<Response> {
      return new Response(null, { status: 404 })
    },
  }
}

/** About what a page needs of the database, in milliseconds: between two slices of a round that opens, whoever came has it. */
const pauseMs = 30

/** What a host has for the sender: connections to mail servers, and where its one line of log goes. */
export type HostMeans = { connect: Connect; log?: (line: string) => void }

/** What lasts from one run to the next. */
type Host = { known: KnownMovement; connect: Connect; ending: SenderEnding }

type Work = (sender: SendingContext) => Promise<void>

function withSenderContext(env: RemindersEnv, host: Host, work: Work): Promise<void> {
  return host.known.use(env.DB, (movement, DB) => inSenderContext({ ...env, DB }, host, movement, work))
}

async function inSenderContext(
  env: RemindersEnv,
  { connect, ending }: Host,
  movement: Movement,
  work: Work,
): Promise<void> {
  if (ending.isAsked()) return
  const mailer = env.MAIL_URL
    ? openMailer(env.MAIL_URL, domainOf(movement.sender.address), meansOf(env, connect))
    : null
  const budget = budgetOf(env)
  const end = Date.now() + budget.time
  const isOver = () => ending.isAsked() || Date.now() > end
  const run = newRun()
  const sender: SendingContext = {
    db: env.DB,
    movement: env.QUIET_HOURS === 'off' ? sleepless(movement) : movement,
    linkKey: await linkKey(env.LINK_SECRET),
    publicUrl: env.PUBLIC_URL,
    mailer,
    budget,
    run,
    allowance: () => (isOver() ? 0 : allowanceOf(budget, run)),
    isOver,
    pause: () => new Promise((done) => setTimeout(done, pauseMs)),
    chance: Math.random,
    newLeaseId: () => crypto.randomUUID(),
  }
  try {
    await ending.asRun(mailer, () => work(sender))
  } finally {
    mailer?.close()
  }
}

function meansOf({ EMAIL, MAIL_FOLDER }: RemindersEnv, connect: Connect): Means {
  const save =
    MAIL_FOLDER &&
    (async (name: string, message: string) => {
      const { ok, status } = await MAIL_FOLDER.fetch(`http://folder/${name}`, { method: 'PUT', body: message })
      if (!ok) throw new Error(`the folder answered ${status}`)
    })
  return { connect, email: EMAIL ?? null, save: save ?? null }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

function sleepless({ calendar: { publicHolidays: _, ...calendar }, ...rest }: Movement): Movement {
  return { ...rest, calendar: { ...calendar, quiet: { from: '00:00', until: '00:00' }, holidays: [] } }
}

/** Figures only: nothing personal reaches a log. A run that did nothing says nothing. */
function reportTo(log: (line: string) => void, figures: object): void {
  const told = JSON.stringify(figures)
  if (/\d/.test(told)) log(told)
}

function printLine(line: string): void {
  // biome-ignore lint/suspicious/noConsole: the sender's one line of log
  console.log(line)
}
