import { askedOfOurs, isOwnAnswer } from '#shared/domain/answer-choices.ts'
import { bandLimits } from '#shared/domain/freshness.ts'
import { type AnswerFilter, type GroupFilter, unknownPlace, writeFilter } from '#shared/domain/group-filter.ts'
import { searchTerms } from '#shared/domain/search.ts'
import type { Movement } from '#shared/movement.ts'
import { amongAnswered, answeredSo, askedAnswer, fewAnswered } from './answered-so.ts'
import { type Begins, lastCheck } from './group-order.ts'
import { isOpen } from './group-states.ts'
import { asksForNotAsked, foundNotAsked, latestKey } from './not-asked.ts'
import { Parameters } from './parameters.ts'
import { isMailable, reachConditions } from './reach.ts'
import { isShrinkingIn } from './shrinking.ts'
import { silentFor, silentIn } from './silence.ts'
import { groupsOfTerm, hasTerm } from './terms.ts'
import { activityWays, stateWay, type Way } from './ways-to-find.ts'

/** What a part of the network is judged by, beside the filter itself. */
export type Judgement = {
  writesTo: Movement['writesTo']
  now: Date
  calendar: Movement['calendar']
  /** The country of groups that never said theirs. */
  firstCountry?: string
  /** Which word of the text to begin with; without one, group after group is looked at. */
  rarest?: number | null
}

/** As a movement judges its network now. */
export function judgementIn({ writesTo, calendar, country }: Movement, now: Date): Judgement {
  return { writesTo, calendar, firstCountry: country, now }
}

export type Where = {
  sql: string
  /**
   * The same for the first groups of a list, where answers are asked for: `few` where few (`isFew`, SQL) gave one, else `byGroup`, which is asked of each group
   * that is looked at. The statement begins with `beginning`.
   */
  ofFirst?: { beginning: string; isFew: string; few: string; byGroup: Begins & { sql: string } }
  /** What they are counted by, where that is another way (SQL). */
  ofCount?: Begins & { sql: string }
  values: (string | number)[]
} & Begins

/** What `local_group g` joined with `group_summary` must fulfil, as SQL to stand after WHERE. */
export function whereGroups(filter: GroupFilter, judgement: Judgement): Where {
  const parameters = new Parameters()
  const findsNotAsked = asksForNotAsked(filter)
  const { none, ways } = activityWays(filter, (value) => parameters.add(value))
  const conditions = [
    // One that became part of another is found as that one. The plus keeps SQLite from the index of names, which is no help in another order
    '+g.merged_into_id IS NULL',
    ...searchTerms(filter.text).map((term, index) => {
      const parameter = parameters.add(term.text)
      return index === judgement.rarest ? `g.id IN (${groupsOfTerm(term, parameter)})` : hasTerm(term, parameter)
    }),
    ...(filter.round === ''
      ? standsSo(findsNotAsked ? { ...filter, answered: '' } : filter, parameters)
      : [stoodSo(filter, parameters)]),
    ...(filter.silent > 0 ? [silentFor(filter.silent, parameters), ...asked(judgement.writesTo, parameters)] : []),
    ...(filter.country === '' ? [] : [isIn(filter.country, judgement, parameters)]),
    ...checkedConditions(filter, judgement, parameters),
    ...none,
    ...(filter.trend === 'shrinking' ? [shrinking] : []),
    ...(filter.reach === '' ? [] : [reachConditions[filter.reach]]),
    ...filter.answer.filter((answer) => !isOwnAnswer(answer)).map((answer) => holds(answer, parameters)),
  ]
  // Each has one name in both, so that either asks for every value
  const answers = filter.answer
    .filter(isOwnAnswer)
    .map((answer) => askedAnswer(answer, (value) => parameters.add(value)))
  const isTrue = (more: readonly string[]) => [...conditions, ...more].join('\n  AND ')
  const each = ways.map((way) => way.each)
  const where = {
    sql: isTrue([...amongAnswered(answers), ...(findsNotAsked ? [foundNotAsked.among] : []), ...each]),
    values: parameters.values,
    isNarrow: isNarrow(filter, judgement),
    isSilent: filter.silent > 0,
    isAged: filter.checked !== '' && filter.section === '',
  }
  if (answers.length === 0 && !findsNotAsked) return eitherWay(where, filter, judgement, ways, isTrue)
  const { beginning, isFew, among } = fewAnswered(answers, findsNotAsked ? [foundNotAsked] : [])
  const byGroup = {
    ...where,
    sql: isTrue([...answers.map(answeredSo), ...(findsNotAsked ? answeredLately(filter) : []), ...each]),
    isNarrow: isNarrow({ ...filter, answer: [], answered: '' }, judgement),
  }
  return { ...where, ofFirst: { beginning, isFew, few: isTrue([...among, ...each]), byGroup } }
}

