import { connect } from 'cloudflare:sockets'
import { WorkerEntrypoint } from 'cloudflare:workers'
import type { SomeSettings } from '#shared/settings/schema.ts'
import type { RemindersEnv } from './env.ts'
import { createReminders } from './index.ts'

/** The sender as a worker of Cloudflare's runtime: its cron, and the entrypoint that other workers are bound to. */
export function createWorker(fixed: SomeSettings) {
  const worker = createReminders(fixed, { connect })
  class Reminders extends WorkerEntrypoint<RemindersEnv> {
    lookAgain(): Promise<void> {
      return worker.lookAgain(this.env)
    }

    finish(): Promise<boolean> {
      return worker.finish()
    }
  }
  return { Reminders, worker }
}
