/** A number that a cell says roughly, and what was understood; null when it says none, or says it plainly. */
export function roughNumber(cell: string): number | null {
  const text = cell.trim().replace(/(?<=\d)[\s\u202f](?=\d{3}(?!\d))/g, '')
  if (text.length > 40) return null
  const whole = /^(\d{1,9})[.,]0{1,3}$/.exec(text)
  if (whole) return Number(whole[1])
  const open =
    /^(?:\+|>|≥|>=|<|≤|plus de |moins de |over |under )?\s?(\d{1,9})\s?(?:\+|et plus|ou plus|and more|or more)?$/i.exec(
      text,
    )
  if (open) return Number(open[1])
  const range =
    /^(?:entre |de |between |from )?(\d{1,9})\s?(?:-|–|—|à|a|\/|et|ou|to|and|or)\s?(\d{1,9})(?: (?:personnes|membres|people|members))?$/i.exec(
      text,
    )
  if (!range) return null
  const [low, high] = [Number(range[1]), Number(range[2])]
  return low <= high ? Math.floor((low + high) / 2) : null
}

/** A number that a spreadsheet has shortened: `6,12E+08` lost its last digits. */
export function isShortened(cell: string): boolean {
  return /^[+-]?\d{1,3}(?:[.,]\d{1,15})?E\+?\d{1,3}$/i.test(cell.trim())
}
