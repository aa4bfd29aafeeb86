import { connect } from 'cloudflare:sockets'
import { WorkerEntrypoint } from 'cloudflare:workers'
import type { ScheduledController } from '@cloudflare/workers-types'
import { allowanceOf, budgetOf } from '#shared/actions/send-due/budget.ts'
import type { Office } from '#shared/actions/send-due/office.ts'
import { sendQueue } from '#shared/actions/send-due/send-mail.ts'
import { newRun } from '#shared/actions/send-due/suspicion.ts'
import { takeRequests } from '#shared/actions/send-due/take-requests.ts'
import { tick } from '#shared/actions/send-due/tick.ts'
import { readSenderState } from '#shared/db/rounds.ts'
import { linkKey } from '#shared/domain/link.ts'
import { type Means, openMailer } from '#shared/mail/transports/open-mailer.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { cronTime, currentTime } from '#workers/clock.ts'
import { KnownMovement } from '#workers/known-movement.ts'
import { asRun, endRuns, isEnding } from './ending.ts'
import type { RemindersEnv } from './env.ts'

/** The sender, for the movement of which this is fixed: its cron, and what other workers may ask of it. */
export function createReminders(fixed: SomeSettings) {
  const known = new KnownMovement(fixed)
  /** To look again, since what is due is in the database; and on one machine, to come to an end. */
  class Reminders extends WorkerEntrypoint<RemindersEnv> {
    /** Sends at once, also at night, the links that people asked for. */
    async lookAgain(): Promise<void> {
      const now = currentTime(this.env)
      await withOffice(this.env, known, async (office) => {
        const state = await readSenderState(office.db, now)
        if (state.requested) await takeRequests(office, now)
        if (state.asked || state.requested) report({ asked: await sendQueue(office, 'transactional', state, now) })
      })
    }

    /** Lets what is leaving leave, and begins nothing more: what waits leaves after the next start. Says whether all has ended. */
    finish(): Promise<boolean> {
      return endRuns()
    }
  }
  const worker = {
    async scheduled(run: ScheduledController, env: RemindersEnv): Promise<void> {
      await withOffice(env, known, async (office) => report(await tick(office, cronTime(env, run.scheduledTime))))
    },
    async fetch(): Promise<Response> {
      return new Response(null, { status: 404 })
    },
  }
  return { Reminders, worker }
}

type Work = (office: Office) => Promise<void>

function withOffice(env: RemindersEnv, known: KnownMovement, work: Work): Promise<void> {
  return known.use(env.DB, (movement, DB) => inOffice({ ...env, DB }, movement, work))
}

async function inOffice(env: RemindersEnv, movement: Movement, work: Work): Promise<void> {
  if (isEnding()) return
  const mailer = env.MAIL_URL ? openMailer(env.MAIL_URL, domainOf(movement.sender.address), meansOf(env)) : null
  const budget = budgetOf(env)
  const end = Date.now() + budget.time
  const isOver = () => isEnding() || Date.now() > end
  const run = newRun()
  const office: Office = {
    db: env.DB,
    movement: env.QUIET_HOURS === 'off' ? sleepless(movement) : movement,
    linkKey: await linkKey(env.LINK_SECRET),
    publicUrl: env.PUBLIC_URL,
    mailer,
    budget,
    run,
    allowance: () => (isOver() ? 0 : allowanceOf(budget, run)),
    isOver,
    chance: Math.random,
    newLeaseId: () => crypto.randomUUID(),
  }
  try {
    await asRun(mailer, () => work(office))
  } finally {
    mailer?.close()
  }
}

function meansOf({ EMAIL, MAIL_FOLDER }: RemindersEnv): Means {
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
function report(figures: object): void {
  const told = JSON.stringify(figures)
  // biome-ignore lint/suspicious/noConsole: the sender's one line of log
  if (/\d/.test(told)) console.log(told)
}
