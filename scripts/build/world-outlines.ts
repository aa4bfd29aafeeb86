import { countriesOfTheWorld, drawLands, mainland } from './land.ts'

/** Each country by its own outline. `tests/dashboard` keeps them in `workers/world/countries.json`. */
export async function drawCountries(): Promise<string> {
  const drawn = (await countriesOfTheWorld()).map((land) => [land.code, drawLands([mainland(land)])] as const)
  const lines = drawn.map(([code, { areas, ...about }]) => `"${code}":${JSON.stringify({ ...about, areas })}`)
  return `{\n${lines.join(',\n')}\n}\n`
}
