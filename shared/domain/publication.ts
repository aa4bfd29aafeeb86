import { type Fields, fieldNames } from '#shared/record/field.ts'
import { optionSeparator } from '#shared/record/own-values.ts'
import type { Value } from '#shared/record/row.ts'
import type { GroupValues } from '#shared/record/sections/identity.ts'
import { agreementKey } from '#shared/settings/questions.ts'
import { areaName } from '#shared/text/area-name.ts'
import type { PublicGroup } from './public-group.ts'

/** What a feed is filtered by: of each list, one must be true of a group. `placed` is of those that have a place on the map. */
export type FactFilter = readonly (readonly string[])[]

export const everyGroup = 'all'
export const onMap = 'placed'
type FactName = 'country' | 'region' | 'department' | 'state' | 'campaign'
export const factOf = (name: FactName, value: string) => `${name}=${value}`

/** Said of a box that is ticked, and of one that is not. */
const [yes, no] = ['yes', 'no']

/** The fact that a group answers a movement's own question (its key) so: an option's value, or of a box yes or no. */
export const ownFact = (question: string, value: string) => `own.${question}=${value}`

/** What an address says besides: a question that is called so filters nothing. */
const taken = ['country', 'region', 'department', 'state', 'campaign', 'key']

/** The movement's own questions by which a map may be filtered: everybody may read them, and they are answered by a choice. Of what is public by consent, a group that has not agreed answers nothing. */
export function filterQuestions(fields: Fields): { name: string; question: string }[] {
  return fieldNames(fields).flatMap((name) => {
    const { own, audience, agreedBy, control } = fields[name] ?? {}
    const isChosen = control && ['radios', 'select', 'boxes', 'checkbox'].includes(control.kind)
    return own !== undefined && !taken.includes(own) && (audience === 'public' || agreedBy !== undefined) && isChosen
      ? [{ name, question: own }]
      : []
  })
}

function ownFacts(values: Readonly<Record<string, unknown>>, fields: Fields): string[] {
  return filterQuestions(fields).flatMap(({ name, question }) =>
    chosen((values[name] ?? null) as Value).map((value) => ownFact(question, value)),
  )
}

function chosen(value: Value): string[] {
  if (typeof value === 'boolean') return [value ? yes : no]
  return typeof value === 'string' && value !== '' ? value.split(optionSeparator) : []
}

/** What a feed may be filtered by, of a group that is shown. `campaigns` are the names of those that it took part in; `fields` those of groups. */
export function factsOf({ values }: PublicGroup, campaigns: readonly string[], fields: Fields): string[] {
  const { country, region, department, state } = values
  return [
    everyGroup,
    ...(isPlaced(values) ? [onMap] : []),
    ...(country ? [factOf('country', country)] : []),
    ...(region ? [factOf('region', region)] : []),
    ...(department ? [factOf('department', department)] : []),
    ...(state ? [factOf('state', state)] : []),
    ...campaigns.map((name) => factOf('campaign', name)),
    ...ownFacts(values, fields),
  ]
}

export function isPlaced({ latitude, longitude }: Partial<GroupValues>): boolean {
  return typeof latitude === 'number' && typeof longitude === 'number'
}

/** So few may leave a part of the network at once: one of two groups of a department is no sign of a fault. */
export const fewGroups = 3

/**
 * Whether a feed lost so much at once that whoever mirrors it would lose it too: more than a fifth of its groups; of a part of the network,
 * `fewGroups` of them at least.
 */
export function isShrunk({ before, now }: { before: number; now: number }, isWhole: boolean): boolean {
  return before > 0 && now * 5 < before * 4 && (isWhole || before - now >= fewGroups)
}

/** On one machine, where no row is counted, so many groups are looked at in each run. */
const groupsEachRun = 2000

/**
 * How long after one look at every group the next is due, in milliseconds; what leaves an event is published at once all the same. Where rows
 * are counted (D1), twenty seconds a group: a look reads some 35 rows of each, so that a day reads 150,000 rows, however large the network.
 */
export function lookEvery(groups: number, isMetered: boolean): number {
  if (isMetered) return groups * 20_000
  return groups <= groupsEachRun ? 0 : groups * 1000
}

/** The filter of an address: `country`, `region`, `department`, `state` (several), `campaign`, and the movement's own questions by their keys. A key may be limited to some regions. */
export function readFactFilter(query: URLSearchParams, regions: readonly string[] | null, fields: Fields): FactFilter {
  const given = (name: FactName) => {
    const values = answersIn(query, name)
    return values.length === 0 ? [] : [values.map((value) => factOf(name, isArea(name) ? areaName(value) : value))]
  }
  return [
    ...given('country'),
    ...given('region'),
    ...given('department'),
    ...given('state'),
    ...given('campaign'),
    ...filterQuestions(fields).flatMap(({ question }) => {
      const values = answersIn(query, question)
      return values.length === 0 ? [] : [values.map((value) => ownFact(question, value))]
    }),
    ...(regions ? [regions.map((region) => factOf('region', region))] : []),
  ]
}

const isArea = (name: FactName) => name === 'region' || name === 'department'

/** Answers that are asked for, by the questions' keys. */
export type OwnFilter = (readonly [question: string, values: string[]])[]

/**
 * What an address asks of the movement's own questions, by key, as answers are kept: of a box that is ticked, 1. Of a question that nobody is shown
 * the answers to, or that is answered in words, nothing; of one that is public by consent, the consent besides.
 */
export function readOwnFilter(query: URLSearchParams, fields: Fields): OwnFilter {
  return filterQuestions(fields).flatMap(({ name, question }) => {
    const values = answersIn(query, question)
    const { control, agreedBy } = fields[name] ?? {}
    const isBox = control && 'options' in control && 'oui' in control.options
    const kept = isBox || control?.kind === 'checkbox' ? values.map(boxValue) : values
    if (values.length === 0) return []
    const agreed: OwnFilter = agreedBy === undefined ? [] : [[agreementKey(question), [boxValue(yes)]]]
    return [[question, kept] as const, ...agreed]
  })
}

const boxValue = (value: string) => (value === yes ? '1' : value === no ? '0' : value)

function answersIn(query: URLSearchParams, name: string): string[] {
  const values = query.getAll(name).filter((value) => value !== '' && value.length <= 100)
  return values.slice(0, 20)
}
