import { editDistance } from '#shared/domain/edit-distance.ts'

/** How many names to suggest. */
const most = 3
/** Longer than any name: nothing is close. */
const longest = 200

/** The names that `typed` is most likely a slip for, nearest first; none when nothing is close. */
export function nearest(typed: string, names: Iterable<readonly [key: string, name: string]>): string[] {
  if (typed.length > longest) return []
  const limit = Math.max(1, Math.floor(typed.length / 4))
  const close: Near[] = []
  for (const [key, name] of names) {
    const distance = isPart(typed, key) ? 1 : editDistance(typed, key, limit)
    if (distance <= limit) keep(close, { name, distance })
  }
  return close.map(({ name }) => name)
}

type Near = { name: string; distance: number }

/** Puts one among the nearest, where it is one of them: all of a network may be called alike. */
function keep(nearest: Near[], one: Near): void {
  const at = nearest.findIndex((other) => isNearer(one, other))
  if (at >= 0) nearest.splice(at, 0, one)
  else nearest.push(one)
  if (nearest.length > most) nearest.pop()
}

function isNearer(a: Near, b: Near): boolean {
  return a.distance === b.distance ? a.name.localeCompare(b.name) < 0 : a.distance < b.distance
}

/** `roche sur yon` for `la roche sur yon`. */
function isPart(typed: string, key: string): boolean {
  const [short, long] = typed.length < key.length ? [typed, key] : [key, typed]
  return short.length >= 4 && ` ${long} `.includes(` ${short} `)
}
