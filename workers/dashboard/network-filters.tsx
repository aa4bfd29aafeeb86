import type { Period } from '#shared/domain/period.ts'
import { addMonths } from '#shared/domain/round.ts'
import type { Movement } from '#shared/movement.ts'
import { countryName } from '#shared/record/country-formats.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { departmentOptions } from '#workers/team/group-filters.tsx'
import { monthName } from './dates.ts'
import { type NetworkQuery, networkPath } from './network-query.ts'

type NetworkFiltersProps = {
  movement: Pick<Movement, 'countries' | 'nouns' | 'sentences'>
  query: NetworkQuery
  language: Language
  places: readonly { region: string; departments: string[] }[]
  rounds: readonly { key: string }[]
}

const presets = [6, 12, 24, 60]

/** Where and when: each control has its place in the address. */
export function NetworkFilters({ movement, query, language, places, rounds }: NetworkFiltersProps) {
  const { network: text, groups } = textIn(language, movement).dashboard
  const { countries } = movement
  const { country, place, period, against, chosen } = query
  const months = [...new Set([...rounds.map(({ key }) => key), ...Object.values(period), ...Object.values(against)])]
  const options = months
    .sort()
    .reverse()
    .map((month) => [month, monthName(month, language)] as const)
  const offered = places.filter(({ region }) => !place.regions || place.regions.includes(region))
  const departments = departmentOptions(
    countries,
    offered.filter(({ region }) => place.region === '' || region === place.region),
    language,
  )
  return (
    <>
      <nav class="row" aria-label={text.presets}>
        {presets.map((length) => {
          const preset = { from: addMonths(period.until, 1 - length), until: period.until }
          return (
            <a
              href={networkPath({ country, place, period: preset, chosen: chosen && sameLength(chosen, length) })}
              aria-current={preset.from === period.from || undefined}
            >
              {text.lastMonths(length)}
            </a>
          )
        })}
      </nav>
      <form class="filters" method="get" action="/dashboard/network">
        <div class="choices">
          {countries.length > 1 && (
            <Choice name="country" label={groups.part.country} value={country} any={groups.anyOf.country}>
              {countries.map((code) => [code, countryName(code, language)])}
            </Choice>
          )}
          <Choice name="region" label={groups.part.region} value={place.region} any={groups.anyOf.region}>
            {offered.map(({ region }) => [region, region])}
          </Choice>
          <Choice
            name="department"
            label={groups.part.department}
            value={place.department}
            any={groups.anyOf.department}
          >
            {departments}
          </Choice>
        </div>
        <div class="choices pairs">
          <Span
            legend={text.period}
            prefix=""
            period={period}
            options={options}
            language={language}
            movement={movement}
          />
          <Span
            legend={text.against}
            prefix="against_"
            period={against}
            options={options}
            language={language}
            movement={movement}
          />
        </div>
        <div>
          <button type="submit">{groups.show}</button>
        </div>
      </form>
    </>
  )
}

/** The same last month, so many months long: periods of one length compare. */
function sameLength({ until }: Period, months: number): Period {
  return { from: addMonths(until, 1 - months), until }
}

type Options = ChoiceProps['children']
type SpanProps = {
  legend: string
  prefix: '' | 'against_'
  period: Period
  options: Options
  language: Language
  movement: OwnWords
}

function Span({ legend, prefix, period, options, language, movement }: SpanProps) {
  const { network: text } = textIn(language, movement).dashboard
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="span">
        {(['from', 'until'] as const).map((end) => (
          <Choice name={`${prefix}${end}`} label={text[end]} value={period[end]}>
            {options}
          </Choice>
        ))}
      </div>
    </fieldset>
  )
}

type ChoiceProps = {
  name: string
  label: string
  value: string
  /** The words for not choosing. */
  any?: string
  children: readonly (readonly [value: string, label: string])[]
}

function Choice({ name, label, value, any, children }: ChoiceProps) {
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {any && <option value="">{any}</option>}
        {children.map(([option, words]) => (
          <option value={option} selected={option === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
