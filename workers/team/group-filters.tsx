import { answerChoices } from '#shared/domain/answer-choices.ts'
import { byNameIn, departmentName } from '#shared/domain/departments.ts'
import {
  ageFilters,
  everything,
  type GroupFilter,
  type GroupSort,
  unknownPlace,
  writeFilter,
} from '#shared/domain/group-filter.ts'
import { type GroupState, groupStates } from '#shared/record/sections/identity.ts'
import type { Sections } from '#shared/record/sections.ts'
import { showDay, showMonth } from '#shared/record/show.ts'
import { colonIn, labelled } from '#shared/text/colon.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

export type Option = readonly [value: string, label: string]
type Places = readonly { region: string; departments: string[] }[]

/** A list of groups as its address has it: which, in what order, and what of each. */
type FilteredView = { filter: GroupFilter; sort: GroupSort; isDescending: boolean; columns: readonly string[] }
type FiltersProps = {
  /** The address of the page, without its filter. */
  action: string
  countries: readonly string[]
  view: FilteredView
  sections: Sections
  language: Language
  places: Places
  /** Columns to choose from. */
  columns: readonly Option[]
}

/** The question that a list answers, as a form of which every control has a place in the address. */
export function Filters({ action, countries, view, sections, language, places, columns }: FiltersProps) {
  const text = textIn(language, sections).dashboard.groups
  const { filter } = view
  const shown = choices(sections, language, places, countries)
  return (
    <form class="filters" method="get" action={action}>
      <div class="search">
        <label for="text">{text.search}</label>
        <input type="search" id="text" name="text" value={filter.text} autocomplete="off" spellcheck={false} />
        <button type="submit">{text.find}</button>
      </div>
      <details>
        <summary>{text.filter}</summary>
        <div class="choices">
          {shown.map(({ name, options }) => (
            <div>
              <label for={name}>{text.part[name]}</label>
              <select id={name} name={name}>
                {options.map(([value, label]) => (
                  <option value={value} selected={value === firstValue(filter, name)}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
          ))}
          <AnswerSelects view={view} sections={sections} language={language} />
        </div>
        <Picks
          name="state"
          legend={text.part.state}
          options={optionsOf('state', sections, language)}
          picked={filter.state}
        />
        {columns.length > 0 && <Picks name="column" legend={text.columns} options={columns} picked={view.columns} />}
        {withoutControl(view, shown).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {view.sort !== 'name' && <input type="hidden" name="sort" value={view.sort} />}
        {view.isDescending && <input type="hidden" name="order" value="desc" />}
        <button type="submit">{text.show}</button>
      </details>
    </form>
  )
}

/** One choice for each own question that has options; they share a name in the address. */
function AnswerSelects({ view, sections, language }: Pick<FiltersProps, 'view' | 'sections' | 'language'>) {
  const { any } = textIn(language, sections).dashboard.groups
  const selects = answerChoices(sections).map(({ key, label, options }) => (
    <div>
      <label for={`answer-${key}`}>{label[language]}</label>
      <select id={`answer-${key}`} name="answer">
        <option value="">{any}</option>
        {options.map(([value, option]) => (
          <option value={value} selected={view.filter.answer.includes(value)}>
            {option[language]}
          </option>
        ))}
      </select>
    </div>
  ))
  return <>{selects}</>
}

type PicksProps = { name: string; legend: string; options: readonly Option[]; picked: readonly string[] }

/** Of which several may be chosen. */
function Picks({ name, legend, options, picked }: PicksProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="row">
        {options.map(([value, label]) => (
          <label class="pick" for={`${name}-${value}`}>
            <input type="checkbox" id={`${name}-${value}`} name={name} value={value} checked={picked.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What other pages filter by, and this form does not ask: it stays when the form is sent. */
function withoutControl({ filter }: FilteredView, shown: readonly { name: string }[]): [string, string][] {
  const asked = new Set(['text', 'state', 'answer', ...shown.map(({ name }) => name)])
  return [...writeFilter(filter)].filter(([name]) => !asked.has(name))
}

type ActiveFiltersProps = Pick<FiltersProps, 'countries' | 'sections' | 'language'> & {
  filter: GroupFilter
  /** The address of the same list with another filter. */
  pathOf: (filter: GroupFilter) => string
}

/** What is being filtered by, each part with the way to let it go. */
export function ActiveFilters({ countries, filter, pathOf, sections, language }: ActiveFiltersProps) {
  const text = textIn(language, sections).dashboard.groups
  const parts = activeParts(filter)
  if (parts.length === 0) return null
  return (
    <ul class="chips">
      {parts.map((name) => (
        <li>
          <a href={pathOf({ ...filter, [name]: everything[name] })}>
            <span class="hidden">{text.without} </span>
            {name === 'department' && filter.department !== unknownPlace
              ? inWords(text.part.department, departmentName(countries, filter.department), language)
              : partInWords(filter, name, sections, language)}
            <span aria-hidden="true"> ×</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

export function isNarrowed(filter: GroupFilter): boolean {
  return activeParts(filter).length > 0
}

function activeParts(filter: GroupFilter): (keyof GroupFilter)[] {
  return [...new Set(writeFilter(filter).keys())] as (keyof GroupFilter)[]
}

function firstValue(filter: GroupFilter, name: keyof GroupFilter): string {
  const value = filter[name]
  return value === 0 ? '' : String(value)
}

function partInWords(filter: GroupFilter, name: keyof GroupFilter, sections: Sections, language: Language): string {
  const text = textIn(language, sections).dashboard.groups
  const value = filter[name]
  if (name === 'region' && filter.region !== unknownPlace) return inWords(text.part.region, filter.region, language)
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
    return inWords(text.part[name], showDay(value, language), language)
  const words = (one: string) => optionsOf(name, sections, language).find(([option]) => option === one)?.[1] ?? one
  if (name === 'round') return inWords(text.part.round, showMonth(filter.round, language), language)
  if (name === 'answer') return filter.answer.map((answer) => answerInWords(answer, sections, language)).join(', ')
  const shown = Array.isArray(value) ? value.map(words).join(', ') : words(String(value))
  return inWords(text.part[name], shown, language)
}

/** `Région : Bretagne` */
function inWords(label: string, value: string, language: Language): string {
  return `${label}${colonIn(language)}${value}`
}

/** `Local : oui`. */
/** An answer that is asked for (`key.option`), with its question. */
export function answerInWords(answer: string, sections: Sections, language: Language): string {
  const asked = answerChoices(sections).find(({ key }) => answer.startsWith(`${key}.`))
  const option = asked?.options.find(([value]) => value === answer)?.[1]
  const label = asked?.label[language] ?? ''
  return labelled(label, language) + (option?.[language] ?? answer)
}

function choices(
  sections: Sections,
  language: Language,
  places: Places,
  countries: readonly string[],
): { name: keyof GroupFilter; options: Option[] }[] {
  const text = textIn(language, sections).dashboard.groups
  const names = ['answered', 'silent', 'checked', 'section', 'reach', 'trend', 'activity'] as const
  const any: Option = ['', text.any]
  const placeOptions = (all: string, places: readonly Option[]): Option[] => [
    ['', all],
    ...places,
    [unknownPlace, text.unknownPlace],
  ]
  return [
    ...countryChoice(sections, language),
    {
      name: 'region',
      options: placeOptions(
        text.anyOf.region,
        places.map(({ region }) => [region, region]),
      ),
    },
    {
      name: 'department',
      options: placeOptions(text.anyOf.department, departmentOptions(countries, places, language)),
    },
    ...names.map((name) => ({
      name,
      options: [name === 'section' ? (['', text.anyOf.section] as const) : any, ...optionsOf(name, sections, language)],
    })),
  ]
}

/** Asked in a movement of several. */
function countryChoice(sections: Sections, language: Language): { name: 'country'; options: Option[] }[] {
  const countries = optionsOf('country', sections, language)
  const { anyOf } = textIn(language, sections).dashboard.groups
  return countries.length === 0 ? [] : [{ name: 'country', options: [['', anyOf.country], ...countries] }]
}

function countryOptions({ ours }: Sections, language: Language): Option[] {
  const control = ours.group.fields.country?.control
  return control?.kind === 'select'
    ? Object.entries(control.options).map(([code, label]) => [code, label[language]])
    : []
}

/** Whether the movement asks for what groups are filtered by: `no_campaign` where there are campaigns. */
function isAsked(activity: string, sections: Sections): boolean {
  const section = { training: 'trainings', activity: 'activities', campaign: 'campaigns', list: 'lists' }
  return sections.find(section[activity.replace('no_', '') as keyof typeof section]) !== null
}

function optionsOf(name: keyof GroupFilter, sections: Sections, language: Language): Option[] {
  const text = textIn(language, sections).dashboard
  const options: Partial<Record<keyof GroupFilter, Option[]>> = {
    state: (Object.keys(groupStates) as GroupState[]).map((state) => [state, groupStates[state][language]]),
    answered: Object.entries(text.groups.answered),
    country: countryOptions(sections, language),
    silent: [1, 2, 3, 6, 12].map((rounds) => [String(rounds), text.groups.silentFor(rounds)]),
    checked: ageFilters.map((age) => [age, text.overview.band[age]]),
    section: sections.asked.map(({ name, words }) => [name, words.title[language]]),
    reach: Object.entries(text.groups.reach),
    trend: Object.entries(text.groups.trend),
    activity: Object.entries(text.groups.activity).filter(([name]) => isAsked(name, sections)),
    region: [[unknownPlace, text.groups.unknownPlace]],
    department: [[unknownPlace, text.groups.unknownPlace]],
    role: Object.entries(text.network.role),
  }
  return options[name] ?? []
}

/** Departments to choose from, by their names. */
export function departmentOptions(
  countries: readonly string[],
  places: readonly { departments: readonly string[] }[],
  language: Language,
): (readonly [code: string, name: string])[] {
  return places
    .flatMap(({ departments }) => departments)
    .map((code) => [code, departmentName(countries, code)] as const)
    .sort(([, a], [, b]) => byNameIn(language)(a, b))
}
