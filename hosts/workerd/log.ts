/** A line of workerd: a worker's own `console`, or the runtime's (which has a source). */
type Line = { level?: string; message?: string; source?: string }

/**
 * Passes on what workers say. What the runtime says of their faults holds the error's words, and these may hold what
 * somebody typed: only its place is kept. `isQuiet` leaves out what is no trouble.
 */
export function logLine(text: string, isQuiet = false): void {
  const line = parseLine(text)
  if (line === null) {
    console.error('workerd', text.slice(0, 200))
  } else if (line.source !== undefined) {
    if (line.level === 'error') console.error('workerd', kindOf(line.message ?? ''), line.source)
  } else if (line.level === 'error' || line.level === 'warn') console.error(line.message)
  else if (!isQuiet) console.log(line.message)
}

function parseLine(text: string): Line | null {
  try {
    return JSON.parse(text) as Line
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** `remote.jsg.TypeError`, `disconnected`: the kind of an exception without its words. */
function kindOf(message: string): string {
  return /\b(?:remote\.)?jsg\.\w+|\bdisconnected\b|\boverloaded\b/.exec(message)?.[0] ?? 'fault'
}
