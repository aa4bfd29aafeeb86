import { type GroupState, groupStates } from '#shared/record/sections/identity.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import type { PostedDeskForm } from '../desk-form.tsx'

export const bulkPath = '/desk/bulk'
/** Groups that are shown, and acted on, at once. */
export const mostGroups = 100

export const bulkDeeds = ['state', 'language', 'links'] as const
export type BulkDeed = (typeof bulkDeeds)[number]

/** What was chosen: the groups (uids), what is done, and to what. */
export type BulkChoice = {
  groups: string[]
  deed: BulkDeed | null
  state: GroupState
  language: Language | null
  isTelling: boolean
}

export function readBulkChoice(form: PostedDeskForm): BulkChoice {
  const state = form.get('state') ?? ''
  const language = form.get('language')
  return {
    groups: [...new Set(form.getAll('group'))].slice(0, mostGroups),
    deed: bulkDeeds.find((one) => one === form.get('deed')) ?? null,
    state: Object.hasOwn(groupStates, state) ? (state as GroupState) : 'closed',
    language: isLanguage(language) ? language : null,
    isTelling: form.get('tell') === 'oui',
  }
}
