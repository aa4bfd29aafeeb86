import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { RegistrationContent } from '#shared/domain/mail-content.ts'
import { fold } from '#shared/record/fold.ts'
import type { Question } from './ask.ts'
import { streamOf } from './mail-streams.ts'
import type { ReadDatabase } from './read-only.ts'
import { hasMailbox, hasRoom, roomIn, type WaitingRoom } from './waiting-room.ts'

const waitingRoom: WaitingRoom = { table: 'registration', unproven: 10, proven: 100 }
const day = 86_400_000
/** A confirmation can be given for a week. */
const daysUnconfirmed = 8
const daysAnswered = 60

const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()

/** What somebody says of a new group and of themselves, as they typed it; `region` of its town, null when that is not known. */
export type RegisteredGroup = {
  groupName: string
  town: string
  postcode: string | null
  /** Null in a movement of one. */
  country: string | null
  region: string | null
  name: string
  email: string
  phone: string | null
  body: string | null
}

export type NewRegistration = RegisteredGroup & {
  /** 32 hexadecimal digits. */
  uid: string
  language: string
  consent: string
  isProven: boolean
  /** What the proof of the browser is counted by, where it has one: it is good for one. */
  proof: string | null
}

/**
 * Keeps a registration and asks whether the address is theirs, by a mail. Nothing is written when too many wait already; nor, in silence, for an
 * address that has registered a group in the last day: it gets one such mail a day.
 */
export function insertRegistration(db: D1Database, given: NewRegistration, now: Date): D1PreparedStatement[] {
  const { groupName, isProven, proof, ...columns } = given
  const row = {
    ...columns,
    group_name: groupName,
    name_key: fold(groupName),
    town_key: fold(given.town),
    is_proven: isProven ? 1 : 0,
  }
  return [
    db
      .prepare(
        `INSERT INTO registration (
           uid, group_name, name_key, town, town_key, postcode, country, region, name, email, phone, body, language, consent, is_proven, asked_at
         )
         SELECT
           item.value ->> 'uid', item.value ->> 'group_name', item.value ->> 'name_key', item.value ->> 'town', item.value ->> 'town_key',
           item.value ->> 'postcode', item.value ->> 'country', item.value ->> 'region', item.value ->> 'name', item.value ->> 'email',
           item.value ->> 'phone', item.value ->> 'body', item.value ->> 'language', item.value ->> 'consent', item.value ->> 'is_proven', ?2
         FROM (SELECT ?1 AS value) AS item
         WHERE NOT EXISTS (SELECT 1 FROM registration WHERE email = item.value ->> 'email' AND asked_at > ?3)
         AND ${hasRoom(waitingRoom, '?4', '?3')}
         AND ${hasMailbox(waitingRoom, "(item.value ->> 'email')", '?3')}
         -- Two that came at once, by one proof
         AND NOT EXISTS (SELECT 1 FROM submission_count WHERE client = ?5 AND submissions > 1)`,
      )
      .bind(JSON.stringify(row), now.toISOString(), before(now, day), row.is_proven, isProven ? proof : null),
    db
      .prepare(
        `INSERT INTO mail (uid, kind, stream, address, due_at, created_at)
         SELECT uid || '-confirm', 'registration_confirmation', ${streamOf("'registration_confirmation'")}, email, ?2, ?2
         FROM registration
         WHERE uid = ?1
         ON CONFLICT DO NOTHING`,
      )
      .bind(given.uid, now.toISOString()),
  ]
}

/** Whether one more may wait for its confirmation. */
export const roomForRegistration = (db: ReadDatabase, isProven: boolean, now: Date) =>
  roomIn(db, waitingRoom, isProven, now)

// The registration that the mail of a link (its SHA-256) asks to confirm, while the link works
const ofLink = (hash: string, now: string) => `(
  SELECT substr(mail.uid, 1, 32)
  FROM link
  JOIN mail ON mail.id = link.mail_id
  WHERE link.hash = ${hash} AND link.revoked_at IS NULL AND link.expires_at > ${now} AND mail.kind = 'registration_confirmation'
)`

/** Whoever registered a group says that it was them: the team hears of it. */
export function confirmRegistration(db: D1Database, linkHash: string, now: Date): D1PreparedStatement {
  return db
    .prepare(`UPDATE registration SET confirmed_at = ?2 WHERE confirmed_at IS NULL AND uid = ${ofLink('?1', '?2')}`)
    .bind(linkHash, now.toISOString())
}

/** The registration of a link (SHA-256), and whether it is confirmed; null when the link does not work. */
export type RegistrationState = { groupName: string; town: string; isConfirmed: boolean }

export function findRegistrationOf(db: ReadDatabase, linkHash: string, now: Date): Question<RegistrationState | null> {
  return {
    // Which registration is this link about?
    statement: db
      .prepare(`SELECT group_name, town, confirmed_at FROM registration WHERE uid = ${ofLink('?1', '?2')}`)
      .bind(linkHash, now.toISOString()),
    read: ([row]: { group_name: string; town: string; confirmed_at: string | null }[]) =>
      row ? { groupName: row.group_name, town: row.town, isConfirmed: row.confirmed_at !== null } : null,
  }
}

/** Forgets one (uid), and what was written about it. */
export function deleteRegistration(db: D1Database, uid: string): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM mail WHERE uid IN (?1 || '-confirm', ?1 || '-answer')`).bind(uid),
    db.prepare('DELETE FROM registration WHERE uid = ?1').bind(uid),
  ]
}

/** Forgets what was answered sixty days ago, and what nobody confirmed, with the addresses that were written to. */
export function deleteOldRegistrations(db: D1Database, now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare('DELETE FROM registration WHERE answered_at < ?1 OR (confirmed_at IS NULL AND asked_at < ?2)')
      .bind(before(now, daysAnswered * day), before(now, daysUnconfirmed * day)),
    db.prepare(
      `DELETE FROM mail
       -- Those to an address are few, and have an index
       WHERE address > '' AND kind IN ('registration_confirmation', 'registration_answer')
       AND state NOT IN ('pending', 'sending')
       AND NOT EXISTS (SELECT 1 FROM registration WHERE registration.uid = substr(mail.uid, 1, 32))`,
    ),
  ]
}

/** SQL: the registration that `mail` is about, as long as it is kept. */
export const registrationColumn = `(
    SELECT json_object('group', group_name, 'town', town, 'answer', answer)
    FROM registration
    WHERE registration.uid = substr(mail.uid, 1, 32)
  )`

export function registrationContentFrom(json: string): RegistrationContent {
  return JSON.parse(json) as RegistrationContent
}
