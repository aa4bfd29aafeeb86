import { bandLimits } from '#shared/domain/freshness.ts'
import type { GroupFilter } from '#shared/domain/group-filter.ts'
import { searchTerms } from '#shared/domain/search.ts'
import { plain } from '#shared/fields/plain.ts'
import type { Movement } from '#shared/movement.ts'
import { groupsOfTerm, hasTerm } from './terms.ts'

/** What a part of the network is judged by, beside the filter itself. */
export type Judgement = {
  writesTo: Movement['writesTo']
  now: Date
  /** Which word of the text to begin with; without one, group after group is looked at. */
  rarest?: number | null
}

/** Collects the values of a statement; each gives back the name that it has there. */
export class Parameters {
  readonly values: (string | number)[] = []
  add(value: string | number): string {
    this.values.push(value)
    return `?${this.values.length}`
  }
}

export type Where = { sql: string; values: (string | number)[] }

/** What `local_group g` joined with `standing` must fulfil, as SQL to stand after WHERE. */
export function whereGroups(filter: GroupFilter, judgement: Judgement): Where {
  const parameters = new Parameters()
  const conditions = [
    ...searchTerms(filter.text).map((term, index) => {
      const parameter = parameters.add(term.text)
      return index === judgement.rarest ? `g.id IN (${groupsOfTerm(term, parameter)})` : hasTerm(term, parameter)
    }),
    ...(filter.state.length > 0 ? [`g.state IN (${list(parameters.add(JSON.stringify(filter.state)))})`] : []),
    ...(filter.region ? [`g.region = ${parameters.add(filter.region)}`] : []),
    ...(filter.department ? [`g.department = ${parameters.add(filter.department)}`] : []),
    ...answeredConditions(filter, judgement, parameters),
    ...checkedConditions(filter, judgement, parameters),
    ...deedConditions(filter, parameters),
    ...(filter.trend === 'shrinking' ? [shrinking] : []),
    ...(filter.reach === 'nobody' ? ['standing.referents = 0'] : []),
    ...(filter.reach === 'shut' ? ['standing.referents > 0', 'standing.reachable = 0'] : []),
  ]
  return { sql: conditions.length === 0 ? 'true' : conditions.join('\n  AND '), values: parameters.values }
}

const list = (parameter: string) => `SELECT value FROM json_each(${parameter})`

const latest = '(SELECT max(key) FROM round)'

const unanswered = `EXISTS (
    SELECT 1
    FROM census
    WHERE census.round_key = ${latest} AND census.group_id = g.id AND census.asked = 1 AND census.answered_at IS NULL
  )`

/** Groups that the movement writes to and that somebody could answer for. */
function asked(writesTo: Movement['writesTo'], parameters: Parameters): string[] {
  return [`g.state IN (${list(parameters.add(JSON.stringify(writesTo)))})`, 'standing.referents > 0']
}

function answeredConditions({ answered, silent }: GroupFilter, { writesTo }: Judgement, parameters: Parameters) {
  const conditions: string[] = []
  if (answered === 'yes') conditions.push(`standing.last_round = ${latest}`)
  if (answered === 'no') conditions.push(unanswered)
  if (silent > 0) conditions.push(silentFor(silent, parameters), ...asked(writesTo, parameters))
  return conditions
}

/** Without an answer since the nth latest round, and there before it. */
export function silentFor(rounds: number, parameters: Parameters): string {
  const nth = (column: string) =>
    `(SELECT ${column} FROM round ORDER BY key DESC LIMIT 1 OFFSET ${parameters.add(rounds - 1)})`
  return `coalesce(standing.last_round, '') < ${nth('key')} AND g.created_at <= ${nth('opened_at')}`
}

/** Lost a quarter of its members in six rounds, and three people at least. */
const shrinking = `EXISTS (
    SELECT 1
    FROM census
    WHERE census.round_key = ${latest}
    AND census.group_id = g.id
    AND census.members * 4 <= census.members_before * 3
    AND census.members_before - census.members >= 3
  )`

function deedConditions({ theme, from, until, campaign, role }: GroupFilter, parameters: Parameters): string[] {
  const conditions: string[] = []
  if (theme) {
    conditions.push(`EXISTS (
    SELECT 1
    FROM training
    WHERE training.group_id = g.id
    AND training.theme = ${parameters.add(theme)}
    AND training.held_on BETWEEN ${parameters.add(from)} AND ${parameters.add(until || '~')}
  )`)
  }
  if (campaign) {
    conditions.push(`EXISTS (
    SELECT 1
    FROM campaign
    JOIN participation ON participation.campaign_id = campaign.id
    WHERE campaign.name_key = ${parameters.add(plain(campaign))}
    AND participation.group_id = g.id
    ${role ? `AND participation.role = ${parameters.add(role)}` : ''}
  )`)
  }
  return conditions
}

function checkedConditions({ checked, section }: GroupFilter, { now }: Judgement, parameters: Parameters): string[] {
  if (checked === '') return []
  const at = section
    ? `(SELECT checked_at FROM section_check WHERE group_id = g.id AND section = ${parameters.add(section)})`
    : 'standing.checked_at'
  const { month, quarter, half } = bandLimits(now)
  if (checked === 'never') return [`${at} IS NULL`]
  if (checked === 'recent') return [`${at} >= ${parameters.add(quarter)}`]
  if (checked === 'late') return [`coalesce(${at}, '') < ${parameters.add(quarter)}`]
  const since = { month, quarter, half, older: '' }[checked]
  const before = { month: '~', quarter: month, half: quarter, older: half }[checked]
  return [`${at} >= ${parameters.add(since)}`, `${at} < ${parameters.add(before)}`]
}
