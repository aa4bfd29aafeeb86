import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { namingDay, namingLimits, namingMonth } from '#shared/domain/naming.ts'
import type { Question } from './ask.ts'
import { streamOf } from './mail-streams.ts'
import type { ReadDatabase } from './read-only.ts'

/** Somebody (uid) whom a referent named, and the HMAC of their mailbox. */
export type NewNaming = { person: string; mailbox: string }
/** The write that names them: of which group (uid), its revision, and by whom (uid). */
type Naming = { group: string; number: number; by: string; named: readonly NewNaming[] }

const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()

/**
 * Lets be written to whom a referent has named, as far as the limits go: the first ones, and of one mailbox so many. The others wait for
 * the team. In one batch with the write, after the seats and before the mails: it counts what is there when it runs, so that two saves at
 * once pass no limit together. Whose address somebody else wrote is asked whether that is them.
 */
export function insertNamings(db: D1Database, { group, number, by, named }: Naming, now: Date): D1PreparedStatement[] {
  if (named.length === 0) return []
  const json = JSON.stringify(named)
  const { save, groupInDay, referentInDay, mailboxInMonth } = namingLimits
  return [
    db.prepare('DELETE FROM naming WHERE named_at <= ?1').bind(before(now, namingMonth)),
    db
      .prepare(
        `WITH
           item AS (
             SELECT
               key,
               value ->> 'person' AS person,
               value ->> 'mailbox' AS mailbox,
               row_number() OVER (PARTITION BY value ->> 'mailbox' ORDER BY key) AS nth
             FROM json_each(?1)
           ),
           open AS (
             SELECT item.*, row_number() OVER (ORDER BY key) AS place
             FROM item
             WHERE nth + (SELECT count(*) FROM naming WHERE naming.mailbox = item.mailbox) <= ${mailboxInMonth}
           )
         INSERT INTO naming (group_id, number, named_by, person_id, mailbox, named_at)
         SELECT g.id, ?3, namer.id, person.id, open.mailbox, ?5
         FROM open
         JOIN person ON person.uid = open.person
         JOIN local_group g ON g.uid = ?2
         JOIN person namer ON namer.uid = ?4
         WHERE open.place <= min(
           ${save},
           ${groupInDay} - (SELECT count(*) FROM naming WHERE group_id = g.id AND named_at > ?6),
           ${referentInDay} - (SELECT count(*) FROM naming WHERE named_by = namer.id AND named_at > ?6)
         )`,
      )
      .bind(json, group, number, by, now.toISOString(), before(now, namingDay)),
    db
      .prepare(
        `UPDATE referent
         SET
           waiting_at = iif(
             EXISTS (SELECT 1 FROM naming WHERE naming.person_id = referent.person_id AND naming.group_id = referent.group_id AND number = ?3),
             NULL,
             ?4
           ),
           invited_at = iif(namer.uid = named.uid, invited_at, ?4),
           invited_by = iif(namer.uid = named.uid, invited_by, namer.id),
           answer = iif(namer.uid = named.uid, answer, NULL),
           answered_at = iif(namer.uid = named.uid, answered_at, NULL)
         FROM person AS named, person AS namer
         WHERE until_at IS NULL
         AND named.id = referent.person_id
         AND namer.uid = ?5
         AND group_id = (SELECT id FROM local_group WHERE uid = ?2)
         AND named.uid IN (SELECT value ->> 'person' FROM json_each(?1))`,
      )
      .bind(json, group, number, now.toISOString(), by),
  ]
}

/** People whom a group named and who wait for the team. */
export type WaitingGroup = {
  uid: string
  name: string
  town: string | null
  people: { uid: string; name: string; email: string }[]
  /** Who named them, each once. */
  by: string[]
  /** Since when the first of them waits. */
  since: Date
}

type WaitingColumns = { uid: string; name: string; town: string | null; people: string; by: string; since: string }

