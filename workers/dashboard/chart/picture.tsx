import { xmlText } from '#shared/domain/xml-text.ts'
import { showDay } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { MapAt, type MapKey, type MapProps, Point } from '../map/drawing.tsx'
import { type BarsProps, placed } from './bars.tsx'
import type { Figure } from './figure.tsx'
import { Curves, type LinesProps } from './lines.tsx'

type Source = { movement: string; day: string; language: Language }

const width = 900
const margin = 40
const barHeight = 34
const panel = { width: 270, height: 230, columns: 3 }
const mapSize = 500

/** Its own colours and letters: it stands alone, on paper or on a slide. */
const style = `
svg{overflow:visible}
text{font-family:system-ui,"Segoe UI",Roboto,"Liberation Sans",sans-serif;font-size:14px;fill:#20302c}
.title{font-family:Georgia,"Palatino Linotype",serif;font-size:24px;font-weight:600}.says{font-size:16px}.soft{fill:#55635e;font-size:13px}
.grid{stroke:#e7dfd1}.mark-line{stroke:#ded6c8;stroke-dasharray:2 4}.tick,.end{fill:#55635e}.end.now{fill:#20302c;font-weight:650}
path{fill:none;stroke:#c9c3b6;stroke-width:1.5}path.last{stroke:#7d8a84;stroke-width:2}path.now{stroke:#14604e;stroke-width:4}
circle{fill:#7d8a84}circle.now{fill:#14604e}
.band-month,.state-active{fill:#14604e}.band-quarter,.state-starting{fill:#5b9c86}.band-half,.state-asleep{fill:#b4d3c6}
.band-older{fill:#c96a45}.band-never{fill:#fff;stroke:#c96a45}
.land{fill:#fff;stroke:#c6bfb1;stroke-width:1}.inset{fill:#fbf7f0;stroke:#ded6c8}.spot{stroke:#fff;stroke-width:1}.town{fill:#20302c;stroke:#fff;stroke-width:3;paint-order:stroke}
.shade-1{fill:#e3ece9}.shade-2{fill:#b4ccc6}.shade-3{fill:#85ada3}.shade-4{fill:#518a7c}.shade-5{fill:#14604e}
.spot.month,.spot.answered{fill:#14604e}.spot.quarter{fill:#5b9c86}.spot.half{fill:#b4d3c6;stroke:#14604e}.spot.older,.spot.silent{fill:#c96a45;stroke:#20302c}
.spot.never,.spot.waiting{fill:#fff;stroke:#c96a45;stroke-width:2}.spot.unasked,.spot.unsaid{fill:#c9c3b6}
.spot.own-1{fill:#14604e}.spot.own-2{fill:#c96a45}.spot.own-3{fill:#2f5fa8}.spot.own-4{fill:#7b3f8c}.spot.own-5,.spot.own-6,.spot.own-7,.spot.own-more{fill:#fff;stroke-width:2}
.spot.own-5{stroke:#14604e}.spot.own-6{stroke:#c96a45}.spot.own-7{stroke:#2f5fa8}.spot.own-more{stroke:#7b3f8c}
.spot.size-1{fill:#dce8e4;stroke:#14604e}.spot.size-2{fill:#adc8bf}.spot.size-3{fill:#7da69a}.spot.size-4{fill:#4a8676}.spot.size-5{fill:#14604e}`

/** A figure as a picture of its own (SVG 2): what it says, the drawing, how it is counted, and of whom and when it is. */
export function picture(figure: Figure, { movement, day, language }: Source): string {
  const says = wrapped(figure.says, 105)
  const counted = [...wrapped(figure.counted, 125), `${movement}, ${showDay(day, language)}`]
  const top = 80 + says.length * 22
  const drawn = Drawn({ figure, top })
  const bottom = top + drawn.height + 34
  const height = bottom + counted.length * 19 + 16
  const svg = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      lang={language}
    >
      <title>{figure.title}</title>
      <style>{style}</style>
      <rect width={width} height={height} fill="#fbf7f0" />
      <text class="title" x={margin} y="52">
        {figure.title}
      </text>
      {says.map((line, index) => (
        <text class="says" x={margin} y={84 + index * 22}>
          {line}
        </text>
      ))}
      {drawn.markup}
      {counted.map((line, index) => (
        <text class="soft" x={margin} y={bottom + index * 19}>
          {line}
        </text>
      ))}
    </svg>
  )
  return xmlText(svg.toString())
}