/** Groups that did what is asked for, or are in states of which there are few, are found by that where they are few, also to be counted. */
function eitherWay(
  where: Where,
  filter: GroupFilter,
  judgement: Judgement,
  ways: readonly Way[],
  isTrue: (more: readonly string[]) => string,
): Where {
  const withoutActivity = { ...filter, activity: '' as const, theme: '', campaign: '' }
  if (isNarrow(withoutActivity, judgement) || where.isSilent) return where
  const asksMore = writeFilter({ ...filter, state: [] }).size > 0
  const state = ways.length > 0 ? null : stateWay(filter, asksMore)
  const way = state ?? ways.find(({ isFew }) => isFew !== 'false')
  if (!way) return where
  const each = ways.filter((one) => one !== way).map((one) => one.each)
  return {
    ...where,
    isNarrow: true,
    ...(way.rows ? { ofCount: { ...where, within: way.rows, sql: isTrue(each) } } : {}),
    ofFirst: {
      beginning: way.beginning,
      isFew: way.isFew,
      few: isTrue([way.among, ...each]),
      byGroup: { ...where, isNarrow: false, sql: isTrue([way.each, ...each]) },
    },
  }
}

function isNarrow(filter: GroupFilter, { rarest }: Judgement): boolean {
  const { region, department, round, reach, trend, theme, campaign, answer } = filter
  const activity = filter.activity.startsWith('no_') ? '' : filter.activity
  const finding = [region, department, round, reach, trend, activity, theme, campaign, ...answer.filter(isOwnAnswer)]
  return typeof rarest === 'number' || finding.some((one) => one !== '')
}

/** A field of ours holds what is asked for (`_on_map.oui`). */
function holds(answer: string, parameters: Parameters): string {
  const { column, value } = askedOfOurs(answer)
  return `g.${column} IS ${value === null ? 'NULL' : parameters.add(value)}`
}

function isIn(country: string, { firstCountry = '' }: Judgement, parameters: Parameters): string {
  return `coalesce(g.country, ${parameters.add(firstCountry)}) = ${parameters.add(country)}`
}

const list = (parameter: string) => `SELECT value FROM json_each(${parameter})`

const latest = latestKey

/** What `round_snapshot` of a group `g` in a round says. */
function answeredIn(round: string, answered: AnswerFilter): string {
  if (answered === 'unasked') return 'round_snapshot.asked = 0'
  if (answered === 'asked') return 'round_snapshot.asked = 1'
  if (answered === 'yes') return 'round_snapshot.asked = 1 AND round_snapshot.answered_at IS NOT NULL'
  const none = 'round_snapshot.asked = 1 AND round_snapshot.answered_at IS NULL'
  if (answered === 'no') return none
  return `${none} AND ${answered === 'silent' ? '' : 'NOT '}${silentIn(round)}`
}

