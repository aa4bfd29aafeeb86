import * as z from 'zod'
import type { SectionName } from '#shared/record/record.ts'
import { type ParticipationRole, participationRoles } from '#shared/record/sections/campaigns.ts'
import { type GroupState, groupStates } from '#shared/record/sections/identity.ts'
import type { Sections } from '#shared/record/sections.ts'
import { areaName } from '#shared/text/area-name.ts'
import { answerChoices } from './answer-choices.ts'
import type { Day } from './day.ts'
import { bandNames } from './freshness.ts'

/** What groups are sorted by. `answered` and `checked` begin with the longest ago. */
export const groupSorts = ['name', 'answered', 'checked', 'members', 'founded'] as const
export type GroupSort = (typeof groupSorts)[number]

/** What a record's age is filtered by: its band, or whether it is up to date, or it never was checked. */
export const ageFilters = [...bandNames, 'recent', 'half_year', 'late'] as const
export type AgeFilter = (typeof ageFilters)[number]

/** Of the groups that were asked: all, those that answered or did not; those that did not, for less than `silenceToCall` rounds or longer. */
const answerFilters = ['asked', 'yes', 'no', 'waiting', 'silent', 'unasked'] as const
export type AnswerFilter = (typeof answerFilters)[number]

const activityFilters = ['training', 'activity', 'campaign', 'list', 'no_training', 'no_campaign'] as const
export type ActivityFilter = (typeof activityFilters)[number]

/** Stands for a region or department that is not known. */
export const unknownPlace = '-'

/** A part of the network, as an address says it: every part that is given must hold. */
export type GroupFilter = {
  text: string
  /** The round in which states, places and answers are looked at; as they are now without one. */
  round: string
  state: GroupState[]
  /** In two letters, of a movement in several. */
  country: string
  /** `unknownPlace` is of the groups of which it is not known. */
  region: string
  department: string
  /** Whether it was asked, and answered, in that round or the latest one. */
  answered: AnswerFilter | ''
  /** How old the record is: its oldest section, or the one that `section` names. */
  checked: AgeFilter | ''
  section: SectionName | ''
  /** Asked, and without an answer for at least so many rounds. */
  silent: number
  /** Whom one can write to: nobody, since there is no referent, or none whose address works; not all of them; or somebody is a referent, reached or not. */
  reach: 'nobody' | 'suppressed' | 'partly' | 'somebody' | ''
  /** Lost a quarter of its members in six rounds. */
  trend: 'shrinking' | ''
  /** Wrote something of this kind in its record, or nothing of it, between these days where they are given. */
  activity: ActivityFilter | ''
  /** Gave a training of this theme, likewise. */
  theme: string
  from: Day | ''
  until: Day | ''
  /** Took part in the campaign of this name, in this role where one is given. */
  campaign: string
  role: ParticipationRole | ''
  /** Answers to own questions about the group, each as `key.option`; `unsaidAnswer` stands for none. */
  answer: string[]
}

const word = z.string().trim().max(100).catch('').default('')
const area = word.transform(areaName)
const roleNames = Object.keys(participationRoles) as [ParticipationRole, ...ParticipationRole[]]
const stateNames = Object.keys(groupStates) as [GroupState, ...GroupState[]]

/** A wrong value is no reason to show nothing: it counts as not given. */
const filterSchema = z.object({
  text: word,
  round: z
    .string()
    .regex(/^20\d\d-[01]\d$/)
    .catch('')
    .default(''),
  state: z.array(z.enum(stateNames)).catch([]).default([]),
  country: word,
  region: area,
  department: area,
  answered: z
    .enum(['', ...answerFilters] as ['', ...AnswerFilter[]])
    .catch('')
    .default(''),
  checked: z
    .enum(['', ...ageFilters] as ['', ...AgeFilter[]])
    .catch('')
    .default(''),
  section: word,
  silent: z.coerce.number().int().min(0).max(120).catch(0).default(0),
  reach: z.enum(['nobody', 'suppressed', 'partly', 'somebody', '']).catch('').default(''),
  trend: z.enum(['shrinking', '']).catch('').default(''),
  activity: z
    .enum(['', ...activityFilters] as ['', ...ActivityFilter[]])
    .catch('')
    .default(''),
  theme: word,
  from: z.iso.date().or(z.literal('')).catch('').default(''),
  until: z.iso.date().or(z.literal('')).catch('').default(''),
  campaign: word,
  role: z
    .enum(['', ...roleNames])
    .catch('')
    .default(''),
  answer: z.array(word).max(100).catch([]).default([]),
})

/** The names of the parts, as addresses have them. */
const filterNames = Object.keys(filterSchema.shape) as (keyof GroupFilter)[]

export function readFilter(query: URLSearchParams, sections: Sections): GroupFilter {
  const given = Object.fromEntries(
    filterNames.flatMap((name) => {
      const values = query.getAll(name).filter((value) => value !== '')
      return values.length === 0 ? [] : [[name, name === 'state' || name === 'answer' ? values : values[0]]]
    }),
  )
  const filter = filterSchema.parse(given)
  const offered = new Set(answerChoices(sections).flatMap(({ options }) => options.map(([value]) => value)))
  return {
    ...filter,
    country: isCountryOf(sections, filter.country) ? filter.country : '',
    section: sections.find(filter.section)?.name ?? '',
    answer: filter.answer.filter((answer) => offered.has(answer)),
  }
}

function isCountryOf({ ours }: Sections, code: string): boolean {
  const control = ours.group.fields.country?.control
  return control?.kind === 'select' && Object.hasOwn(control.options, code)
}

export const everything: GroupFilter = { ...filterSchema.parse({}), section: '' }

/** Whether a filter asks for nothing but a place and states. */
export function isOfPlace({ state, region, department, ...rest }: GroupFilter): boolean {
  return writeFilter(rest).size === 0
}

/** The same, as an address says it; what is not given is left out. */
export function writeFilter(filter: Partial<GroupFilter>): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of filterNames) {
    const value = filter[name]
    const values = Array.isArray(value) ? value : value ? [String(value)] : []
    for (const one of values) query.append(name, one)
  }
  return query
}

/** The address of the list of these groups. */
export function groupsPath(filter: Partial<GroupFilter> = {}): string {
  const query = writeFilter(filter).toString()
  return query === '' ? '/dashboard/groups' : `/dashboard/groups?${query}`
}
