/** `Retry-After` in seconds (RFC 9110 §10.2.3); as a date, or as anything else, it is not heard. */
export function secondsIn(retryAfter: string | null | undefined): number | null {
  return retryAfter && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null
}
