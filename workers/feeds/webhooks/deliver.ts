import { deliverDue } from '#shared/actions/deliver-due.ts'
import { linkKey } from '#shared/domain/link.ts'
import type { FeedsEnv } from '../env.ts'
import type { CallingOut } from '../integration.ts'
import { callByFetch } from './call-by-fetch.ts'

/** Deliveries of a run where nothing says otherwise, and milliseconds after which it begins no more: the cron comes back within a minute. */
const deliveriesPerRun = 1000
const runTime = 20_000

/** Tells webhooks what happened. */
export async function deliver(env: FeedsEnv, { movement, call = callByFetch, clock }: CallingOut): Promise<void> {
  const mayBePrivate = env.WEBHOOKS_PRIVATE === 'yes'
  await deliverDue({
    db: env.DB,
    movement,
    publicUrl: env.PUBLIC_URL,
    key: await linkKey(env.LINK_SECRET),
    call: (given) => call(given, mayBePrivate),
    clock,
    most: Number(env.DELIVERIES_PER_RUN ?? deliveriesPerRun),
    until: new Date(clock().getTime() + runTime),
  })
}
