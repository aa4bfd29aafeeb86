import { type GroupState, groupStates } from '#shared/record/sections/identity.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import type { PostedDeskForm } from '../desk-form.tsx'

export const bulkPath = '/desk/bulk'
/** Groups that are shown, and acted on, at once. */
export const mostGroups = 100

/** People who are asked again at once. */
export const mostAsked = 200

export const bulkActs = ['state', 'language', 'links', 'invite'] as const
export type BulkActName = (typeof bulkActs)[number]

/** What was chosen: the groups (uids), what is done, and to what. */
export type BulkChoice = {
  groups: string[]
  act: BulkActName | null
  state: GroupState
  language: Language | null
  isTelling: boolean
  /** Whom to ask once more, as they were shown: ids of invitations. */
  asked: number[]
}

export function readBulkChoice(form: PostedDeskForm): BulkChoice {
  const state = form.get('state') ?? ''
  const language = form.get('language')
  return {
    groups: [...new Set(form.getAll('group'))].slice(0, mostGroups),
    act: bulkActs.find((one) => one === form.get('act')) ?? null,
    state: Object.hasOwn(groupStates, state) ? (state as GroupState) : 'closed',
    language: isLanguage(language) ? language : null,
    isTelling: form.get('tell') === 'oui',
    asked: form.getAll('asked').slice(0, mostAsked).map(Number).filter(Number.isSafeInteger),
  }
}
