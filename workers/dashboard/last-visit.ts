import { readOwnCookie, setOwnCookie } from '#workers/own-cookie.ts'
import type { DashboardContext } from './env.ts'

const cookieName = 'relance_visit'
const hour = 3_600_000
/** Pages that are looked at within this time are one visit. */
const pause = 3 * hour
/** Whoever never came, or not for long, is told of a week. */
const week = 7 * 24 * hour
const longest = 60 * 24 * hour

/**
 * When this person's last visit ended, as their browser remembers it: the dashboard writes nothing. The cookie holds when the
 * visit before this one ended and when this one was last seen.
 */
export function lastVisit(context: DashboardContext): Date {
  const now = context.var.now.getTime()
  const [before = Number.NaN, seen = Number.NaN] = (readOwnCookie(context, cookieName) ?? '').split('.').map(read)
  const isKnown = before < seen && seen <= now && now - before < longest
  const since = !isKnown ? now - week : now - seen > pause ? seen : before
  const value = `${since.toString(36)}.${now.toString(36)}`
  setOwnCookie(context, cookieName, value, longest / 1000)
  return new Date(since)
}

function read(text: string): number {
  return /^[0-9a-z]{6,11}$/.test(text) ? Number.parseInt(text, 36) : Number.NaN
}
