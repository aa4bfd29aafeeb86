const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** npm hands a terminal's Ctrl-C on to us, which has it already: two signals within this many milliseconds are one. */
const echo = 500

/** Settles at the first signal that asks to end; `again` is called at the next one. */
export function askedToEnd(again: () => void): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null
    const react = () => {
      if (first === null) {
        first = performance.now()
        resolve()
      } else if (performance.now() - first > echo) again()
    }
    for (const signal of signals) process.on(signal, react)
  })
}
