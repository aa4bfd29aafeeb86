import { TickError } from '#hosts/relance.ts'
import type { Env, Workers } from './workers.ts'

/** Every cron of every worker, as the platform fires them. */
export async function runCrons({ reminders, crons }: Workers, env: Env, at: Date): Promise<void> {
  const run = { scheduledTime: at.getTime(), noRetry: () => undefined, waitUntil: () => undefined }
  let fault: unknown = null
  for (const { worker, cron } of [{ worker: reminders, cron: '* * * * *' }, ...crons]) {
    try {
      await worker.scheduled({ ...run, cron }, env)
    } catch (error) {
      fault ??= error
    }
  }
  if (fault) throw new TickError(fault instanceof Error ? fault.name : typeof fault)
}
