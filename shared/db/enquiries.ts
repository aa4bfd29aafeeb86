import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { EnquiryContent } from '#shared/domain/mail-content.ts'
import type { Question } from './ask.ts'
import { streamOf } from './mail-streams.ts'
import { wholeUid } from './merged-groups.ts'
import type { ReadDatabase } from './read-only.ts'
import { isGroupUnvouched } from './vouched-names.ts'
import { hasMailbox, hasRoom, roomIn, type WaitingRoom } from './waiting-room.ts'

/** Of all groups. */
const waitingRoom: WaitingRoom = { table: 'enquiry', unproven: 20, proven: 200 }
/** So many reach one group in a day. */
const groupInDay = 20
const day = 86_400_000
const daysKept = 60

const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()

export type NewEnquiry = {
  /** 32 hexadecimal digits. */
  uid: string
  group: string
  name: string
  email: string
  body: string
  consent: string
  /** In which they wrote; left out, the movement's first. */
  language?: string
  isProven: boolean
  /** What the proof of the visitor's browser is counted by, where it has one: it is good for one. */
  proof: string | null
}

// A referent of `local_group g` who may be written to
const reachable = `
  FROM referent
  JOIN person ON person.id = referent.person_id
  WHERE referent.group_id = g.id AND referent.until_at IS NULL
  AND person.email IS NOT NULL AND person.email NOT IN (SELECT address FROM suppression)`

/** Whether a visitor may write to a group: it is shown, and somebody there reads mails. */
export function takesEnquiries(db: ReadDatabase, group: string): Question<boolean> {
  return {
    // Is there somebody to write to in this group, which is shown?
    statement: db
      .prepare(
        `SELECT EXISTS (SELECT 1 ${reachable}) AS takes
         FROM local_group g
         JOIN published_group ON published_group.group_id = g.id AND shown IS NOT NULL
         WHERE g.uid = ${wholeUid('?1')}`,
      )
      .bind(group),
    read: ([row]: { takes: number }[]) => row?.takes === 1,
  }
}

/**
 * Keeps an enquiry and asks the visitor whether the address is theirs, by a mail. Nothing is written (no row has changed) when too many wait
 * already; nor, in silence, for an address that has written to a group in the last day: it gets one such mail a day.
 */
export function insertEnquiry(db: D1Database, enquiry: NewEnquiry, now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO enquiry (uid, group_id, name, email, body, consent, is_proven, asked_at, language)
         SELECT ?1, g.id, ?3, ?4, ?5, ?6, ?7, ?8, ?11
         FROM local_group g
         WHERE g.uid = ?2 AND EXISTS (SELECT 1 ${reachable})
         AND NOT EXISTS (SELECT 1 FROM enquiry WHERE email = ?4 AND asked_at > ?9)
         -- What robots ask and nobody confirms keeps out no visitor whose browser has worked
         AND (
           SELECT count(*)
           FROM enquiry
           WHERE group_id = g.id AND asked_at > ?9 AND (confirmed_at IS NOT NULL OR is_proven >= ?7)
         ) < ${groupInDay}
         AND ${hasRoom(waitingRoom, '?7', '?9')}
         AND ${hasMailbox(waitingRoom, '?4', '?9')}
         -- Two that came at once, by one proof
         AND NOT EXISTS (SELECT 1 FROM submission_count WHERE client = ?10 AND submissions > 1)`,
      )
      .bind(
        enquiry.uid,
        enquiry.group,
        enquiry.name,
        enquiry.email,
        enquiry.body,
        enquiry.consent,
        enquiry.isProven ? 1 : 0,
        now.toISOString(),
        before(now, day),
        enquiry.isProven ? enquiry.proof : null,
        enquiry.language ?? null,
      ),
    db
      .prepare(
        `INSERT INTO mail (uid, kind, stream, address, due_at, created_at)
         SELECT uid || '-confirm', 'enquiry_confirmation', ${streamOf("'enquiry_confirmation'")}, email, ?2, ?2
         FROM enquiry
         WHERE uid = ?1
         ON CONFLICT DO NOTHING`,
      )
      .bind(enquiry.uid, now.toISOString()),
  ]
}

/** Forgets what is older than sixty days, with the visitor's address; and after two days what nobody confirmed. */
export function deleteOldEnquiries(db: D1Database, now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare('DELETE FROM enquiry WHERE asked_at < ?1 OR (asked_at < ?2 AND confirmed_at IS NULL)')
      .bind(before(now, daysKept * day), before(now, 2 * day)),
    db
      .prepare(
        `DELETE FROM mail
         WHERE kind = 'enquiry_confirmation' AND address IS NOT NULL AND state NOT IN ('pending', 'sending')
         AND created_at < ?1`,
      )
      .bind(before(now, 2 * day)),
  ]
}

/** Whether one more may wait for its confirmation. */
export const roomForEnquiry = (db: ReadDatabase, isProven: boolean, now: Date) => roomIn(db, waitingRoom, isProven, now)

// The enquiry that the mail of a link (its SHA-256) is about, while the link works
const ofLink = (hash: string, now: string) => `(
  SELECT substr(mail.uid, 1, 32)
  FROM link
  JOIN mail ON mail.id = link.mail_id
  WHERE link.hash = ${hash} AND link.revoked_at IS NULL AND link.expires_at > ${now} AND mail.kind IN (KINDS)
)`

/** The visitor says that it was them: the group hears of it, once. */
export function confirmEnquiry(db: D1Database, linkHash: string, now: Date): D1PreparedStatement[] {
  const uid = ofLink('?1', '?2').replace('KINDS', "'enquiry_confirmation'")
  return [
    db
      .prepare(`UPDATE enquiry SET confirmed_at = ?2 WHERE confirmed_at IS NULL AND uid = ${uid}`)
      .bind(linkHash, now.toISOString()),
    db
      .prepare(
        `INSERT INTO mail (uid, kind, stream, person_id, due_at, created_at)
         SELECT enquiry.uid || '-' || person.id, 'enquiry', ${streamOf("'enquiry'")}, person.id, ?2, ?2
         FROM enquiry
         JOIN local_group g ON g.id = enquiry.group_id
         JOIN referent ON referent.group_id = g.id
         JOIN person ON person.id = referent.person_id
         WHERE enquiry.uid = ${uid} AND enquiry.confirmed_at = ?2
         AND person.id IN (SELECT person.id ${reachable})
         GROUP BY person.id
         ON CONFLICT DO NOTHING`,
      )
      .bind(linkHash, now.toISOString()),
  ]
}

/** Somebody of the group says that they have answered. */
export function answerEnquiry(db: D1Database, linkHash: string, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE enquiry
       SET answered_at = ?2
       WHERE answered_at IS NULL AND uid = ${ofLink('?1', '?2').replace('KINDS', "'enquiry'")}`,
    )
    .bind(linkHash, now.toISOString())
}