/** Whether the group `g` was asked in the latest round, and answered: the name of the filter that finds it. */
export const answeredLatest = `coalesce((
    SELECT CASE
      WHEN asked = 0 THEN 'unasked'
      WHEN answered_at IS NOT NULL THEN 'yes'
      WHEN ${silentIn(latest)} THEN 'silent'
      ELSE 'waiting'
    END
    FROM round_snapshot
    WHERE round_key = ${latest} AND group_id = g.id
  ), 'unasked')`

/** In a round: whether it was asked there and answered, where it was and in which state where `conditions` say so. */
function inRound(round: string, conditions: readonly string[]): string {
  return `EXISTS (
    SELECT 1
    FROM round_snapshot
    WHERE ${[`round_snapshot.round_key = ${round}`, 'round_snapshot.group_id = g.id', ...conditions].join(' AND ')}
  )`
}

function standsSo(filter: GroupFilter, parameters: Parameters): string[] {
  return [...placed('g', filter, parameters), ...answeredLately(filter)]
}

/** Whoever came after the latest round opened is not in its round_snapshot: it was not asked either. */
function answeredLately({ answered }: GroupFilter): string[] {
  if (answered === '') return []
  if (answered === 'unasked') return [`NOT ${inRound(latest, [answeredIn(latest, 'asked')])}`]
  return [inRound(latest, [answeredIn(latest, answered)])]
}

/** As the round wrote it down when it opened. */
function stoodSo(filter: GroupFilter, parameters: Parameters): string {
  const round = parameters.add(filter.round)
  const answered = filter.answered === '' ? [] : [answeredIn(round, filter.answered)]
  return inRound(round, [...placed('round_snapshot', filter, parameters), ...answered])
}

function placed(
  table: 'g' | 'round_snapshot',
  { state, region, department, text }: GroupFilter,
  parameters: Parameters,
): string[] {
  const within = (column: string, name: string) =>
    name === unknownPlace ? `coalesce(${column}, '') = ''` : `${column} = ${parameters.add(name)}`
  return [
    ...(state.length > 0 ? [`${table}.state IN (${list(parameters.add(JSON.stringify(state)))})`] : []),
    // As the index of those that are not active has it: most are
    ...(table === 'g' && state.length > 0 && !state.includes('active') ? [`g.state <> 'active'`] : []),
    // A closed group is found by its name, or where one asks for those that are closed
    ...(state.length === 0 && text === '' && table === 'g' ? [isOpen('g.state')] : []),
    ...(region ? [within(`${table}.region`, region)] : []),
    ...(department ? [within(`${table}.department`, department)] : []),
  ]
}

/** Groups that the movement writes to and that somebody could answer for. */
function asked(writesTo: Movement['writesTo'], parameters: Parameters): string[] {
  return [`g.state IN (${list(parameters.add(JSON.stringify(writesTo)))})`, isMailable]
}

/** It shrank in the six rounds up to the latest. */
const shrinking = `g.id IN (
    SELECT group_id
    FROM round_snapshot
    WHERE round_snapshot.round_key = ${latest}
    AND ${isShrinkingIn('round_snapshot')}
  )`

function checkedConditions(
  { checked, section }: GroupFilter,
  { now, calendar }: Judgement,
  parameters: Parameters,
): string[] {
  if (checked === '') return []
  const at = section ? `coalesce(group_check.checks -> ${parameters.add(section)} ->> 0, '')` : lastCheck
  const { month, quarter, half } = bandLimits(now, calendar.every)
  if (checked === 'never') return [`${at} = ''`]
  if (checked === 'half_year') return [`${at} >= ${parameters.add(half)}`]
  if (checked === 'recent') return [`${at} >= ${parameters.add(quarter)}`]
  if (checked === 'late') return [`${at} < ${parameters.add(quarter)}`]
  if (checked === 'older') return [`${at} > ''`, `${at} < ${parameters.add(half)}`]
  const since = { month, quarter, half }[checked]
  const before = { month: '~', quarter: month, half: quarter }[checked]
  return [`${at} >= ${parameters.add(since)}`, `${at} < ${parameters.add(before)}`]
}