/** The groups of which somebody waits for the team, those that wait longest first; one of them when its uid is given. */
export function listWaitingGroups(
  db: ReadDatabase,
  group: string | null = null,
  howMany = 1000,
): Question<WaitingGroup[]> {
  return {
    // Whom did groups name who may not be written to yet, and who named them?
    statement: db
      .prepare(
        `SELECT
           g.uid, g.name, g.town,
           json_group_array(json_array(person.uid, person.name, person.email) ORDER BY referent.id) AS people,
           json_group_array(DISTINCT namer.name) AS by,
           min(referent.waiting_at) AS since
         FROM referent
         JOIN local_group g ON g.id = referent.group_id
         JOIN person ON person.id = referent.person_id
         LEFT JOIN person namer ON namer.id = referent.invited_by
         WHERE referent.waiting_at IS NOT NULL
         AND referent.until_at IS NULL
         AND (?1 IS NULL OR g.uid = ?1)
         GROUP BY g.id
         ORDER BY since, g.name_key
         LIMIT ?2 + 0`,
      )
      .bind(group, howMany),
    read: (rows: WaitingColumns[]) =>
      rows.map(({ people, by, since, ...row }) => ({
        ...row,
        people: (JSON.parse(people) as [string, string, string][]).map(([uid, name, email]) => ({ uid, name, email })),
        by: (JSON.parse(by) as (string | null)[]).filter((name) => name !== null),
        since: new Date(since),
      })),
  }
}

// The mail is as if they were named just now, by the revision that did
const namedIn = `
  SELECT max(revision.number)
  FROM revision, json_each(revision.changes) AS change
  WHERE revision.group_id = referent.group_id
  AND instr(revision.changes, person.uid) > 0
  AND iif(
    change.type = 'object',
    change.value ->> 'list' = 'referents'
    AND change.value ->> 'row' = person.uid
    AND (change.value ->> 'field' = 'email' OR change.value -> 'added' IS NOT NULL),
    0
  )`

/** Lets everybody through who waits in a group (uid): they are written to. In one batch. */
export function admitWaiting(db: D1Database, group: string, now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO mail (kind, stream, person_id, group_id, since_number, state, reason, due_at, settled_at, created_at)
         SELECT
           'welcome', ${streamOf("'welcome'")}, person.id, referent.group_id, (${namedIn}),
           iif(shut.address IS NULL, 'pending', 'suppressed'), shut.reason, ?2, iif(shut.address IS NULL, NULL, ?2), ?2
         FROM referent
         JOIN person ON person.id = referent.person_id
         LEFT JOIN suppression shut ON shut.address = person.email
         WHERE ${waitsIn('?1')} AND (${namedIn}) IS NOT NULL
         ON CONFLICT DO NOTHING`,
      )
      .bind(group, now.toISOString()),
    db.prepare(`UPDATE referent SET waiting_at = NULL WHERE ${waitsIn('?1')}`).bind(group),
  ]
}

/** Takes off everybody who waits in a group (uid), for the team; nobody is written to. In one batch. */
export function refuseWaiting(db: D1Database, group: string, now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, changes)
         SELECT
           g.id,
           (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE group_id = g.id),
           ?2, 'coordinator',
           json_group_array(json_object('list', 'referents', 'row', person.uid, 'removed', json_object(
             'name', person.name, 'email', person.email, 'phone', person.phone, 'role', referent.role
           )))
         FROM referent
         JOIN person ON person.id = referent.person_id
         JOIN local_group g ON g.id = referent.group_id
         WHERE ${waitsIn('?1')}
         GROUP BY g.id`,
      )
      .bind(group, now.toISOString()),
    db.prepare(`UPDATE referent SET until_at = ?2 WHERE ${waitsIn('?1')}`).bind(group, now.toISOString()),
  ]
}

function waitsIn(group: string): string {
  return `referent.waiting_at IS NOT NULL
    AND referent.until_at IS NULL
    AND referent.group_id = (SELECT id FROM local_group WHERE uid = ${group})`
}
