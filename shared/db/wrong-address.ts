import type { WrongAddress } from '#shared/domain/mail-content.ts'

/** SQL: whose address does not exist, of which `mail` tells, as long as that is so and they are of the group? */
export const wrongAddressColumn = `(
    SELECT json_object('uid', g.uid, 'group', g.name, 'about', about.name)
    FROM person about
    JOIN suppression shut ON shut.address = about.email AND shut.reason = 'hard_bounce'
    JOIN referent seat ON seat.person_id = about.id AND seat.group_id = mail.group_id AND seat.until_at IS NULL
    JOIN local_group g ON g.id = mail.group_id
    WHERE about.id = mail.about_person_id
  )`

export function wrongAddressFrom(json: string): WrongAddress {
  return JSON.parse(json) as WrongAddress
}
