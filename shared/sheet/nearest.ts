import { slips } from '#shared/domain/slips.ts'

/** How many names to suggest. */
const most = 3

/** The names that `typed` is most likely a slip for, nearest first; none when nothing is close. */
export function nearest(typed: string, names: Iterable<readonly [key: string, name: string]>): string[] {
  const limit = Math.max(1, Math.floor(typed.length / 4))
  const close: { name: string; distance: number }[] = []
  for (const [key, name] of names) {
    const distance = isPart(typed, key) ? 1 : slips(typed, key, limit)
    if (distance <= limit) close.push({ name, distance })
  }
  return close
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name)
}

/** `roche sur yon` for `la roche sur yon`. */
function isPart(typed: string, key: string): boolean {
  const [short, long] = typed.length < key.length ? [typed, key] : [key, typed]
  return short.length >= 4 && ` ${long} `.includes(` ${short} `)
}
