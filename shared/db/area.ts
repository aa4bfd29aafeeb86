/** A part of the network; '' is all of it. */
export type Area = {
  region: string
  department: string
  /** All regions of a country, where none of them is chosen: figures are added up by region. */
  regions?: readonly string[]
}

// Said only where it narrows: with `?1 = '' OR` before it, the table is read from end to end
export function inRegion(column: string, { region, regions }: Area, parameter = '?1'): string {
  if (region) return `${column} = ${parameter}`
  return regions ? `${column} IN (SELECT value FROM json_each(${parameter}))` : `${parameter} = ''`
}

/** The value of that parameter. */
export function regionParameter({ region, regions }: Area): string {
  return region || (regions ? JSON.stringify(regions) : '')
}
