import { scaleLinear } from 'd3-scale'
import { curveMonotoneX, line } from 'd3-shape'
import { axisFor, type Measure } from './axis.ts'
import { type Reading, Readings } from './readings.tsx'

export type ChartPoint = { x: number; y: number }
export type ChartLine = {
  points: readonly ChartPoint[]
  /** `now` is what the chart is about, `last` what it is compared with, `past` the background. */
  tone: 'now' | 'last' | 'past'
  /** Stands at the line's end. */
  label?: string
}

export type LinesProps = {
  lines: readonly ChartLine[]
  maxX: number
  measure: Measure
  /** Moments worth a word, from left to right. */
  marks: readonly { x: number; label: string }[]
  showY: (y: number) => string
  /** What the drawing shows, for who does not see it. */
  label: string
  /** Its name in the page, and what stands at each place from the first to the last. */
  name: string
  readings: readonly Reading[]
  isSmall?: boolean
}

// Texts keep their size at any width and height: they stand in the outer drawing at percentages, and only the inner one stretches.
// The values stand left of it, in its padding.
const plot = { top: 9, height: 78 }
/** Of the drawing's width: the rest is for the words at the ends of lines. */
const plotWidth = { large: 82, small: 78 }
/** Of the drawing's height, what a line of text takes. */
const textHeight = 8

/** Lines over time, with their values. The value axis begins at zero. */
export function Lines(props: LinesProps) {
  return (
    <div class={props.isSmall ? 'plot small' : 'plot'}>
      <Curves {...props} />
      <Readings name={props.name} legend={props.label} readings={props.readings} />
    </div>
  )
}

export function Curves({ lines, maxX, measure, marks, showY, label, isSmall }: LinesProps) {
  const highest = Math.max(...lines.flatMap(({ points }) => points.map(({ y }) => y)), 0)
  const { top, ticks } = axisFor(highest, measure, isSmall ? 2 : 4)
  const width = isSmall ? plotWidth.small : plotWidth.large
  const across = scaleLinear([0, maxX], [0, 100])
  const up = scaleLinear([0, top], [100, 0])
  const path = line<ChartPoint>(
    ({ x }) => across(x),
    ({ y }) => up(y),
  ).curve(curveMonotoneX)
  const placeX = (x: number) => percentage((across(x) * width) / 100)
  const placeY = (y: number) => plot.top + (up(y) * plot.height) / 100
  const bottom = percentage(plot.top + plot.height)
  return (
    <svg class={isSmall ? 'curves low' : 'curves'} role="img" aria-label={label} width="100%">
      {ticks.map((tick) => (
        <>
          <line class="grid" x1="0" x2="100%" y1={percentage(placeY(tick))} y2={percentage(placeY(tick))} />
          {tick > 0 && (
            <text class="tick" x="-8" y={percentage(placeY(tick))} dy="5" text-anchor="end">
              {showY(tick)}
            </text>
          )}
        </>
      ))}
      {marks.map((mark) => (
        <>
          <line class="mark-line" x1={placeX(mark.x)} x2={placeX(mark.x)} y1={percentage(plot.top)} y2={bottom} />
          <text class="tick" x={placeX(mark.x)} y={bottom} dy="18" text-anchor={mark.x === 0 ? 'start' : 'middle'}>
            {mark.label}
          </text>
        </>
      ))}
      <svg
        x="0"
        y={percentage(plot.top)}
        width={percentage(width)}
        height={percentage(plot.height)}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        overflow="visible"
        aria-hidden="true"
      >
        {lines.map(({ points, tone }) => (
          <path class={tone} d={path([...points]) ?? ''} vector-effect="non-scaling-stroke" />
        ))}
      </svg>
      {endLabels(lines, placeY).map(({ text, tone, end, y }) => (
        <>
          <circle class={tone} cx={placeX(end.x)} cy={percentage(placeY(end.y))} r={tone === 'now' ? 5 : 3} />
          <text class={`end ${tone}`} x={placeX(end.x)} y={percentage(y)} dx="10" dy="5">
            {text}
          </text>
        </>
      ))}
    </svg>
  )
}

function percentage(part: number): string {
  return `${Math.round(part * 100) / 100}%`
}

type EndLabel = { text: string; tone: ChartLine['tone']; end: ChartPoint; y: number }

/** The words at the ends of lines, moved apart where they would lie on each other. */
function endLabels(lines: readonly ChartLine[], placeY: (y: number) => number): EndLabel[] {
  const labels = lines.flatMap(({ label, tone, points }) => {
    const end = points.at(-1)
    return label && end ? [{ text: label, tone, end, y: placeY(end.y) }] : []
  })
  const placed: EndLabel[] = []
  for (const item of labels.sort((a, b) => a.y - b.y)) {
    const above = placed.filter(({ end }) => Math.abs(end.x - item.end.x) < 4).at(-1)
    placed.push({ ...item, y: above ? Math.max(item.y, above.y + textHeight) : item.y })
  }
  return placed
}
