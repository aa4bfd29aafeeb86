/** What stands at one place of a chart: when, and the values there. */
export type Reading = { at: string; value: string }

type ReadingsProps = {
  /** Of its chart, once a page. */
  name: string
  legend: string
  /** From left to right, at equal distances. */
  readings: readonly Reading[]
}

/**
 * The values of a chart under the pointer, the finger or the keyboard, without scripts: a radio button for each place, of
 * which the arrow keys choose one. One stop for the tabulator, however many places there are. Where they lie close, the table
 * beside the chart says the same.
 */
export function Readings({ name, legend, readings }: ReadingsProps) {
  if (readings.length < 2) return null
  return (
    <fieldset class="readings">
      <legend class="hidden">{legend}</legend>
      {readings.map(({ at, value }) => (
        <label>
          <input type="radio" name={`at-${name}`} />
          <span class="reading">
            {at} <b>{value}</b>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
