/** The kind of a fault and where it was, without its words, which may hold what somebody typed. */
export function logHostFault(error: unknown): void {
  const [place = ''] = error instanceof Error ? (error.stack?.match(/^ +at .*$/m) ?? []) : []
  console.error('relance', error instanceof Error ? error.name : typeof error, place.trim())
}
