import type { AddressNotice, InvitationEnd, InvitationQuestion } from '#shared/domain/mail-content.ts'
import { objectionDays, takeBackDays } from '#shared/domain/naming.ts'
import { movedColumn } from './former-addresses.ts'
import { isGroupUnvouched, isPersonUnvouched } from './vouched-names.ts'

/** SQL: what does `mail` ask of whoever is invited? Nothing when they have answered, or the invitation was taken back. */
export const questionColumn = `(
    SELECT json_array(
      g.uid, g.name, inviter.name,
      CASE
        WHEN asked.person_id IS NULL THEN 'nobody'
        WHEN asked.person_id = asked.invited_by THEN 'themselves'
        ELSE 'colleague'
      END,
      iif(${isGroupUnvouched('g')}, g.name, NULL),
      iif(${isPersonUnvouched('inviter')}, inviter.name, NULL),
      asked.asked_again_at IS NOT NULL AND asked.asked_again_at <= mail.created_at
    )
    FROM invitation asked
    JOIN local_group g ON g.id = asked.group_id
    LEFT JOIN person inviter ON inviter.id = asked.invited_by
    WHERE asked.id = mail.invitation_id AND asked.answer IS NULL
  )`

export function questionFrom(json: string): InvitationQuestion {
  const [uid, group, by, of, unvouchedGroup, unvouchedName, isAgain] = JSON.parse(json) as [
    string,
    string,
    string | null,
    InvitationQuestion['of'],
    string | null,
    string | null,
    0 | 1,
  ]
  const unvouched = [unvouchedGroup, unvouchedName].filter((name) => name !== null)
  return { uid, group, by, of, unvouched, isAgain: isAgain === 1 }
}

/** SQL: which address would be that of the reader of `mail`? Nothing when it is, or never will be. */
export const newAddressColumn = `coalesce((
    SELECT json_array(g.uid, g.name, writer.name, asked.person_id = asked.invited_by, asked.email, asked.invited_at)
    FROM invitation asked
    JOIN local_group g ON g.id = asked.group_id
    LEFT JOIN person writer ON writer.id = asked.invited_by
    WHERE asked.id = mail.about_invitation_id AND asked.email IS NOT NULL
  ), ${movedColumn})`

export function newAddressFrom(json: string): AddressNotice {
  const [uid, group, by, isOwn, address, at, isMoved] = JSON.parse(json) as [
    string,
    string,
    string | null,
    0 | 1,
    string,
    string,
    1?,
  ]
  const days = isMoved ? takeBackDays : objectionDays
  const until = new Date(new Date(at).getTime() + days * 86_400_000)
  return { uid, group, by, isOwn: isOwn === 1, address, until, ...(isMoved ? { isMoved: true } : {}) }
}

/** SQL: of whom did an invitation end of which `mail` tells, and how? */
export const invitationEndColumn = `(
    SELECT json_object(
      'uid', g.uid, 'group', g.name, 'name', ended.name,
      'isAddress', json(iif(ended.person_id IS NULL, 'false', 'true')), 'answer', ended.answer
    )
    FROM invitation ended
    JOIN local_group g ON g.id = ended.group_id
    WHERE ended.id = mail.about_invitation_id AND ended.answer <> 'accepted'
  )`

export function invitationEndFrom(json: string): InvitationEnd {
  return JSON.parse(json) as InvitationEnd
}
