import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/** Columns in which somebody's words stand, and where others may be named. A test walks every table. */
const freeTexts: Readonly<Record<string, readonly string[]>> = {
  local_group: ['website', 'networks', 'public_email', 'note', 'own'],
  referent: ['role', 'own'],
  invitation: ['role', 'own'],
  training: ['theme', 'own'],
  activity: ['title', 'own'],
  section_row: ['own'],
  note: ['body', 'answer'],
  revision: ['changes'],
  mail: ['server_reply'],
  suppression: ['explanation'],
  announcement: ['words'],
  poll_answer: ['value'],
  team_note: ['body'],
  published_group: ['shown'],
}

/** A text in which somebody is named, and where it stands. */
export type FreeText = { table: string; column: string; key: string | number; text: string }

/** The texts that hold one of these words, in any case. It reads every text there is: it is asked when somebody is erased. */
export async function listTextsWith(db: D1Database, words: readonly string[]): Promise<FreeText[]> {
  if (words.length === 0) return []
  const json = JSON.stringify(words)
  const places = Object.entries(freeTexts).flatMap(([table, columns]) => columns.map((column) => ({ table, column })))
  const results = await db.batch<Omit<FreeText, 'table' | 'column'>>(
    places.map(({ table, column }) =>
      // Where is somebody named who is erased?
      db
        .prepare(
          `SELECT ${keyOf(table)} AS "key", ${column} AS text
           FROM ${table}
           WHERE EXISTS (
             SELECT 1
             FROM json_each(?1) AS word
             WHERE instr(${column}, word.value) > 0 OR instr(lower(${column}), lower(word.value)) > 0
           )`,
        )
        .bind(json),
    ),
  )
  return places.flatMap((place, index) => (results[index]?.results ?? []).map((row) => ({ ...place, ...row })))
}

const keyOf = (table: string) => (table === 'suppression' ? 'address' : table === 'published_group' ? 'group_id' : 'id')

/** Writes a text anew; an address that is all of it is gone. */
export function updateText(db: D1Database, { table, column, key }: FreeText, text: string | null): D1PreparedStatement {
  return db.prepare(`UPDATE ${table} SET ${column} = ?2 WHERE ${keyOf(table)} = ?1`).bind(key, text)
}
