import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { isLanguage, type Language } from '#shared/text/language.ts'
import type { Question } from './ask.ts'
import { hoursAgo, newLinkSql } from './outbox.ts'
import type { ReadDatabase } from './read-only.ts'

/** A referent of one of several groups; `language` null: none is kept. */
export type CurrentReferent = { uid: string; language: Language | null; email: string | null }

const currentReferents = (rows: { uid: string; language: string | null; email: string | null }[]): CurrentReferent[] =>
  rows.map(({ language, ...row }) => ({ ...row, language: isLanguage(language) ? language : null }))

/** Everybody who is a referent of these groups (uids), each once. */
export function listCurrentReferents(db: ReadDatabase, groups: readonly string[]): Question<CurrentReferent[]> {
  return {
    // Who are the referents of these groups?
    statement: db
      .prepare(
        `SELECT person.uid, person.language, person.email
         FROM person
         WHERE person.id IN (
           SELECT referent.person_id
           FROM json_each(?1) AS asked
           JOIN local_group g ON g.uid = asked.value
           JOIN referent ON referent.group_id = g.id AND referent.until_at IS NULL
         )
         ORDER BY person.id`,
      )
      .bind(JSON.stringify(groups)),
    read: currentReferents,
  }
}

/** Writes each of these addresses a new link, as if they had asked for it. */
export function insertNewLinks(db: D1Database, addresses: readonly string[], now: Date): D1PreparedStatement {
  return db
    .prepare(newLinkSql('SELECT value AS address, NULL AS link_hash FROM json_each(?4)'))
    .bind(now.toISOString(), hoursAgo(1, now), hoursAgo(24, now), JSON.stringify(addresses))
}

/** An act on several groups, with what it did to each: the group's or the person's uid, and what was so before. */
export type BulkAct = {
  id: number
  action: 'change_states' | 'change_languages'
  at: Date
  /** What it made of all of them. */
  to: string
  parts: { uid: string; before: string | null }[]
}

/** An act on several groups by its event, of one coordinator (`by`, their address) or of whomever; null when there is none that can be taken back. Its parts are the events of the same instant and coordinator before it. */
export function findBulkAct(db: ReadDatabase, event: number, by: string | null): Question<BulkAct | null> {
  type Columns = { id: number; action: BulkAct['action']; happened_at: string; to: string; parts: string }
  return {
    // What did this act do, to whom?
    statement: db
      .prepare(
        `SELECT whole.id, whole.action, whole.happened_at, whole.details ->> 'to' AS "to", (
           SELECT json_group_array(json_array(
             iif(whole.action = 'change_states', g.uid, person.uid),
             part.details ->> 'before'
           ) ORDER BY part.id)
           FROM event AS part
           LEFT JOIN local_group g ON g.id = part.group_id
           LEFT JOIN person ON person.id = part.person_id
           WHERE part.id BETWEEN whole.id - whole.details ->> 'parts' AND whole.id - 1
           AND part.happened_at = whole.happened_at AND part.coordinator IS whole.coordinator
           AND coalesce(g.uid, person.uid) IS NOT NULL
         ) AS parts
         FROM event AS whole
         WHERE whole.id = ?1 AND whole.action IN ('change_states', 'change_languages')
         AND (?2 IS NULL OR whole.coordinator = ?2)`,
      )
      .bind(event, by),
    read: ([row]: Columns[]) =>
      row
        ? {
            id: row.id,
            action: row.action,
            at: new Date(row.happened_at),
            to: row.to,
            parts: (JSON.parse(row.parts) as [string, string | null][]).map(([uid, before]) => ({ uid, before })),
          }
        : null,
  }
}

/** These people (uids), with the language that is kept of each. */
export function listPeopleLanguages(db: ReadDatabase, people: readonly string[]): Question<CurrentReferent[]> {
  return {
    // Which languages do these people read?
    statement: db
      .prepare('SELECT uid, language, email FROM person WHERE uid IN (SELECT value FROM json_each(?1)) ORDER BY id')
      .bind(JSON.stringify(people)),
    read: currentReferents,
  }
}
