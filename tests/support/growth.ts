/** Work whose time grows faster than its input: how large that was, and the milliseconds that it and a sixteenth of it took. */
export type Growth = { size: number; took: number; sixteenthTook: number }

/** What takes less is not judged, in milliseconds: a sixteenth of it could not be measured. */
const measurable = 150
/** Sixteen times as much takes sixteen times as long where work is linear, and 256 times where it is its square. */
const most = 64
const small = [500, 2000, 8000, 32_000]
const whole = [1000, 4000, 16_000, 64_000, 256_000, 1_024_000]

/**
 * Tries a work on more and more of an input, up to 32 kB, or to 1 MB; null when its time grows as its input does. It stops as soon as it can tell, so that
 * even work that would take days ends here.
 */
export async function growth(
  work: (text: string) => unknown,
  shape: (size: number) => string,
  isWhole = true,
): Promise<Growth | null> {
  const times: number[] = []
  for (const [step, size] of (isWhole ? whole : small).entries()) {
    const took = await time(work, shape(size))
    times.push(took)
    const sixteenthTook = times[step - 2]
    if (sixteenthTook !== undefined && took > measurable && took > most * sixteenthTook)
      return { size, took, sixteenthTook }
  }
  return null
}

/** Of this thread's processor, whatever else the machine does. */
async function time(work: (text: string) => unknown, text: string): Promise<number> {
  const start = process.threadCpuUsage()
  await work(text)
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1000
}
