/** What can be done; each leaves an event that says who did it. */
export const actionNames = [
  'update_section',
  'confirm_sections',
  'undo_confirmation',
  'accept_invitation',
  'decline_invitation',
  'expire_invitation',
  'object_to_address',
  'change_address',
  'leave_group',
  'disown_group',
  'return_to_group',
  'pause_group',
  'wake_group',
  'undo_revision',
  'set_consents',
  'choose_language',
  'revoke_link',
  'revoke_links',
  'unsubscribe',
  'resubscribe',
  'erase_person',
  'reopen_address',
  'write_note',
  'admit_waiting',
  'refuse_waiting',
  'open_step',
  'import_rows',
  'pause_mails',
  'resume_mails',
  'count_as_left',
  'redirect_mails',
  'end_redirect',
  'make_feed_key',
  'revoke_feed_key',
  'accept_publication',
  'send_link',
  'write_campaign',
  'write_announcement',
  'end_announcement',
  'write_poll',
  'end_poll',
  'answer_poll',
  'create_group',
  'close_group',
  'reopen_group',
  'delete_group',
  'merge_groups',
  'undo_group_merge',
  'merge_people',
  'move_referent',
  'undo_person_merge',
  'sign_in',
  'sign_out',
  'invite_coordinator',
  'join_team',
  'change_coordinator',
  'remove_coordinator',
  'set_up_factor',
  'use_recovery_code',
  'renew_recovery_codes',
  'remove_factor',
  'reset_factor',
  'block_factor',
  'leave_list',
  'confirm_enquiry',
  'answer_enquiry',
  'change_settings',
  'make_webhook',
  'stop_webhook',
  'resume_webhook',
  'remove_webhook',
  'try_webhook',
  'replay_delivery',
] as const

export type ActionName = (typeof actionNames)[number]

/** What an action says of itself. `details` hold nothing personal: erasing somebody does not look there. */
export type ActionEvent = {
  action: ActionName
  /** The group's uid. */
  group?: string
  /** The uid of whom it was done to. */
  person?: string
  /** The address of the coordinator that it was done to. */
  about?: string
  /** The number of the group's revision that it makes. */
  revision?: number
  details?: Readonly<Record<string, string | number | boolean | readonly string[]>>
}
