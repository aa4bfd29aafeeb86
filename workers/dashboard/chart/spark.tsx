import { line } from 'd3-shape'

type SparkProps = {
  /** Oldest first. */
  values: readonly number[]
  /** What it shows, for who does not see it. */
  label: string
}

const [width, height, edge] = [48, 16, 2]

/** A change of so much of the highest value fills the height: below it, a small change looks small. */
const leastSpan = 0.3

/** A curve the size of a word (E. Tufte's sparkline): steep where much has changed, and flat, in the middle, where nothing has. Straight from one value to the next: fifty of them stand in a list. */
export function Spark({ values, label }: SparkProps) {
  const top = Math.max(...values)
  if (values.length < 2 || top === 0) return null
  const bottom = Math.min(...values)
  const span = Math.max(top - bottom, top * leastSpan)
  const lowest = (top + bottom - span) / 2
  const points = values.map((value, index): [number, number] => [
    round(edge + (index / (values.length - 1)) * (width - 2 * edge)),
    round(height - edge - ((value - lowest) / span) * (height - 2 * edge)),
  ])
  const [x, y] = points.at(-1) ?? [0, 0]
  return (
    <svg class="spark" width={width} height={height} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={line().digits(1)(points) ?? ''} />
      <circle cx={x} cy={y} r="2" />
    </svg>
  )
}

const round = (place: number) => Math.round(place * 10) / 10
