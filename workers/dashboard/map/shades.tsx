import { type ScaleQuantize, scaleQuantize } from 'd3-scale'
import type { DepartmentShare } from '#shared/db/map.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { shareIn } from './tally.ts'

const classes = ['shade-1', 'shade-2', 'shade-3', 'shade-4', 'shade-5']
/** The ends of the scale are multiples of this, so that they read as round numbers. */
const step = 0.05

type Scale = ScaleQuantize<string>

/** Five shades between the smallest share and the largest: over all shares there could be, departments would look alike. */
export function shadeScale(shares: readonly DepartmentShare[]): Scale {
  const known = shares.map((one) => shareIn([one])).filter((share) => share !== null)
  const from = Math.floor(Math.min(...known, 1) / step) * step
  const until = Math.max(Math.ceil(Math.max(...known, 0) / step) * step, from + step)
  return scaleQuantize([from, until], classes)
}

/** The shade of each area of which something is known, by its code. */
export function shadesOf(
  shares: readonly DepartmentShare[],
  scale: Scale,
  areaOf: (share: DepartmentShare) => string,
): Map<string, string> {
  return new Map(
    [...Map.groupBy(shares, areaOf)].flatMap(([code, own]): [string, string][] => {
      const share = shareIn(own)
      return share === null ? [] : [[code, scale(share)]]
    }),
  )
}

/** What each shade stands for, in words. */
export function shadeKeys(scale: Scale, language: Language, movement: OwnWords): { shade: string; label: string }[] {
  const { percent, map: text } = textIn(language, movement).dashboard
  return classes.map((shade) => {
    const [from, until] = scale.invertExtent(shade)
    return { shade, label: text.fromTo(percent(from), percent(until)) }
  })
}

export function ShadeKeys({ scale, language, movement }: { scale: Scale; language: Language; movement: OwnWords }) {
  const text = textIn(language, movement).dashboard.map
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{text.keys}</h2>
      <ul class="shades">
        {shadeKeys(scale, language, movement).map(({ shade, label }) => (
          <li class="key">
            <svg width="18" height="14" aria-hidden="true">
              <rect class={`land ${shade}`} x="1" y="1" width="16" height="12" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </section>
  )
}
