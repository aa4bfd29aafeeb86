import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** How far a Relance has come towards its first round. */
export type FirstSteps = {
  groups: number
  /** Of those, with somebody who reads mails. */
  reachable: number
  /** One whose mail can be read beforehand; null when there is none. */
  example: string | null
  /** All mails go to one of the team. */
  isRedirected: boolean
  hasOpened: boolean
}

/** SQL: what is known of groups that are not closed; those that nobody reads mails of are few, and have their indexes. */
const unclosed = `FROM group_summary JOIN local_group g ON g.id = group_summary.group_id WHERE g.state <> 'closed'`

const exampleSql = `
           SELECT g.uid
           FROM local_group g
           JOIN group_summary ON group_summary.group_id = g.id
           WHERE g.state <> 'closed' AND reachable > 0
           ORDER BY g.id
           LIMIT 1`

/** A group (uid) whose mail can be read beforehand; null when there is none. */
export function exampleGroup(db: ReadDatabase): Question<string | null> {
  return {
    // Of which group may a mail be read?
    statement: db.prepare(exampleSql),
    read: ([row]: { uid: string }[]) => row?.uid ?? null,
  }
}

type Columns = { groups: number; unreachable: number; example: string | null; redirected: number; opened: number }

export function stepsToFirstRound(db: ReadDatabase): Question<FirstSteps> {
  return {
    // How many groups are there, can they be written to, is this a trial, and has a round opened?
    statement: db.prepare(
      `SELECT
         (SELECT coalesce(sum(groups), 0) FROM group_rollup WHERE state <> 'closed') AS groups,
         (SELECT count(*) ${unclosed} AND referents = 0) + (SELECT count(*) ${unclosed} AND reachable < referents AND reachable = 0) AS unreachable,
         (${exampleSql}) AS example,
         EXISTS (SELECT 1 FROM mail_control WHERE redirect_address IS NOT NULL) AS redirected,
         EXISTS (SELECT 1 FROM round) AS opened`,
    ),
    read: ([row]: Columns[]) => ({
      groups: row?.groups ?? 0,
      reachable: (row?.groups ?? 0) - (row?.unreachable ?? 0),
      example: row?.example ?? null,
      isRedirected: row?.redirected === 1,
      hasOpened: row?.opened === 1,
    }),
  }
}

/** Whether a round has ever opened. */
export function hasOpenedRound(db: ReadDatabase): Question<boolean> {
  return {
    // Has the first round opened?
    statement: db.prepare('SELECT EXISTS (SELECT 1 FROM round) AS opened'),
    read: ([row]: { opened: number }[]) => row?.opened === 1,
  }
}
