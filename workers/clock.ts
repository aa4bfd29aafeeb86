/**
 * The instant to act at. `CLOCK` stands for the machine's clock in tests and rehearsals: an instant at which it stands still,
 * or how many seconds it is ahead, as `+3600`.
 */
export function currentTime(env: { CLOCK?: string }): Date {
  const ahead = secondsAhead(env)
  return env.CLOCK && ahead === null ? new Date(env.CLOCK) : new Date(Date.now() + (ahead ?? 0) * 1000)
}

/** The instant of a cron's run. Where a clock stands still, each run brings its own time along. */
export function cronTime(env: { CLOCK?: string }, scheduledTime: number): Date {
  return env.CLOCK && secondsAhead(env) === null ? new Date(scheduledTime) : currentTime(env)
}

function secondsAhead({ CLOCK = '' }: { CLOCK?: string }): number | null {
  return /^\+\d+$/.test(CLOCK) ? Number(CLOCK) : null
}
