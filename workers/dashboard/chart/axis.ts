/** What a value axis counts: things, parts of a whole (0 to 1), or days. */
export type Measure = 'count' | 'share' | 'days'

export type Axis = { top: number; ticks: readonly number[] }

/** Tops that can be halved, within a power of ten: close enough above any value that a line fills its drawing. */
const tops: Readonly<Record<Measure, readonly number[]>> = {
  count: [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10],
  days: [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10],
  share: [0.2, 0.4, 0.6, 0.8, 1],
}

/** A value axis from zero to just above the highest value, with at most `most` values written on it. */
export function axisFor(highest: number, measure: Measure, most: 2 | 4): Axis {
  const top = topAbove(highest, measure)
  const parts = Array.from({ length: most }, (_, index) => (top * (index + 1)) / most)
  // Half a group is none: there only the top is written
  const ticks = measure === 'count' && parts.some((tick) => !Number.isInteger(tick)) ? [top] : parts
  return { top, ticks: [0, ...ticks] }
}

function topAbove(highest: number, measure: Measure): number {
  if (measure === 'share') return tops.share.find((top) => top >= highest) ?? 1
  const power = Math.max(1, 10 ** Math.floor(Math.log10(Math.max(highest, 1))))
  const within = tops[measure].find((top) => top * power >= highest) ?? 10
  const top = Math.round(within * power * 10) / 10
  return measure === 'count' ? Math.ceil(top) : top
}
