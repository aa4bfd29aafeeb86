import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** Where a group is written to: its referents who get our mails, else the address that anybody may have. */
export type GroupAddresses = { uid: string; name: string; emails: string[] }

/** The addresses of these groups (uids), in the order of their names: of nobody who is not written to any more. */
export function listGroupAddresses(db: ReadDatabase, groups: readonly string[]): Question<GroupAddresses[]> {
  type Columns = { uid: string; name: string; public_email: string | null; emails: string }
  return {
    // Where does one write to each of these groups?
    statement: db
      .prepare(
        `SELECT
           g.uid, g.name,
           iif(EXISTS (SELECT 1 FROM suppression WHERE suppression.address = lower(g.public_email)), NULL, g.public_email) AS public_email,
           (
             SELECT json_group_array(person.email ORDER BY referent.id)
             FROM referent
             JOIN person ON person.id = referent.person_id
             LEFT JOIN suppression ON suppression.address = person.email
             WHERE referent.group_id = g.id AND referent.until_at IS NULL
             AND person.email IS NOT NULL AND suppression.address IS NULL
           ) AS emails
         FROM json_each(?1) AS asked
         JOIN local_group g ON g.uid = asked.value
         ORDER BY g.name_key, g.id`,
      )
      .bind(JSON.stringify(groups)),
    read: (rows: Columns[]) =>
      rows.map(({ uid, name, public_email, emails }) => {
        const own = JSON.parse(emails) as string[]
        return { uid, name, emails: own.length === 0 && public_email !== null ? [public_email] : own }
      }),
  }
}
