/** Chance that begins anew with its seed: the same seed makes the same requests. */
export type Random = {
  /** From 0, below a whole number. */
  below: (limit: number) => number
  pick: <Item>(items: readonly Item[]) => Item
  /** True so often, from 0 to 1. */
  chance: (share: number) => boolean
  /** So many of what `make` makes. */
  several: <Item>(least: number, most: number, make: () => Item) => Item[]
}

/** Mulberry32 (Tommy Ettinger): 32 bits of state, good enough to choose requests by. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    chance: (share) => next() < share,
    several: (least, most, make) => Array.from({ length: least + below(most - least + 1) }, make),
  }
}
