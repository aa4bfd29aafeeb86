import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { readChanges } from '#shared/domain/change.ts'
import { type KindTelling, newsInDay } from '#shared/domain/mail.ts'
import type { News } from '#shared/domain/mail-content.ts'
import { netChanges } from '#shared/domain/net-changes.ts'
import { seenByGroup } from '#shared/domain/seen-by-group.ts'
import type { Sections } from '#shared/record/sections.ts'
import { firstChanges } from './history.ts'
import { streamOf } from './mail-streams.ts'
import { rowNameSql } from './row-names.ts'

/** Whom a write is told: people by their uid. */
export type Recipient = { kind: KindTelling<'changes' | 'membership'>; person: string }

/** Of a write to one group: from which revision on is told, and to whom. */
export type Telling = { group: string; since: number; told: readonly Recipient[] }

/** Milliseconds that a mail about a write waits for the next one: what is corrected in one sitting is told in one mail. */
const digestWindow = 10 * 60_000

/**
 * Puts in the outbox what a write to a group, or to several, is to be told to people; what waits there already will tell of it too. In one batch with the
 * write, after it.
 */
export function insertNews(db: D1Database, tellings: Telling | readonly Telling[], now: Date): D1PreparedStatement[] {
  const all = [tellings].flat() as Telling[]
  const rows = all.flatMap(({ group, since, told }) => told.map((one) => ({ group, since, ...one })))
  const insertion = db
    .prepare(
      `INSERT INTO mail (kind, stream, person_id, group_id, since_number, state, reason, due_at, settled_at, created_at)
       SELECT
         item.value ->> 'kind', ${streamOf("item.value ->> 'kind'")}, person.id, g.id, item.value ->> 'since',
         iif(suppressed.address IS NULL, 'pending', 'suppressed'), suppressed.reason,
         iif(item.value ->> 'kind' = 'farewell', ?2, ${unhurried('person.id', '?2')}),
         iif(suppressed.address IS NULL, NULL, ?3), ?3
       FROM json_each(?1) AS item
       JOIN person ON person.uid = item.value ->> 'person'
       JOIN local_group g ON g.uid = item.value ->> 'group'
       LEFT JOIN suppression suppressed ON suppressed.address = person.email
       WHERE true
       ON CONFLICT DO NOTHING`,
    )
    .bind(JSON.stringify(rows), new Date(now.getTime() + digestWindow).toISOString(), now.toISOString())
  return [insertion]
}

/**
 * SQL: when somebody (`person`, an id) gets the next mail about what was written in their groups: at `soonest`, unless a day has as many as
 * it may. What waits is told in one mail, so that nobody who corrects all day long fills a mailbox.
 */
export function unhurried(person: string, soonest: string): string {
  return `max(${soonest}, coalesce((
    SELECT strftime('%Y-%m-%dT%H:%M:%fZ', recent.due_at, '+1 day')
    FROM mail recent
    WHERE recent.person_id = ${person} AND recent.kind IN ('receipt', 'news', 'wrong_address')
    ORDER BY recent.due_at DESC
    LIMIT 1 OFFSET ${newsInDay - 1}
  ), ''))`
}

/** Of what a mail tells: the latest revisions, and of each the first changes. A list of hundreds is read in the history. */
const revisionsTold = 10
const changesTold = 40

// Whether a mail of this kind tells of this revision
const isTold = `
    revision.group_id = mail.group_id
    AND revision.number >= mail.since_number
    AND (mail.kind = 'receipt') = (revision.person_id IS mail.person_id)`

// What was written in this mail's group since it was put in the outbox, by whom, how much of it in all, and what are the rows called?
export const newsColumn = (sections: Sections) => `(
    WITH
      written AS MATERIALIZED (
        SELECT revision.number, coalesce(author.name, revision.author_name) AS by, revision.author = 'passed_link' AS is_passed, ${firstChanges('revision', changesTold)} AS changes
        FROM revision
        LEFT JOIN person author ON author.id = revision.person_id
        WHERE ${isTold}
        ORDER BY revision.number DESC
        LIMIT ${revisionsTold}
      ),
      named AS (
        SELECT DISTINCT change.value ->> 'row' AS uid
        FROM written
        JOIN json_each(written.changes) AS change
      )
    SELECT json_array(
      g.uid,
      g.name,
      json((SELECT json_group_array(json_array(by, is_passed, json(changes)) ORDER BY number) FROM written)),
      (SELECT sum(json_array_length(revision.changes)) FROM revision WHERE ${isTold}),
      json((
        SELECT json_group_array(json_array(named.uid, ${rowNameSql(sections, 'named.uid').name}))
        FROM named
        ${rowNameSql(sections, 'named.uid').joins}
      )),
      (SELECT person.uid FROM person WHERE person.id = mail.person_id AND mail.kind = 'news'),
      mail.kind = 'receipt' OR EXISTS (
        SELECT 1
        FROM referent
        WHERE referent.group_id = g.id AND referent.person_id = mail.person_id AND referent.until_at IS NULL
      )
    )
    FROM local_group g
    WHERE g.id = mail.group_id
  )`

type Columns = [
  uid: string,
  group: string,
  revisions: [by: string | null, isPassed: 0 | 1, changes: unknown][],
  written: number,
  names: [uid: string, name: string | null][],
  reader: string | null,
  isTheirs: 0 | 1,
]

export function newsFrom(json: string, sections: Sections): News | null {
  const [uid, group, written, count, rowNames, reader, isTheirs] = JSON.parse(json) as Columns
  const all = written.flatMap(([, , changes]) => readChanges(changes))
  const changes = netChanges(seenByGroup(all, sections), sections)
  const untold = Math.max(0, count - all.length)
  // Whoever left meanwhile hears of what is theirs alone
  if (changes.length + untold === 0 || isTheirs === 0) return null
  const namesOf = (passed: 0 | 1) => [
    ...new Set(written.flatMap(([by, isPassed]) => (isPassed === passed && by) || [])),
  ]
  const names = new Map(rowNames.filter((pair): pair is [string, string] => pair[1] !== null))
  const isNewcomer = changes.some(
    ({ list, row, ...change }) => list === 'referents' && row === reader && 'added' in change,
  )
  return {
    uid,
    group,
    authors: namesOf(0),
    passedBy: namesOf(1),
    changes,
    untold,
    names,
    ...(isNewcomer && { isNewcomer }),
  }
}
