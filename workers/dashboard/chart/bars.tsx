/** A part of a bar: how much, and the class that colours it. */
export type Segment = { amount: number; tone: string }
export type Bar = { label: string; href?: string | undefined; value: string; segments: readonly Segment[] }
export type Key = { tone: string; label: string }

export type BarsProps = {
  bars: readonly Bar[]
  /** What the longest possible bar stands for. */
  max: number
  keys: readonly Key[]
}

/** Horizontal bars under their labels. Their words and values are text, so only the bars themselves are drawn. */
export function Bars({ bars, max, keys }: BarsProps) {
  if (bars.length === 0) return null
  return (
    <>
      <ul class="bars">
        {bars.map(({ label, href, value, segments }) => (
          <li class="bar-row">
            <span class="bar-label">{href ? <a href={href}>{label}</a> : label}</span>
            <span class="bar-value">{value}</span>
            <svg class="length" width="100%" height="16" aria-hidden="true">
              {placed(segments, max).map(({ tone, from, width }) => (
                <rect class={tone} x={`${from}%`} y="1" width={`${width}%`} height="14" />
              ))}
            </svg>
          </li>
        ))}
      </ul>
      {keys.length > 1 && (
        <ul class="keys" aria-hidden="true">
          {keys.map(({ tone, label }) => (
            <li class="key">
              <svg width="18" height="14" aria-hidden="true">
                <rect class={tone} x="1" y="1" width="16" height="12" />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function placed(segments: readonly Segment[], max: number): { tone: string; from: number; width: number }[] {
  let from = 0
  return segments.flatMap(({ amount, tone }) => {
    if (amount === 0 || max === 0) return []
    const width = round((amount / max) * 100)
    const place = { tone, from: round(from), width }
    from += width
    return [place]
  })
}

function round(percentage: number): number {
  return Math.round(percentage * 100) / 100
}

/** The hatching that `.older` and the like are filled with, once a page. */
export function Hatching() {
  return (
    <svg class="hidden" width="1" height="1" aria-hidden="true">
      <pattern id="hatching" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="5" height="5" />
        <rect class="hatch-line" width="2" height="5" />
      </pattern>
    </svg>
  )
}
