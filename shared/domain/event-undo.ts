import type { ActionName } from './event.ts'

/** What the log knows of an event that may be taken back. */
export type UndoableEvent = {
  id: number
  action: ActionName
  group: { uid: string } | null
  person: { uid: string } | null
  /** The number of the revision that it made, where it may still be undone. */
  revision: number | null
  /** The id of what it confirmed, where that may still be taken back. */
  confirmation: number | null
  /** The uid of the group, or person, that it brought in, where that may still go out again. */
  merged: string | null
}

/** How an event is taken back: by a press, or on a page where it is decided anew; or not at all. */
export type EventUndo =
  | { by: 'submission'; path: string; fields: Readonly<Record<string, string>> }
  | { by: 'page'; path: string }
  | { by: 'never' }

/** What has left, or is gone, does not come back. */
const irrevocable: readonly ActionName[] = [
  'erase_person',
  'send_link',
  'send_links',
  'invite_again',
  'invite_several_again',
  'send_test_mail',
  'open_step',
  'delete_group',
  'delete_campaign',
  'refuse_registration',
  'erase_registration',
]

/** Where what was done is decided anew. */
const pages: Partial<Readonly<Record<ActionName, string>>> = {
  pause_mails: '/desk/mails',
  redirect_mails: '/desk/mails',
  change_settings: '/desk/settings/changes',
  end_campaign: '/desk/campaigns',
}

/** Null where there is nothing to take back, or no more. */
export function undoOfEvent(event: UndoableEvent): EventUndo | null {
  const { action, group, person, revision, confirmation, merged } = event
  if (irrevocable.includes(action)) return { by: 'never' }
  const page = pages[action]
  if (page) return { by: 'page', path: page }
  if (merged !== null && action === 'merge_people' && person)
    return bySubmission(`/desk/people/${person.uid}`, { do: 'part', merged })
  if (action === 'change_states' || action === 'change_languages' || action === 'change_towns')
    return bySubmission('/desk/bulk', { do: 'undo', event: String(event.id) })
  if (!group) return null
  const path = `/desk/groups/${group.uid}`
  if (merged !== null && action === 'merge_groups') return bySubmission(path, { do: 'part', merged })
  if (confirmation !== null) return bySubmission(path, { do: 'unconfirm', confirmation: String(confirmation) })
  return revision === null ? null : bySubmission(path, { do: 'undo', revision: String(revision) })
}

const bySubmission = (path: string, fields: Readonly<Record<string, string>>): EventUndo => ({
  by: 'submission',
  path,
  fields,
})
