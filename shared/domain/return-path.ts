import { Problem } from './problem.ts'

/** Longer than any address of a page of ours. */
const longest = 2000

/**
 * Where a form or a cookie asks to be led back to: a page at `home` or below it, else `home` itself. It is written as addresses are, so that it may stand in a
 * header. @throws Problem when it holds what no browser sends.
 */
export function returnPath(asked: string, home: string): string {
  if (asked.length > longest) return home
  if (/\p{Cc}/u.test(asked)) throw new Problem('request_unreadable')
  const base = 'http://relance.invalid'
  const url = URL.parse(asked, base)
  if (url?.origin !== base) return home
  // A path that went up (`..`) is judged by where it arrived
  const isWithin = url.pathname === home || url.pathname.startsWith(`${home}/`)
  return isWithin ? url.pathname + url.search : home
}
