/** What a setting becomes when a change of it is taken back, or that somebody has changed the same since. */
export type Undone = { value: unknown } | 'overtaken'

/** Of a list of things that have a key, only what the change did to each is taken back: what became of the others since stays. */
export function undoSetting(change: { before: unknown; after: unknown }, now: unknown): Undone {
  const { before, after } = change
  if (isSame(now, after)) return { value: before }
  const lists = [before ?? [], after ?? [], now ?? []].map(keyed)
  const [earlier, later, current] = lists
  if (!earlier || !later || !current) return 'overtaken'
  const keys = new Set([...earlier.keys(), ...later.keys()])
  const touched = [...keys].filter((key) => !isSame(earlier.get(key), later.get(key)))
  if (touched.length === 0 || touched.some((key) => !isSame(current.get(key), later.get(key)))) return 'overtaken'
  const whole = new Map(current)
  for (const key of touched) {
    const item = earlier.get(key)
    if (item === undefined) whole.delete(key)
    else whole.set(key, item)
  }
  return { value: [...whole.values()] }
}

/** The items of a list by what tells them apart; null of what is no such list. */
function keyed(value: unknown): Map<string, unknown> | null {
  if (!Array.isArray(value)) return null
  const entries = value.map((item) => [nameOf(item), item] as const)
  return entries.every(([name]) => name !== null) ? new Map(entries as [string, unknown][]) : null
}

function nameOf(item: unknown): string | null {
  if (typeof item === 'string') return item
  if (typeof item !== 'object' || item === null || !('key' in item)) return null
  return 'section' in item ? `${item.section}.${item.key}` : `.${item.key}`
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
