const bytes = new TextEncoder()
/** Bytes of people's words that a page holds beside its frame and its forms. */
const room = 30_000

/** How many of these a page holds, by the words of each: the first in any case, and `most`. People fill what they may, of which some is long. */
export function fitsOnPage<Item>(items: readonly Item[], wordsOf: (item: Item) => string, most: number): number {
  let left = room
  for (const [index, item] of items.entries()) {
    left -= bytes.encode(wordsOf(item)).length
    if (index === most || (left < 0 && index > 0)) return index
  }
  return items.length
}
