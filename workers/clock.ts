/** The instant to act at. `CLOCK` stands for the machine's clock in tests and rehearsals. */
export function currentTime(env: { CLOCK?: string }): Date {
  return env.CLOCK ? new Date(env.CLOCK) : new Date()
}

/** The instant of a cron's run. Where a clock stands still, each run brings its own time along. */
export function cronTime(env: { CLOCK?: string }, scheduledTime: number): Date {
  return env.CLOCK ? new Date(scheduledTime) : new Date()
}
