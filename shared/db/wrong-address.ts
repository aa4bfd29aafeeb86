import type { WrongAddress } from '#shared/domain/mail-content.ts'

/** SQL: whose address does not exist, of which `mail` tells, as long as that is so and they are of the group? */
export const wrongAddressColumn = `(
    SELECT json_object('uid', g.uid, 'group', g.name, 'about', about.name)
    FROM person about
    JOIN suppression suppressed ON suppressed.address = about.email AND suppressed.reason = 'hard_bounce'
    JOIN referent membership ON membership.person_id = about.id AND membership.group_id = mail.group_id AND membership.until_at IS NULL
    JOIN local_group g ON g.id = mail.group_id
    WHERE about.id = mail.about_person_id
  )`

export function wrongAddressFrom(json: string): WrongAddress {
  return JSON.parse(json) as WrongAddress
}
