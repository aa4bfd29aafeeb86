/** The instant to act at. `CLOCK` stands for the machine's clock in tests and rehearsals. */
export function currentTime(env: { CLOCK?: string }): Date {
  return env.CLOCK ? new Date(env.CLOCK) : new Date()
}