/** Of which enquiry a link (SHA-256) of this kind of mail is, and how it stands; null when the link does not work. */
export type EnquiryState = { group: string; groupName: string; body: string; isConfirmed: boolean; isAnswered: boolean }

type EnquiryRow = {
  uid: string
  name: string
  body: string
  confirmed_at: string | null
  answered_at: string | null
}

export function findEnquiry(
  db: ReadDatabase,
  { hash, kind }: { hash: string; kind: 'enquiry' | 'enquiry_confirmation' },
  now: Date,
): Question<EnquiryState | null> {
  return {
    // Which enquiry is this link about?
    statement: db
      .prepare(
        `SELECT g.uid, g.name, enquiry.body, enquiry.confirmed_at, enquiry.answered_at
         FROM enquiry
         JOIN local_group g ON g.id = enquiry.group_id
         WHERE enquiry.uid = ${ofLink('?1', '?2').replace('KINDS', '?3')}`,
      )
      .bind(hash, now.toISOString(), kind),
    read: ([row]: EnquiryRow[]) =>
      row
        ? {
            group: row.uid,
            groupName: row.name,
            body: row.body,
            isConfirmed: row.confirmed_at !== null,
            isAnswered: row.answered_at !== null,
          }
        : null,
  }
}

/** SQL: the enquiry that `mail` is about, as long as it is kept. */
export const enquiryColumn = `(
    SELECT json_object('uid', g.uid, 'group', g.name, 'name', enquiry.name, 'email', enquiry.email, 'body', enquiry.body,
      'unvouched', iif(${isGroupUnvouched('g')}, json_array(g.name), json('[]')))
    FROM enquiry
    JOIN local_group g ON g.id = enquiry.group_id
    WHERE enquiry.uid = substr(mail.uid, 1, 32)
  )`

export function enquiryFrom(json: string): EnquiryContent {
  return JSON.parse(json) as EnquiryContent
}

/** How many came each month, and were marked answered; the latest first. */
export function enquiryMonths(
  db: ReadDatabase,
  limit: number,
): Question<{ month: string; enquiries: number; answered: number }[]> {
  return {
    // How many enquiries came, and were answered?
    statement: db
      .prepare('SELECT month, enquiries, answered FROM enquiry_rollup ORDER BY month DESC LIMIT ?1 + 0')
      .bind(limit),
    read: (rows: { month: string; enquiries: number; answered: number }[]) => rows,
  }
}
