type Limits = { month: string; quarter: string; half: string }

/** Counts of rows by how long ago `at` is (SQL), each band by the parameter of the day that it begins with. */
export function bandColumns(at: string, { month, quarter, half }: Limits): string {
  return `
    count(*) FILTER (WHERE ${at} >= ${month}) AS month,
    count(*) FILTER (WHERE ${at} >= ${quarter} AND ${at} < ${month}) AS quarter,
    count(*) FILTER (WHERE ${at} >= ${half} AND ${at} < ${quarter}) AS half,
    count(*) FILTER (WHERE ${at} < ${half}) AS older,
    count(*) FILTER (WHERE ${at} IS NULL) AS never`
}
