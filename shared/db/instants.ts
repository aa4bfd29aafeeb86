// A machine's clock that was ahead, and was set right, has left instants behind that nothing here would have planned: what waits for one
// of these waits no more. Parameters are instants as `toISOString` writes them.

const later = (now: string, by: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', ${now}, '${by}')`

/**
 * SQL: whether this row of `mail` waits for an instant that nobody planned. What was tried, or was asked for, waits for a day at most; news, for people
 * of many groups, for a few days.
 */
export function isAhead(now: string): string {
  return `(
    state = 'pending'
    AND stream IN ('transactional', 'bulk', 'named')
    AND due_at > ${later(now, '+25 hours')}
    AND (due_at > ${later(now, '+7 days')} OR attempts > 0 OR stream = 'transactional')
  )`
}

/** SQL: whether the lease of this row of `mail` has run out: none is for as long as an hour. */
export function isLeaseOver(now: string): string {
  return `(lease_until <= ${now} OR lease_until > ${later(now, '+1 hour')})`
}

/** SQL: whether an instant, of at most a day from now, is still to come. */
export function isToCome(instant: string, now: string): string {
  return `(${instant} > ${now} AND ${instant} < ${later(now, '+25 hours')})`
}
