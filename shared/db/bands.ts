type Limits = { month: string; quarter: string; half: string }

/** Counts of rows by how long ago `checked_at` is, each band by the parameter of the day that it begins with. */
export function bandColumns({ month, quarter, half }: Limits): string {
  return `
    count(*) FILTER (WHERE checked_at >= ${month}) AS month,
    count(*) FILTER (WHERE checked_at >= ${quarter} AND checked_at < ${month}) AS quarter,
    count(*) FILTER (WHERE checked_at >= ${half} AND checked_at < ${quarter}) AS half,
    count(*) FILTER (WHERE checked_at < ${half}) AS older,
    count(*) FILTER (WHERE checked_at IS NULL) AS never`
}
