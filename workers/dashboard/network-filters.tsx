import { addMonths } from '#shared/domain/round.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { monthOf } from './dates.ts'
import { type NetworkQuery, networkPath } from './network-query.ts'

type NetworkFiltersProps = {
  query: NetworkQuery
  language: Language
  places: readonly { region: string; departments: string[] }[]
  rounds: readonly { key: string }[]
}

const presets = [6, 12, 24, 60]

/** Where and when: each control has its place in the address. */
export function NetworkFilters({ query, language, places, rounds }: NetworkFiltersProps) {
  const { network: text, groups } = textIn(language).dashboard
  const { place, period, against } = query
  const months = [...new Set([...rounds.map(({ key }) => key), ...Object.values(period), ...Object.values(against)])]
  const options = months
    .sort()
    .reverse()
    .map((month) => [month, monthOf(month, language)] as const)
  const departments = places
    .filter(({ region }) => place.region === '' || region === place.region)
    .flatMap((one) => one.departments)
    .sort()
  return (
    <>
      <nav class="row" aria-label={text.presets}>
        {presets.map((length) => {
          const preset = { from: addMonths(period.until, 1 - length), until: period.until }
          return (
            <a href={networkPath({ place, period: preset })} aria-current={preset.from === period.from || undefined}>
              {text.lastMonths(length)}
            </a>
          )
        })}
      </nav>
      <form class="filters" method="get" action="/dashboard/network">
        <div class="choices">
          <Choice name="region" label={groups.part.region} value={place.region} any={groups.any}>
            {places.map(({ region }) => [region, region])}
          </Choice>
          <Choice name="department" label={groups.part.department} value={place.department} any={groups.any}>
            {departments.map((department) => [department, department])}
          </Choice>
        </div>
        <div class="choices pairs">
          <fieldset>
            <legend>{text.period}</legend>
            <div class="span">
              <Choice name="from" label={text.from} value={period.from}>
                {options}
              </Choice>
              <Choice name="until" label={text.until} value={period.until}>
                {options}
              </Choice>
            </div>
          </fieldset>
          <fieldset>
            <legend>{text.against}</legend>
            <div class="span">
              <Choice name="against_from" label={text.from} value={against.from}>
                {options}
              </Choice>
              <Choice name="against_until" label={text.until} value={against.until}>
                {options}
              </Choice>
            </div>
          </fieldset>
        </div>
        <div>
          <button type="submit">{groups.show}</button>
        </div>
      </form>
    </>
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
