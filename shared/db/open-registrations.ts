import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** A group that registered and waits for the team, as a search finds it. */
export type OpenRegistration = {
  uid: string
  groupName: string
  town: string
  postcode: string | null
  name: string
  email: string
  phone: string | null
}

/** More never wait: what is confirmed is bounded, and read by the team. */
const most = 300

/** The groups that wait, the oldest first. */
export function listOpenRegistrations(db: ReadDatabase): Question<OpenRegistration[]> {
  type Columns = Omit<OpenRegistration, 'groupName'> & { group_name: string }
  return {
    // Which groups registered and wait for an answer?
    statement: db.prepare(
      `SELECT uid, group_name, town, postcode, name, email, phone
       FROM registration
       WHERE confirmed_at IS NOT NULL AND answered_at IS NULL
       ORDER BY confirmed_at
       LIMIT ${most}`,
    ),
    read: (rows: Columns[]) => rows.map(({ group_name, ...said }) => ({ ...said, groupName: group_name })),
  }
}
