import { storageFault } from '#shared/db/storage-fault.ts'

const framesLogged = 3

/**
 * A bug. Its message, of however many lines, may hold what somebody typed: the log gets its kind and its place only. A fault of the disk or the file is none
 * of ours: its kind is enough.
 */
export function logFault(error: Error): void {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const place = frames.slice(0, framesLogged).join(' ').trim()
  // biome-ignore lint/suspicious/noConsole: the only log of the workers that have pages
  console.error('fault', storageFault(error) ?? `${error.name} ${place}`)
}