function Drawn({ figure: { drawn }, top }: { figure: Figure; top: number }) {
  if (drawn?.kind === 'bars') return { height: heightOf(drawn.bars), markup: <BarRows {...drawn.bars} top={top} /> }
  if (drawn?.kind === 'panels') {
    const rows = Math.ceil(drawn.panels.length / panel.columns)
    const markup = drawn.panels.map(({ title, lines }, index) => {
      const x = margin + (index % panel.columns) * (panel.width + 10)
      const y = top + Math.floor(index / panel.columns) * panel.height
      return (
        <>
          <text x={x} y={y + 14} font-weight="600">
            {title}
          </text>
          <CurvesAt lines={lines} x={x + 50} y={y + 22} width={panel.width - 50} height={panel.height - 50} />
        </>
      )
    })
    return { height: rows * panel.height, markup }
  }
  if (drawn?.kind === 'map') return { height: mapSize, markup: <MapWithKeys {...drawn} top={top} /> }
  if (drawn === null) return { height: 0, markup: null }
  return {
    height: 340,
    markup: <CurvesAt lines={drawn.lines} x={margin + 60} y={top} width={width - 2 * margin - 60} height={340} />,
  }
}

type MapWithKeysProps = { map: MapProps; keys: readonly MapKey[]; top: number }

function MapWithKeys({ map, keys, top }: MapWithKeysProps) {
  return (
    <>
      <MapAt map={map} place={{ x: margin, y: top, width: mapSize, height: mapSize }} />
      {keys.map((key, index) => (
        <MapKeyAt {...key} x={margin + mapSize + 30} y={top + 30 + index * 44} />
      ))}
    </>
  )
}

function MapKeyAt({ mark, label, value, x, y }: MapKey & { x: number; y: number }) {
  return (
    <>
      {'shade' in mark ? (
        <rect class={`land ${mark.shade}`} x={x} y={y - 13} width="20" height="15" />
      ) : (
        <Point spot={{ x: x + 10, y: y - 5 }} mark={mark.spot} size={7} />
      )}
      {wrapped(label, 32).map((line, index) => (
        <text x={x + 32} y={y + index * 18}>
          {line}
        </text>
      ))}
      <text x={width - margin} y={y} text-anchor="end" font-weight="600">
        {value}
      </text>
    </>
  )
}

type CurvesProps = { lines: LinesProps; x: number; y: number; width: number; height: number }

function CurvesAt({ lines, ...place }: CurvesProps) {
  return (
    <svg {...place} overflow="visible" aria-hidden="true">
      <Curves {...lines} />
    </svg>
  )
}

const keysHeight = 30
const heightOf = ({ bars, keys }: BarsProps) => bars.length * barHeight + (keys.length > 1 ? keysHeight : 0)

/** From the left: the name, the bar, the value. */
const column = { bar: 290, bars: 430, value: width - margin }

function BarRows({ bars, keys, max, top }: BarsProps & { top: number }) {
  return (
    <>
      {bars.map(({ label, value, segments }, index) => {
        const y = top + index * barHeight
        return (
          <>
            <text x={margin} y={y + 20}>
              {label}
            </text>
            {placed(segments, max).map(({ tone, from, width: part }) => (
              <rect
                class={tone}
                x={column.bar + (from / 100) * column.bars}
                y={y + 6}
                width={(part / 100) * column.bars}
                height="20"
              />
            ))}
            <text x={column.value} y={y + 20} text-anchor="end">
              {value}
            </text>
          </>
        )
      })}
      {keys.length > 1 &&
        keys.map(({ tone, label }, index) => (
          <>
            <rect class={tone} x={margin + index * 165} y={top + bars.length * barHeight + 10} width="16" height="12" />
            <text class="soft" x={margin + 22 + index * 165} y={top + bars.length * barHeight + 21}>
              {label}
            </text>
          </>
        ))}
    </>
  )
}

/** Lines of a text, of so many characters at most: SVG breaks none by itself. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/[ \n]/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= most) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
