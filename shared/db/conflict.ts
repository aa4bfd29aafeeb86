import { grows, tableOf } from '#shared/record/section.ts'
import { ourSections } from '#shared/record/sections.ts'

/** Why a write did not land: somebody else's revision came first, another group of this name is in the same place, somebody else has this address, another group has a row of this uid, another campaign has this name, something has happened in the group that was to be deleted, somebody of the team has answered already, a coordinator has sent themselves too many mails. */
export type WriteConflict =
  | 'overtaken'
  | 'name_taken'
  | 'address_taken'
  | 'many_notes'
  | 'row_elsewhere'
  | 'campaign_taken'
  | 'in_use'
  | 'answered_already'
  | 'many_tests'

const rowTables = [...ourSections.filter(grows).map(tableOf), 'section_row']

// D1 gives SQLite's reason in the message's text only
const reasons: readonly [WriteConflict, RegExp][] = [
  // `refuseUnless`
  ['overtaken', /NOT NULL constraint failed: event\.happened_at/],
  ['overtaken', /UNIQUE constraint failed: revision\.group_id, revision\.number/],
  // The same two were made one meanwhile
  ['overtaken', /UNIQUE constraint failed: (group|person)_merge\.from_id/],
  // Another write of the same person came first, and with it they have written too much for a day
  ['overtaken', /NOT NULL constraint failed: (write_count|passed_link)\.added/],
  ['name_taken', /UNIQUE constraint failed: index 'local_group_name'/],
  // Somebody of the group named them meanwhile, or they answered
  ['overtaken', /(UNIQUE|NOT NULL) constraint failed: invitation\./],
  ['many_notes', /NOT NULL constraint failed: note\.body/],
  ['row_elsewhere', new RegExp(`NOT NULL constraint failed: (${rowTables.join('|')})\\.group_id`)],
  ['campaign_taken', /UNIQUE constraint failed: campaign\.name_key/],
  ['in_use', /NOT NULL constraint failed: local_group\.name/],
  ['many_tests', /NOT NULL constraint failed: test_mail\.subject/],
  ['answered_already', /a registration is answered once/],
  ['address_taken', /UNIQUE constraint failed: person\.email/],
]

/** What kept a batch from landing, all of it; null for any other failure. */
export function conflictOf(error: unknown): WriteConflict | null {
  if (!(error instanceof Error)) return null
  return reasons.find(([, reason]) => reason.test(error.message))?.[0] ?? null
}
