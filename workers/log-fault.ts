const framesLogged = 3

/** A bug. Its message, of however many lines, may hold what somebody typed: the log gets its kind and its place only. */
export function logFault(error: Error): void {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  // biome-ignore lint/suspicious/noConsole: the only log of the workers that have pages
  console.error('fault', error.name, frames.slice(0, framesLogged).join(' ').trim())
}
