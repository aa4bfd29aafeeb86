import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { erasedMark, type SoughtWords } from '#shared/domain/erased-words.ts'
import { fieldNames, isNeeded } from '#shared/record/field.ts'
import { type Section, tableOf } from '#shared/record/section.ts'
import { ourSections } from '#shared/record/sections.ts'
import { composed } from '#shared/text/normal-form.ts'

/** Of our sections, those whose rows are a table of their own. */
const rowSections = ourSections.filter(({ store }) => store.kind === 'rows' || store.kind === 'parts')

/** What people type in words of their own. */
function typedTexts({ fields }: Pick<Section, 'fields'>): string[] {
  return fieldNames(fields).filter((name) => isTyped(fields[name]?.control.kind))
}

const isTyped = (kind?: string) => ['text', 'long_text', 'url', 'email', 'tel'].includes(kind ?? '')

/** Columns in which somebody's words stand, and where others may be named: of the rows of our sections, what is typed there. */
export const freeTexts: Readonly<Record<string, readonly string[]>> = {
  local_group: ['website', 'networks', 'public_email', 'note', 'own'],
  referent: ['role', 'own'],
  invitation: ['role', 'own'],
  ...Object.fromEntries(rowSections.map((section) => [tableOf(section), [...typedTexts(section), 'own']])),
  section_row: ['own'],
  note: ['body', 'answer'],
  revision: ['changes'],
  mail: ['server_reply'],
  suppression: ['explanation'],
  enquiry: ['body'],
  registration: ['body', 'answer', 'phone'],
  announcement: ['words'],
  poll: ['words'],
  poll_answer: ['value'],
  team_note: ['body'],
  published_group: ['shown'],
  published_event: ['title'],
}

/** Those that are never empty: the mark of an erasure is all that is left where a name was all of it. */
const required = new Set([
  ...rowSections.flatMap(({ fields, ...section }) =>
    typedTexts({ fields }).flatMap((name) => {
      const field = fields[name]
      return field && isNeeded(field) ? [`${tableOf(section)}.${name}`] : []
    }),
  ),
  ...['note.body', 'enquiry.body', 'poll_answer.value', 'team_note.body'],
  'published_event.title',
])

export const isRequired = ({ table, column }: Pick<FreeText, 'table' | 'column'>) => required.has(`${table}.${column}`)

/** A text in which somebody may be named, and where it stands. */
export type FreeText = { table: string; column: string; key: string | number; text: string }

/** SQL: a text without what parts the digits of a number. */
const squeezed = (column: string) =>
  [' ', '.', '-', '/', '(', ')', '\u00a0', '\u202f', '\u2011', '\u2013', '\t'].reduce(
    (text, sign) => `replace(${text}, char(${sign.charCodeAt(0)}), '')`,
    column,
  )

/** The texts that may hold some of these words, in whatever writing. It reads every text there is: it is asked when somebody is erased. */
export async function listTextsWith(db: D1Database, words: SoughtWords): Promise<FreeText[]> {
  const like = JSON.stringify(words.names.map((name) => name.map(alike)))
  const within = JSON.stringify([...words.emails.map((email) => [email]), ...words.names.flatMap(pieces)])
  const numbers = JSON.stringify(words.numbers.map(({ digits }) => digits))
  const places = Object.entries(freeTexts).flatMap(([table, columns]) => columns.map((column) => ({ table, column })))
  const results = await db.batch<Omit<FreeText, 'table' | 'column'>>(
    places.map(({ table, column }) =>
      // Where is somebody named who is erased?
      db
        .prepare(
          `SELECT ${keyOf(table)} AS "key", ${column} AS text
           FROM ${table}
           WHERE ${column} IS NOT NULL
           AND (
             EXISTS (
               SELECT 1
               FROM json_each(?1) AS name
               WHERE NOT EXISTS (SELECT 1 FROM json_each(name.value) AS word WHERE ${column} NOT LIKE word.value)
             )
             OR EXISTS (
               SELECT 1
               FROM json_each(?2) AS sought
               WHERE NOT EXISTS (
                 SELECT 1
                 FROM json_each(sought.value) AS piece
                 WHERE instr(lower(${column}), piece.value) = 0
               )
             )
             OR EXISTS (SELECT 1 FROM json_each(?3) AS number WHERE instr(${squeezed(column)}, number.value) > 0)
           )`,
        )
        .bind(like, within, numbers),
    ),
  )
  return places.flatMap((place, index) => (results[index]?.results ?? []).map((row) => ({ ...place, ...row })))
}

/** D1 takes patterns of 50 bytes. */
const longest = 40

/** A word as SQL's LIKE finds it with or without accents: each letter that may have one, or is none of ASCII, is any letter. */
function alike(word: string): string {
  const pattern = composed(word)
    .slice(0, longest)
    .replace(/[^bdfghjklmpqrtvwx]/gi, '_')
  return /[a-z]/i.test(pattern) ? `%${pattern}%` : `%${word.slice(0, longest / 4)}%`
}

/** What a name has of ASCII, in parts, as where its accents are signs of their own; of other scripts, the name in both cases. */
function pieces(name: readonly string[]): string[][] {
  const plain = name.flatMap((word) => word.toLowerCase().match(/[a-z]{2,}/g) ?? [])
  const others = name.filter((word) => !/[a-z]{2}/i.test(word))
  if (others.length === 0) return [plain]
  return [others, others.map((word) => word.toLowerCase()), others.map((word) => word.toUpperCase())].map((words) => [
    ...plain,
    ...words,
  ])
}

const keys: Readonly<Record<string, string>> = {
  suppression: 'address',
  published_group: 'group_id',
  published_event: 'uid',
  participation: "group_id || ':' || campaign_id",
  poll: 'round_key',
}
const keyOf = (table: string) => keys[table] ?? 'id'

/** Writes a text anew; one of which nothing is left is gone, where it may be. */
export function updateText(db: D1Database, free: FreeText, text: string): D1PreparedStatement {
  const { table, column, key } = free
  const left = text === erasedMark && !isRequired(free) ? null : text
  return db.prepare(`UPDATE ${table} SET ${column} = ?2 WHERE ${keyOf(table)} = ?1`).bind(key, left)
}
