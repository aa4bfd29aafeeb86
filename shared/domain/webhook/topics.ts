import type { ActionName } from '../event.ts'

/** What a webhook may be told of: what happens to groups, to their records, to people, from outside, and what the team does. */
export const webhookTopics = ['groups', 'records', 'people', 'voices', 'team'] as const
export type WebhookTopic = (typeof webhookTopics)[number]

const topicOf: Readonly<Record<ActionName, WebhookTopic>> = {
  create_group: 'groups',
  close_group: 'groups',
  reopen_group: 'groups',
  delete_group: 'groups',
  merge_groups: 'groups',
  undo_group_merge: 'groups',
  merge_people: 'people',
  move_referent: 'people',
  undo_person_merge: 'people',
  pause_group: 'groups',
  wake_group: 'groups',
  update_section: 'records',
  confirm_sections: 'records',
  undo_confirmation: 'records',
  undo_revision: 'records',
  answer_poll: 'records',
  accept_invitation: 'people',
  decline_invitation: 'people',
  expire_invitation: 'people',
  object_to_address: 'people',
  change_address: 'people',
  leave_group: 'people',
  disown_group: 'people',
  return_to_group: 'people',
  set_consents: 'people',
  choose_language: 'people',
  revoke_link: 'people',
  revoke_links: 'team',
  unsubscribe: 'people',
  resubscribe: 'people',
  erase_person: 'people',
  leave_list: 'people',
  write_note: 'voices',
  confirm_enquiry: 'voices',
  answer_enquiry: 'voices',
  reopen_address: 'team',
  admit_waiting: 'team',
  refuse_waiting: 'team',
  open_step: 'team',
  import_rows: 'team',
  count_as_left: 'team',
  pause_mails: 'team',
  resume_mails: 'team',
  redirect_mails: 'team',
  end_redirect: 'team',
  make_feed_key: 'team',
  revoke_feed_key: 'team',
  accept_publication: 'team',
  begin_list_sync: 'team',
  halt_list_sync: 'team',
  send_link: 'team',
  write_campaign: 'team',
  write_announcement: 'team',
  end_announcement: 'team',
  write_poll: 'team',
  end_poll: 'team',
  take_call: 'team',
  leave_call: 'team',
  report_call: 'team',
  write_team_note: 'team',
  delete_team_note: 'team',
  answer_note: 'team',
  settle_note: 'team',
  reopen_note: 'team',
  change_settings: 'team',
  sign_in: 'team',
  sign_out: 'team',
  invite_coordinator: 'team',
  join_team: 'team',
  change_coordinator: 'team',
  remove_coordinator: 'team',
  set_up_factor: 'team',
  use_recovery_code: 'team',
  renew_recovery_codes: 'team',
  remove_factor: 'team',
  reset_factor: 'team',
  block_factor: 'team',
  make_webhook: 'team',
  stop_webhook: 'team',
  resume_webhook: 'team',
  remove_webhook: 'team',
  try_webhook: 'team',
  replay_delivery: 'team',
}

/** The actions of these topics; null, which is all of them, also those to come, where no topic is left out. */
export function actionsOf(topics: readonly WebhookTopic[]): ActionName[] | null {
  if (webhookTopics.every((topic) => topics.includes(topic))) return null
  const names = Object.keys(topicOf) as ActionName[]
  return names.filter((action) => topics.includes(topicOf[action]))
}

/** The topics of which a webhook is told. */
export function topicsOf(actions: readonly ActionName[] | null): WebhookTopic[] {
  return webhookTopics.filter((topic) => actions === null || actions.some((action) => topicOf[action] === topic))
}
