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

/** Who is let in where something is decided anew. */
export type PageRole = 'acts' | 'acts_everywhere' | 'administers'

/** How an event is taken back: by a press, or on a page where it is decided anew; or not at all. */
export type EventUndo =
  | { by: 'submission'; path: string; fields: Readonly<Record<string, string>> }
  | { by: 'page'; path: string; needs: PageRole }
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
  'answer_note',
  'delete_team_note',
  'admit_waiting',
  'refuse_waiting',
  'revoke_feed_key',
  'remove_webhook',
  'replay_delivery',
]

/** What was done to several at once. */
const bulk: readonly ActionName[] = ['change_states', 'change_languages', 'change_towns', 'add_members']

/** Where what was done is decided anew. */
const pages: readonly { path: string; needs: PageRole; actions: readonly ActionName[] }[] = [
  {
    path: '/desk/mails',
    needs: 'administers',
    actions: ['pause_mails', 'resume_mails', 'redirect_mails', 'end_redirect'],
  },
  { path: '/desk/settings/changes', needs: 'administers', actions: ['change_settings'] },
  { path: '/desk/campaigns', needs: 'acts_everywhere', actions: ['write_campaign', 'end_campaign', 'reopen_campaign'] },
  {
    path: '/desk/month',
    needs: 'acts_everywhere',
    actions: ['write_announcement', 'end_announcement', 'write_poll', 'end_poll'],
  },
  { path: '/desk/sheets', needs: 'administers', actions: ['remove_members'] },
  { path: '/desk/notes?done', needs: 'acts', actions: ['settle_note'] },
  { path: '/desk/notes', needs: 'acts', actions: ['reopen_note'] },
  { path: '/desk/calls', needs: 'acts', actions: ['take_call', 'leave_call'] },
  { path: '/desk/keys', needs: 'administers', actions: ['make_feed_key'] },
  { path: '/desk/webhooks', needs: 'administers', actions: ['make_webhook', 'stop_webhook', 'resume_webhook'] },
  { path: '/desk/feeds', needs: 'administers', actions: ['begin_list_sync', 'halt_list_sync'] },
  {
    path: '/desk/team',
    needs: 'administers',
    actions: ['invite_coordinator', 'change_coordinator', 'remove_coordinator'],
  },
]

/** Null where there is nothing to take back, or no more. */
export function undoOfEvent(event: UndoableEvent): EventUndo | null {
  const { action, group, person, revision, confirmation, merged } = event
  if (irrevocable.includes(action)) return { by: 'never' }
  const page = pages.find(({ actions }) => actions.includes(action))
  if (page) return { by: 'page', path: page.path, needs: page.needs }
  if (merged !== null && action === 'merge_people' && person)
    return bySubmission(`/desk/people/${person.uid}`, { do: 'part', merged })
  if (bulk.includes(action)) return bySubmission('/desk/bulk', { do: 'undo', event: String(event.id) })
  if (!group) return null
  const path = `/desk/groups/${group.uid}`
  if (action === 'create_group') return { by: 'page', path, needs: 'acts' }
  if (action === 'move_referent' && person) return { by: 'page', path: `/desk/people/${person.uid}`, needs: 'acts' }
  if (merged !== null && action === 'merge_groups') return bySubmission(path, { do: 'part', merged })
  if (confirmation !== null) return bySubmission(path, { do: 'unconfirm', confirmation: String(confirmation) })
  return revision === null ? null : bySubmission(path, { do: 'undo', revision: String(revision) })
}

const bySubmission = (path: string, fields: Readonly<Record<string, string>>): EventUndo => ({
  by: 'submission',
  path,
  fields,
})
