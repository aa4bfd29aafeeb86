import type { RemindersEnv } from './env.ts'

/** What one run of the sender may use. */
export type Budget = {
  /** Mails that are claimed, and recorded, together: those that a crash may leave `unknown`. */
  chunk: number
  /** Mails of a run, whatever their queue. */
  mails: number
  /** Milliseconds after which no letter is begun: the cron comes back within a minute. */
  time: number
  /** Milliseconds after which somebody else may take what a sender that went away had claimed: well beyond `time` and the slowest letter. */
  lease: number
}

/** Without settings: as much as fits in the time, in chunks as small as keep up with a server next door (`npm run bench:mails`). */
const whole: Budget = { chunk: 16, mails: Number.POSITIVE_INFINITY, time: 20_000, lease: 120_000 }

/** The budget that `wrangler.toml` or the environment sets. @throws when a setting is no number. */
export function budgetOf({
  MAILS_AT_ONCE,
  MAILS_PER_RUN,
  RUN_SECONDS,
}: Pick<RemindersEnv, 'MAILS_AT_ONCE' | 'MAILS_PER_RUN' | 'RUN_SECONDS'>): Budget {
  const time = 1000 * amount('RUN_SECONDS', RUN_SECONDS, whole.time / 1000)
  return {
    chunk: amount('MAILS_AT_ONCE', MAILS_AT_ONCE, whole.chunk),
    mails: amount('MAILS_PER_RUN', MAILS_PER_RUN, whole.mails),
    time,
    lease: time + 100_000,
  }
}

function amount(name: string, value: string | undefined, otherwise: number): number {
  if (!value) return otherwise
  const number = Number(value)
  if (!(number >= 1)) throw new Error(`${name} is no number from 1 on`)
  return number
}
