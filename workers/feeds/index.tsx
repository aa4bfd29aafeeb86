import type { ExecutionContext, ScheduledController } from '@cloudflare/workers-types'
import { Hono } from 'hono'
import type { Publishing } from '#shared/actions/publish-groups.ts'
import { settleSecret } from '#shared/actions/revoke-links.ts'
import { deleteFeedFault, insertFeedFault } from '#shared/db/feed-faults.ts'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { cronTime, currentTime } from '#workers/clock.ts'
import { leadToWhole, readPath } from '#workers/damaged-link.ts'
import { keptByNobody } from '#workers/kept-by-nobody.ts'
import { KnownMovement } from '#workers/known-movement.ts'
import { logFault } from '#workers/log-fault.ts'
import { problemOf } from '#workers/problem-of.ts'
import { refuseOversize } from '#workers/request-limits.ts'
import { takenAsSaid } from '#workers/taken-as-said.ts'
import { secureTransport } from '#workers/transport-security.ts'
import { whenSetUp } from '#workers/when-set-up.ts'
import { apiRoutes } from './api/integration.ts'
import { brevoLists } from './brevo/integration.ts'
import { calendarFeed } from './calendar/integration.ts'
import type { CallOut } from './call-out.ts'
import type { FeedsApp, FeedsEnv } from './env.ts'
import { findPages } from './find/integration.ts'
import type { Integration, Publisher } from './integration.ts'
import { joinPages } from './join/integration.ts'
import { listFeed } from './lists/integration.ts'
import { mailmanLists } from './mailman/integration.ts'
import { mapFeed } from './map/integration.ts'
import { respondText } from './respond-text.ts'
import { signUpPages } from './sign-up/integration.ts'
import { webhookCalls } from './webhooks/integration.ts'

/** Each is a folder. */
const integrations: readonly Integration[] = [
  mapFeed,
  listFeed,
  findPages,
  joinPages,
  calendarFeed,
  apiRoutes,
  mailmanLists,
  brevoLists,
  signUpPages,
  webhookCalls,
]

/** Groups that a run looks at, where nothing says otherwise: on one machine that is all of most networks. */
const groupsPerRun = 20_000

/** When webhooks are told what happened; every other run publishes. On Cloudflare each has a budget of its own. */
export const deliveryCron = '* * * * *'

/** What other programs read of the movement of which this is fixed, and are told; the crons that publish and deliver it. */
export function createFeeds(fixed: SomeSettings, { call }: { call?: CallOut } = {}) {
  const known = new KnownMovement(fixed)
  return {
    fetch(request: Request, env: FeedsEnv, execution?: ExecutionContext): Promise<Response> {
      return whenSetUp(() =>
        known.use(env.DB, async (movement, DB) => feedsOf(movement).fetch(request, { ...env, DB }, execution)),
      )
    },
    async scheduled(run: ScheduledController, env: FeedsEnv): Promise<void> {
      const now = cronTime(env, run.scheduledTime)
      if (run.cron === deliveryCron) {
        const began = Date.now()
        const clock = () => new Date(now.getTime() + Date.now() - began)
        await known.use(env.DB, async (movement, DB) => {
          for (const { everyMinute } of integrations) await everyMinute?.({ ...env, DB }, { movement, call, clock })
        })
        return
      }
      const most = Number(env.GROUPS_PER_RUN ?? groupsPerRun)
      const isMetered = env.ROWS_ARE_COUNTED === 'yes'
      await settleSecret(env.DB, env.LINK_SECRET, now)
      await known.use(env.DB, (movement, db) => publishAll({ db, movement, now, most, isMetered }, env))
    },
  }
}

/** Minutes between two runs on Cloudflare (wrangler.toml). */
const cronMinutes = 5

/** What is to be published, each once, by the first integration that needs it. */
function publishersOf({ movement, isMetered, now }: Publishing): Map<Publisher, string> {
  const isHourly = !isMetered || now.getUTCMinutes() < cronMinutes
  const publishers = new Map<Publisher, string>()
  for (const { name, isOn, publish, publishHourly = [], forgets = [] } of integrations) {
    const due = isOn(movement) ? [...publish, ...(isHourly ? publishHourly : [])] : []
    for (const one of [...due, ...(isHourly ? forgets : [])]) if (!publishers.has(one)) publishers.set(one, name)
  }
  return publishers
}

/** What one integration cannot do stops no other. */
async function publishAll(publishing: Publishing, env: FeedsEnv): Promise<void> {
  for (const [publish, name] of publishersOf(publishing)) {
    try {
      await publish(publishing, env)
      await deleteFeedFault(publishing.db, name).run()
    } catch (error) {
      if (error instanceof SettingsChanged || !(error instanceof Error)) throw error
      logFault(error)
      await publishing.db.batch(insertFeedFault(publishing.db, name, publishing.now))
    }
  }
}

const made = new WeakMap<Movement, Hono<FeedsApp>>()

/** What can be asked for, for one movement. */
export function feedsOf(movement: Movement): Hono<FeedsApp> {
  const known = made.get(movement)
  if (known) return known
  const app = new Hono<FeedsApp>({ getPath: readPath })
  app.use(keptByNobody)
  app.use(takenAsSaid)
  app.use(secureTransport)
  app.use(async (context, next) => {
    context.set('movement', movement)
    context.set('now', currentTime(context.env))
    refuseOversize(context.req.raw)
    await next()
  })
  app.use(leadToWhole)
  for (const integration of integrations) if (integration.isOn(movement)) integration.addRoutes(app)
  app.notFound(() => respondText(404, 'Il n’y a rien ici. There is nothing here.'))
  app.onError((error) => {
    if (error instanceof SettingsChanged) throw error
    const problem = problemOf(error)
    return respondText(problem.status, problem.code)
  })
  made.set(movement, app)
  return app
}
