import type { D1Database } from '@cloudflare/workers-types'
import type { Apart } from '#hosts/routes.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import type { DashboardEnv } from '#workers/dashboard/env.ts'
import { createDashboard } from '#workers/dashboard/index.tsx'
import { createDesk } from '#workers/desk/index.tsx'
import { createFeeds, deliveryCron } from '#workers/feeds/index.tsx'
import type { FormsEnv } from '#workers/forms/env.ts'
import { createForms } from '#workers/forms/index.tsx'
import type { RemindersEnv } from '#workers/reminders/env.ts'
import { createReminders, type HostMeans } from '#workers/reminders/index.ts'
import { callOut } from './call.ts'

/** What every worker is given; each takes what it knows. */
export type Env = { DB: D1Database; PUBLIC_URL: string; LINK_SECRET: string } & Pick<FormsEnv, 'HOST_HEALTH'> &
  Pick<DashboardEnv, 'HOST_TROUBLES'> &
  Omit<RemindersEnv, 'DB'>

/** The workers that have pages of their own, beside the form. */
export function createApart(fixed: SomeSettings) {
  const feeds = createFeeds(fixed, { call: (call, mayBePrivate) => callOut(call, mayBePrivate) })
  return { dashboard: createDashboard(fixed), desk: createDesk(fixed), feeds } satisfies Record<Apart, unknown>
}

/** The workers of a movement. */
export function createWorkers(fixed: SomeSettings, means: HostMeans) {
  const apart = createApart(fixed)
  const { feeds } = apart
  return {
    forms: createForms(fixed),
    apart,
    reminders: createReminders(fixed, means),
    /** What has a cron beside the sender, in their order. */
    crons: [
      { worker: feeds, cron: '*/5 * * * *' },
      { worker: feeds, cron: deliveryCron },
    ],
  }
}

export type Workers = ReturnType<typeof createWorkers>
