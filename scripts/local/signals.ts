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
    if (process.env.npm_lifecycle_event !== undefined) whenLeftAlone(resolve)
  })
}

/** npm starts a shell that starts us. Such a shell ends by npm's signal without handing it on: its end is the signal. */
function whenLeftAlone(end: () => void): void {
  // It may have ended while this program was still getting ready
  const shell = Number(process.env.RELANCE_SHELL ?? process.ppid)
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    end()
  }, 500)
  timer.unref()
}
