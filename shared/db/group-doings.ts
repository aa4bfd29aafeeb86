import type { GroupFilter } from '#shared/domain/group-filter.ts'
import { fold } from '#shared/record/fold.ts'
import { noPart } from '#shared/record/sections/campaigns.ts'

/** Something that a filter looks for: that a group gave a training, did something, or took part in a campaign. */
export type Doing = { on: string; title: string; people: number | null }

/** The section whose rows a filter looks for; null where it looks for none. */
export function doingsOf({ activity, theme, campaign }: GroupFilter): 'trainings' | 'activities' | 'campaigns' | null {
  if (theme || activity === 'training') return 'trainings'
  if (activity === 'activity') return 'activities'
  return campaign || activity === 'campaign' ? 'campaigns' : null
}

/** SQL: so many of what the group `g` did that the filter looks for, the latest first; '' where it looks for nothing. `add` gives a value its parameter. */
export function doingsColumn(filter: GroupFilter, limit: number, add: (value: string | number) => string): string {
  const kind = doingsOf(filter)
  if (kind === null) return ''
  return `, (
             SELECT json_group_array(json_array(held_on, title, people))
             FROM (${rowsOf[kind](filter, add)} ORDER BY held_on DESC LIMIT ${add(limit)} + 0)
           ) AS doings`
}

type RowsOf = (filter: GroupFilter, add: (value: string | number) => string) => string

const held: RowsOf = ({ from, until }, add) => `held_on BETWEEN ${add(from)} AND ${add(until || '~')}`

const rowsOf: Readonly<Record<NonNullable<ReturnType<typeof doingsOf>>, RowsOf>> = {
  trainings: (filter, add) => `SELECT held_on, theme AS title, attendees AS people
               FROM training
               WHERE group_id = g.id AND ${held(filter, add)}${filter.theme ? ` AND theme = ${add(filter.theme)}` : ''}`,
  activities: (filter, add) => `SELECT held_on, title, attendees AS people
               FROM activity
               WHERE group_id = g.id AND ${held(filter, add)}`,
  campaigns: (filter, add) => `SELECT held_on, campaign.name AS title, people
               FROM participation
               JOIN campaign ON campaign.id = participation.campaign_id
               WHERE group_id = g.id
               AND ${filter.role ? `role = ${add(filter.role)}` : `role <> '${noPart}'`}
               AND ${filter.campaign ? `campaign.name_key = ${add(fold(filter.campaign))}` : held(filter, add)}`,
}

export function readDoings(json = '[]'): Doing[] {
  const rows = JSON.parse(json) as [string, string, number | null][]
  return rows.map(([on, title, people]) => ({ on, title, people }))
}
