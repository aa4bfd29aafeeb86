import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { ProgramMember } from '#shared/domain/list-program.ts'

/** A look begins: nobody has been seen yet. */
export function beginReading(db: D1Database, list: string): D1PreparedStatement[] {
  return [
    db.prepare('UPDATE list_sync SET others_so_far = 0 WHERE list = ?1').bind(list),
    db
      .prepare('DELETE FROM list_entry WHERE list = ?1 AND is_placed = 0 AND left_at IS NULL AND refused_at IS NULL')
      .bind(list),
    db
      .prepare('UPDATE list_entry SET is_there = 0, is_barred = 0 WHERE list = ?1 AND (is_there OR is_barred)')
      .bind(list),
  ]
}

/** Keeps what a page told, of addresses that somebody here has or had; the others are only counted. `next` null: it was the last. */
export function keepPage(
  db: D1Database,
  list: string,
  { members, next }: { members: readonly ProgramMember[]; next: string | null },
  now: Date,
): D1PreparedStatement[] {
  const json = JSON.stringify(members)
  const isKnown = `(
    EXISTS (SELECT 1 FROM person WHERE email = member.value ->> 'address')
    OR EXISTS (SELECT 1 FROM list_entry WHERE list = ?1 AND address = member.value ->> 'address')
  )`
  return [
    db
      .prepare(
        `UPDATE list_sync
         SET
           others_so_far = others_so_far + (
             SELECT count(*) FROM json_each(?2) AS member WHERE NOT member.value ->> 'isBarred' AND NOT ${isKnown}
           ),
           next_page = ?3,
           read_at = iif(?3 IS NULL, ?4, read_at)
         WHERE list = ?1`,
      )
      .bind(list, json, next, now.toISOString()),
    db.prepare('UPDATE list_sync SET others = others_so_far WHERE list = ?1 AND next_page IS NULL').bind(list),
    db
      .prepare(
        `INSERT INTO list_entry (list, address, is_there, is_barred)
         SELECT ?1, member.value ->> 'address', NOT member.value ->> 'isBarred', member.value ->> 'isBarred'
         FROM json_each(?2) AS member
         WHERE ${isKnown}
         ON CONFLICT (list, address) DO UPDATE
         SET is_there = excluded.is_there, is_barred = excluded.is_barred`,
      )
      .bind(list, json),
  ]
}
