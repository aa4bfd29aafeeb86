import type { GroupFilter } from '#shared/domain/group-filter.ts'
import { fold } from '#shared/record/fold.ts'
import { noPart } from '#shared/record/sections/campaigns.ts'

/** How the groups of a list are found: by what is few (`among`, where `isFew` holds), or by asking each group in the order of the list (`each`). All SQL. */
export type Way = {
  /** What a statement begins with that asks whether they are few. */
  beginning: string
  isFew: string
  among: string
  each: string
  /** What they are counted by, each once; '' where each group is asked. */
  rows: string
}

/** Gives a value its name in the statement. */
type Add = (value: string | number) => string

/** Rows that are read sooner than a network is gone through. */
const fewRows = 5000
/** Groups that are sorted sooner than a list is gone through in which few stand: where more is asked for than their state, hardly any may. */
const fewOfState = { alone: 1000, narrowed: 15_000 }

/** What groups did or did not do, as a filter asks: conditions, and a way to find them where it asks for what they did. */
export function activityWays(filter: GroupFilter, add: Add): { none: string[]; ways: Way[] } {
  const { activity, theme, campaign, role, from, until } = filter
  const held = () => (from || until ? `held_on BETWEEN ${add(from)} AND ${add(until || '~')}` : 'true')
  const training = () => (theme ? `${held()} AND theme = ${add(theme)}` : held())
  const part = () => (role ? `participation.role = ${add(role)}` : `participation.role <> '${noPart}'`)
  const inCampaign = (which: string) =>
    which === 'true' ? part() : `campaign_id IN (SELECT id FROM campaign WHERE ${which}) AND ${part()}`
  const named = () => `name_key = ${add(fold(campaign))}`
  return {
    none: [
      ...(activity === 'no_training' ? [`NOT ${ofGroup('training', held())}`] : []),
      ...(activity === 'no_campaign' ? [`NOT ${ofGroup('participation', inCampaign(held()))}`] : []),
    ],
    ways: [
      ...(theme || activity === 'training' ? [wayOf('training', training())] : []),
      ...(activity === 'activity' ? [wayOf('activity', held())] : []),
      ...(campaign || activity === 'campaign' ? [wayOf('participation', inCampaign(campaign ? named() : held()))] : []),
      ...(activity === 'list' ? [onLists] : []),
    ],
  }
}

const ofGroup = (table: string, condition: string) =>
  `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.group_id = g.id AND ${condition})`

/** Of what is asked for without days, most groups have something. */
function wayOf(table: string, condition: string): Way {
  const rows = `SELECT group_id FROM ${table} WHERE ${condition}`
  return {
    beginning: `WITH done AS MATERIALIZED (${rows} LIMIT ${fewRows + 1})\n`,
    isFew: `(SELECT count(*) FROM done) <= ${fewRows}`,
    among: 'g.id IN (SELECT group_id FROM done)',
    each: ofGroup(table, condition),
    rows: /held_on|theme|name_key/.test(condition) ? `SELECT DISTINCT group_id FROM ${table} WHERE ${condition}` : '',
  }
}

const onLists: Way = (() => {
  const each = `EXISTS (
    SELECT 1
    FROM referent
    JOIN subscription ON subscription.person_id = referent.person_id
    WHERE referent.group_id = g.id AND referent.until_at IS NULL
  )`
  return { beginning: '', isFew: 'false', among: each, each, rows: '' }
})()

/** The groups that are starting, asleep or closed are a part of the network that an index has. Null where the active ones are asked for too. */
export function stateWay({ state, ...rest }: GroupFilter, isNarrowed: boolean): Way | null {
  if (state.length === 0 || state.includes('active') || rest.round !== '') return null
  const names = state.map((name) => `'${name}'`).join(', ')
  const most = isNarrowed ? fewOfState.narrowed : fewOfState.alone
  return {
    isFew: `(SELECT coalesce(sum(groups), 0) FROM group_rollup WHERE state IN (${names})) <= ${most}`,
    beginning: '',
    among: 'true',
    each: 'true',
    rows: '',
  }
}
