import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { linkKey, sign } from '#shared/domain/link.ts'
import { inParts } from './parts.ts'

/** Why somebody is gone: from a group, or from all. */
export type Departure = { reason: 'left' | 'not_my_group'; group: string } | { reason: 'erased'; group: null }

/** Makes the hashes by which those who are gone are known: of a mail address, or of the number of who has none. */
export type DepartureHash = (contact: string) => Promise<string>

export async function departureHash(db: D1Database): Promise<DepartureHash> {
  // What are departures hashed with?
  const row = await db.prepare('SELECT key FROM departed_key').first<{ key: string }>()
  if (!row) throw new Error('departures have a key')
  const key = await linkKey(row.key)
  return (contact) => sign(key, `departed:${contact}`)
}

/** Keeps that whoever has these contacts is gone, so that no old sheet puts them back. Once for a contact and group. */
export function insertDepartures(
  db: D1Database,
  hashes: readonly string[],
  { reason, group }: Departure,
  day: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO departed_person (hash, group_id, reason, departed_on)
       SELECT item.value, g.id, ?2, ?4
       FROM json_each(?1) AS item
       LEFT JOIN local_group g ON g.uid = ?3
       WHERE (?3 IS NULL) = (g.id IS NULL)
       ON CONFLICT DO NOTHING`,
    )
    .bind(JSON.stringify(hashes), reason, group, day)
}

/** Forgets that whoever has these contacts was gone from a group (uid), or from all: they are back. */
export function deleteDepartures(db: D1Database, hashes: readonly string[], group: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM departed_person
       WHERE hash IN (SELECT value FROM json_each(?1))
       AND (group_id IS NULL OR group_id = (SELECT id FROM local_group WHERE uid = ?2))`,
    )
    .bind(JSON.stringify(hashes), group)
}

/** Of these contacts, those that are gone: from which groups (uids); null for all. */
export async function findDeparted(
  db: D1Database,
  contacts: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string | null>>> {
  const departed = new Map<string, Set<string | null>>()
  // Is anybody gone at all?
  const any = await db.prepare('SELECT EXISTS (SELECT 1 FROM departed_person) AS any').first<{ any: number }>()
  if (!any?.any || contacts.length === 0) return departed
  const hash = await departureHash(db)
  const byHash = new Map(await Promise.all(contacts.map(async (one) => [await hash(one), one] as const)))
  // Which of these are gone, and from where?
  const statement = db.prepare(
    `SELECT departed_person.hash, g.uid
     FROM departed_person
     LEFT JOIN local_group g ON g.id = departed_person.group_id
     WHERE departed_person.hash IN (SELECT value FROM json_each(?1))`,
  )
  for (const part of inParts([...byHash.keys()])) {
    const { results } = await statement.bind(JSON.stringify(part)).all<{ hash: string; uid: string | null }>()
    for (const { hash: found, uid } of results) {
      const contact = byHash.get(found) ?? ''
      departed.set(contact, (departed.get(contact) ?? new Set()).add(uid))
    }
  }
  return departed
}
