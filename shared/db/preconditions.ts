import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/** What must still hold when a batch is written that was decided on by what had been read: an SQL condition, and what it compares with. */
export type Precondition = { holds: string; params: readonly (string | number | null)[] }

const given = (holds: string, ...params: (string | number | null)[]): Precondition => ({ holds, params })

/** Fails, and the whole batch with it (`overtaken`), unless something still holds. The first statement of its batch. */
export function refuseUnless(db: D1Database, { holds, params }: Precondition): D1PreparedStatement {
  // A table that refuses this is how a batch ends with nothing written
  return db
    .prepare(`INSERT INTO event (happened_at, actor, action) SELECT NULL, NULL, NULL WHERE NOT coalesce((${holds}), 0)`)
    .bind(...params)
}

const group = (parameter: string) => `(SELECT id FROM local_group WHERE uid = ${parameter})`
const person = (parameter: string) => `(SELECT id FROM person WHERE uid = ${parameter})`
const mailControl = 'SELECT 1 FROM mail_control WHERE'

/** Of acts of the team, by what they act on (uids, unless it says something else): nobody else has done the same, or the opposite, meanwhile. */
export const preconditions = {
  mailsPaused: (isSo: boolean) => given(`EXISTS (${mailControl} paused_at IS NOT NULL) = ?1`, isSo ? 1 : 0),
  mailsRedirected: (isSo: boolean) => given(`EXISTS (${mailControl} redirect_address IS NOT NULL) = ?1`, isSo ? 1 : 0),
  /** By its key; nor a later one. */
  roundUnopened: (round: string) => given('NOT EXISTS (SELECT 1 FROM round WHERE key >= ?1)', round),
  groupKnown: (uid: string) => given('EXISTS (SELECT 1 FROM local_group WHERE uid = ?1)', uid),
  personKnown: (uid: string) => given('EXISTS (SELECT 1 FROM person WHERE uid = ?1)', uid),
  /** `language` null: none was kept. */
  personReads: (uid: string, language: string | null) =>
    given('EXISTS (SELECT 1 FROM person WHERE uid = ?1 AND language IS ?2)', uid, language),
  peopleApart: (kept: string, other: string) =>
    given('(SELECT count(*) FROM person WHERE uid IN (?1, ?2) AND merged_into_id IS NULL) = 2', kept, other),
  peopleMerged: (kept: string, other: string) =>
    given(
      `EXISTS (SELECT 1 FROM person_merge WHERE person_id = ${person('?1')} AND from_id = ${person('?2')} AND undone_at IS NULL)`,
      kept,
      other,
    ),
  addressSuppressed: (address: string) =>
    given(`EXISTS (SELECT 1 FROM suppression WHERE address = ?1 AND reason = 'hard_bounce')`, address),
  someoneWaits: (uid: string) =>
    given(`EXISTS (SELECT 1 FROM invitation WHERE group_id = ${group('?1')} AND waiting_at IS NOT NULL)`, uid),
  /** Of a group: the number of what it confirmed. */
  confirmationStands: (uid: string, number: number) =>
    given(
      `EXISTS (SELECT 1 FROM confirmation WHERE group_id = ${group('?1')} AND number = ?2 AND undone_at IS NULL)`,
      uid,
      number,
    ),
  linkPassedOn: (uid: string) => given('EXISTS (SELECT 1 FROM passed_link WHERE uid = ?1 AND revoked_at IS NULL)', uid),
  campaignIs: (uid: string, { name, heldOn }: { name: string; heldOn: string }) =>
    given('EXISTS (SELECT 1 FROM campaign WHERE uid = ?1 AND name = ?2 AND held_on = ?3)', uid, name, heldOn),
  campaignEnded: (uid: string, isSo: boolean) =>
    given('EXISTS (SELECT 1 FROM campaign WHERE uid = ?1 AND (ended_at IS NOT NULL) = ?2)', uid, isSo ? 1 : 0),
  campaignUnanswered: (uid: string) =>
    given(
      `EXISTS (
         SELECT 1 FROM campaign
         WHERE uid = ?1 AND NOT EXISTS (SELECT 1 FROM participation WHERE participation.campaign_id = campaign.id)
       )`,
      uid,
    ),
  /** `words` as JSON; null: nothing is said, or no more at this instant. */
  announcementIs: (said: { words: string; untilOn: string } | null, at: string) =>
    said
      ? given('EXISTS (SELECT 1 FROM announcement WHERE words = ?1 AND until_on = ?2)', said.words, said.untilOn)
      : given('NOT EXISTS (SELECT 1 FROM announcement WHERE until_at > ?1)', at),
  /** `words` as JSON; null: nothing is asked. Nobody has answered since, where nobody had. */
  pollIs: (round: string, asked: { type: string; words: string; isAnswered: boolean } | null) =>
    asked
      ? given(
          `EXISTS (SELECT 1 FROM poll WHERE round_key = ?1 AND type = ?2 AND words = ?3)
           AND (?4 OR NOT EXISTS (SELECT 1 FROM poll_answer WHERE round_key = ?1))`,
          round,
          asked.type,
          asked.words,
          asked.isAnswered ? 1 : 0,
        )
      : given('NOT EXISTS (SELECT 1 FROM poll WHERE round_key = ?1)', round),
  /** Nobody else (`by` is an address) has it. */
  callFree: (uid: string, by: string) =>
    given(`NOT EXISTS (SELECT 1 FROM group_call WHERE group_id = ${group('?1')} AND taken_by <> ?2)`, uid, by),
  callTakenBy: (uid: string, by: string) =>
    given(`EXISTS (SELECT 1 FROM group_call WHERE group_id = ${group('?1')} AND taken_by = ?2)`, uid, by),
  /** The day of its last call, and of the next. */
  callIs: (uid: string, { calledOn, nextOn }: { calledOn: string | null; nextOn: string | null }) =>
    given(
      `coalesce((SELECT json_array(called_on, next_on) FROM group_call WHERE group_id = ${group('?1')}), json_array(NULL, NULL))
       = json_array(?2, ?3)`,
      uid,
      calledOn,
      nextOn,
    ),
  teamNoteKnown: (id: number) => given('EXISTS (SELECT 1 FROM team_note WHERE id = ?1)', id),
  noteUnanswered: (id: number) => given('EXISTS (SELECT 1 FROM note WHERE id = ?1 AND answered_at IS NULL)', id),
  noteDone: (id: number, isSo: boolean) =>
    given('EXISTS (SELECT 1 FROM note WHERE id = ?1 AND (done_at IS NOT NULL) = ?2)', id, isSo ? 1 : 0),
  registrationKnown: (uid: string) => given('EXISTS (SELECT 1 FROM registration WHERE uid = ?1)', uid),
  /** Of an address: when they were invited last; null: they are not. */
  teamInvitationIs: (email: string, invitedAt: string | null, at: string) =>
    given(
      '(SELECT invited_at FROM team_invitation WHERE email = ?1 AND (invited_at IS ?2 OR expires_at > ?3)) IS ?2',
      email,
      invitedAt,
      at,
    ),
  webhookStopped: (uid: string, isSo: boolean) =>
    given('EXISTS (SELECT 1 FROM webhook WHERE uid = ?1 AND (stopped_at IS NOT NULL) = ?2)', uid, isSo ? 1 : 0),
  webhookKnown: (uid: string) => given('EXISTS (SELECT 1 FROM webhook WHERE uid = ?1)', uid),
  /** By its name. */
  feedKeyOpens: (name: string) => given('EXISTS (SELECT 1 FROM feed_key WHERE name = ?1 AND revoked_at IS NULL)', name),
  /** By its key. */
  listKept: (list: string, isSo: boolean) =>
    given('EXISTS (SELECT 1 FROM list_sync WHERE list = ?1 AND (begun_at IS NOT NULL) = ?2)', list, isSo ? 1 : 0),
  factorSetUp: (email: string) => given('EXISTS (SELECT 1 FROM second_factor WHERE coordinator = ?1)', email),
} as const
