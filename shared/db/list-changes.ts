import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Question } from './ask.ts'
import { onList } from './list-members.ts'
import type { ReadDatabase } from './read-only.ts'

/** What is to be done of one address. `join`: is on the list here, and not there; `left`: left there; `take_off`: is on the list here no more. */
export type ListChange = {
  action: 'join' | 'left' | 'take_off'
  address: string
  name: string
  /** They left it there once, and have joined again here. */
  isAgain: boolean
}

// SQL: who is on the list `?1` here (`?2` is NULL: of all regions)
const ours = `SELECT email AS address, name, since_at FROM (${onList})`

// SQL: each address of which something is to be done. What was refused since `?3` is left alone
const changes = `
  WITH ours AS (${ours}),
  entry AS (
    SELECT address, is_placed, is_there, is_barred, left_at, refused_at
    FROM list_entry
    WHERE list = ?1
  ),
  change AS (
    SELECT
      CASE
        WHEN coalesce(entry.is_barred, 0) AND NOT coalesce(entry.left_at < ours.since_at, 0) THEN 'left'
        WHEN coalesce(entry.is_placed, 0) AND NOT entry.is_there THEN 'left'
        ELSE 'join'
      END AS action,
      ours.address, ours.name, coalesce(entry.left_at < ours.since_at, 0) AS is_again
    FROM ours
    LEFT JOIN entry ON entry.address = ours.address
    WHERE NOT coalesce(entry.is_there, 0)
    AND NOT coalesce(entry.refused_at > ?3, 0)
    UNION ALL
    SELECT 'take_off', entry.address, '', 0
    FROM entry
    WHERE entry.is_placed AND entry.is_there AND NOT coalesce(entry.refused_at > ?3, 0)
    AND entry.address NOT IN (SELECT address FROM ours)
  )`

/** A day after a refusal an address is tried again. */
const refusedSince = (now: Date) => new Date(now.getTime() - 86_400_000).toISOString()

/** The next of them. Whoever left comes first, so that nobody is put back. */
export function nextChanges(db: ReadDatabase, list: string, most: number, now: Date): Question<ListChange[]> {
  return {
    // What is to be changed, here or there?
    statement: db
      .prepare(
        `${changes}
         SELECT action, address, name, is_again
         FROM change
         ORDER BY action = 'left' DESC, action = 'take_off' DESC, address
         LIMIT ?4 + 0`,
      )
      .bind(list, null, refusedSince(now), most),
    read: (rows: { action: ListChange['action']; address: string; name: string; is_again: number }[]) =>
      rows.map(({ is_again, ...row }) => ({ ...row, isAgain: is_again === 1 })),
  }
}

/** The first of each action, by name, for who wants to see before anything changes. */
export function firstListChanges(
  db: ReadDatabase,
  list: string,
  most: number,
  now: Date,
): Question<Pick<ListChange, 'action' | 'address' | 'name'>[]> {
  return {
    // Whom would this change?
    statement: db
      .prepare(
        `${changes}
         SELECT action, address, name
         FROM (
           SELECT action, address, name, row_number() OVER (PARTITION BY action ORDER BY name, address) AS place
           FROM change
         )
         WHERE place <= ?4
         ORDER BY action, place`,
      )
      .bind(list, null, refusedSince(now), most),
    read: (rows: Pick<ListChange, 'action' | 'address' | 'name'>[]) => rows,
  }
}

/** What a look comes to: how many of each action, how many are there already, how many were refused. */
export type SyncFigures = {
  joins: number
  leaves: number
  takenOff: number
  there: number
  refused: number
  placed: number
  stay: number
  placedHere: number
}

export function countChanges(db: ReadDatabase, list: string, now: Date): Question<SyncFigures> {
  return {
    // How much would change, and how much would stay as it is?
    statement: db
      .prepare(
        `${changes}
         SELECT
           (SELECT count(*) FROM change WHERE action = 'join') AS joins,
           (SELECT count(*) FROM change WHERE action = 'left') AS leaves,
           (SELECT count(*) FROM change WHERE action = 'take_off') AS takenOff,
           (SELECT count(*) FROM entry JOIN ours USING (address) WHERE entry.is_there) AS there,
           (SELECT count(*) FROM entry WHERE refused_at > ?3) AS refused,
           (SELECT count(*) FROM entry WHERE is_placed) AS placed,
           (SELECT count(*) FROM entry JOIN ours USING (address) WHERE entry.is_placed) AS placedHere,
           (SELECT count(*) FROM entry JOIN ours USING (address) WHERE entry.is_placed AND entry.is_there) AS stay`,
      )
      .bind(list, null, refusedSince(now)),
    read: ([row]: SyncFigures[]) =>
      row ?? { joins: 0, leaves: 0, takenOff: 0, there: 0, refused: 0, placed: 0, stay: 0, placedHere: 0 },
  }
}

/** Who is there already is as if put there by us; who is neither here nor there is forgotten. */
export function adoptEntries(db: D1Database, list: string): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE list_entry SET is_placed = 1
         WHERE list = ?1 AND is_there AND NOT is_placed AND address IN (SELECT address FROM (${ours}))`,
      )
      .bind(list, null),
    db
      .prepare(
        `DELETE FROM list_entry
         WHERE list = ?1 AND NOT is_there AND is_placed AND address NOT IN (SELECT address FROM (${ours}))`,
      )
      .bind(list, null),
  ]
}

/** What became of an address there. */
export function keepEntry(
  db: D1Database,
  list: string,
  address: string,
  end: 'there' | 'gone' | 'left' | 'refused',
  now: Date,
): D1PreparedStatement {
  const at = now.toISOString()
  if (end === 'gone')
    return db
      .prepare('UPDATE list_entry SET is_placed = 0, is_there = 0, refused_at = NULL WHERE list = ?1 AND address = ?2')
      .bind(list, address)
  const [isThere, leftAt, refusedAt] = [
    end === 'there' ? 1 : 0,
    end === 'left' ? at : null,
    end === 'refused' ? at : null,
  ]
  return db
    .prepare(
      `INSERT INTO list_entry (list, address, is_placed, is_there, left_at, refused_at)
       VALUES (?1, ?2, ?3, ?3, ?4, ?5)
       ON CONFLICT (list, address) DO UPDATE
       SET
         is_placed = iif(?5 IS NULL, excluded.is_placed, is_placed), is_there = iif(?5 IS NULL, excluded.is_there, is_there),
         is_barred = iif(?3, 0, is_barred), left_at = iif(?5 IS NULL, excluded.left_at, left_at), refused_at = excluded.refused_at`,
    )
    .bind(list, address, isThere, leftAt, refusedAt)
}

/** An erased address that is on no list there leaves no trace; one that is there is forgotten as soon as it has been taken off. */
export function forgetEntries(db: D1Database, addresses: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM list_entry
       WHERE address IN (SELECT value FROM json_each(?1))
       AND (NOT is_placed OR list IN (SELECT list FROM list_sync WHERE begun_at IS NULL))`,
    )
    .bind(addresses)
}
