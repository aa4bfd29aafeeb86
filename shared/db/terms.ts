import { type KnownTerm, oneEditFrom, type SearchTerm, writings } from '#shared/domain/search.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** A word that more groups or people have is not worth to be begun with. */
const many = 500

/** SQL: who somebody is now. What they were written to at before they became part of another person still finds them. */
const whole = 'coalesce(person.merged_into_id, person.id)'

/** How many names begin so, and one more than `many` for more. */
function sizeOf(term: SearchTerm, parameter: string): string {
  const count = (table: string, column: string, also = '') =>
    `(SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE ${found(term, column, parameter)} ${also} LIMIT ${many + 1}))`
  // Somebody who is a referent: a search finds nobody else
  const isReferentNow = `AND EXISTS (SELECT 1 FROM referent WHERE referent.person_id = ${whole} AND referent.until_at IS NULL)`
  return term.of !== 'word'
    ? count('person', columnOf(term), isReferentNow)
    : `${count('group_search_token', 'token')} + ${count('person_search_token', 'token')}`
}

/** Where an address or a number stands. */
export const columnOf = ({ of }: SearchTerm) => (of === 'phone' ? 'phone' : 'email')

/** Whether a column has what is looked for. */
export function found(term: SearchTerm, column: string, parameter: string): string {
  // As `person_phone_end` has it
  if (term.of === 'phone') return `(substr(${column}, -8) = ${parameter} AND ${column} IS NOT NULL)`
  const others = term.of === 'word' ? writings(term).filter((text) => text !== term.text) : []
  return others.length === 0
    ? begins(column, parameter)
    : `(${begins(column, parameter)} OR ${others.map((other) => `${column} = '${other}'`).join(' OR ')})`
}

// The last code point of Unicode: after every word that begins so
function begins(column: string, parameter: string): string {
  return `${column} >= ${parameter} AND ${column} < ${parameter} || char(1114111)`
}

/** How many groups and people each word finds, as far as `many`. */
export function termSizes(db: ReadDatabase, terms: readonly SearchTerm[]): Question<number[]> {
  const sizes = terms.map((term, index) => `${sizeOf(term, `?${index + 1}`)} AS size_${index}`)
  return {
    // How common is each of these words?
    statement: db.prepare(`SELECT ${['0 AS none', ...sizes].join(', ')}`).bind(...terms.map(({ text }) => text)),
    read: ([row]: Record<string, number>[]) => terms.map((_, index) => row?.[`size_${index}`] ?? 0),
  }
}

/** Which word is that of the fewest. */
export const rarestOf = (sizes: readonly number[]): number => sizes.indexOf(Math.min(...sizes))

/** Which word to begin with: that of the fewest, where it is rare enough; else null. */
export function rarest(sizes: readonly number[]): number | null {
  const index = rarestOf(sizes)
  return (sizes[index] ?? 0) <= many ? index : null
}

/** The groups that a word finds: by themselves, or by one of their referents. */
export function groupsOfTerm(term: SearchTerm, parameter: string): string {
  const memberships = 'CROSS JOIN referent ON referent.until_at IS NULL AND referent.person_id'
  if (term.of !== 'word')
    return `SELECT referent.group_id FROM person ${memberships} = ${whole} WHERE ${found(term, `person.${columnOf(term)}`, parameter)}`
  return `SELECT group_id FROM group_search_token WHERE ${found(term, 'token', parameter)}
      UNION ALL
      SELECT referent.group_id
      FROM person_search_token
      CROSS JOIN person ON person.id = person_search_token.person_id
      ${memberships} = ${whole}
      WHERE ${found(term, 'token', parameter)}`
}

/** Whether a word finds the group `g`. */
export function hasTerm(term: SearchTerm, parameter: string): string {
  const isFound =
    term.of !== 'word'
      ? found(term, `person.${columnOf(term)}`, parameter)
      : `EXISTS (SELECT 1 FROM person_search_token WHERE person_id = person.id AND ${found(term, 'token', parameter)})`
  const byReferent = `EXISTS (
      SELECT 1
      FROM referent
      CROSS JOIN person ON (person.id = referent.person_id OR person.merged_into_id = referent.person_id)
      WHERE referent.group_id = g.id AND referent.until_at IS NULL AND ${isFound}
    )`
  if (term.of !== 'word') return byReferent
  return `(EXISTS (SELECT 1 FROM group_search_token WHERE group_id = g.id AND ${found(term, 'token', parameter)}) OR ${byReferent})`
}

/** How many words that begin alike are compared, where no word is one slip away. */
const compared = 2000

/** Words that somebody may have meant: those one slip away, and those that begin with the same two letters. */
export function knownTerms(db: ReadDatabase, { text }: SearchTerm): Question<KnownTerm[]> {
  const wordsOf = (table: string, name: string) => `
    SELECT token AS term, ${name} AS name
    FROM (
      SELECT ${table}.*
      FROM json_each(?1)
      CROSS JOIN ${table} ON token = value
      GROUP BY token
      UNION
      SELECT *
      FROM (SELECT * FROM ${table} WHERE ${begins('token', '?2')} GROUP BY token LIMIT ${compared})
    ) AS known`
  const groupName = `(SELECT coalesce(town || ' ', '') || name FROM local_group WHERE id = known.group_id)`
  // Somebody who is a referent: a search finds nobody else
  const personName = `(
    SELECT person.name
    FROM person_search_token AS same
    JOIN referent ON referent.person_id = same.person_id AND referent.until_at IS NULL
    JOIN person ON person.id = same.person_id
    WHERE same.token = known.token
    LIMIT 1
  )`
  return {
    // Which words are much like this one, and how are they written?
    statement: db
      .prepare(`${wordsOf('group_search_token', groupName)} UNION ALL ${wordsOf('person_search_token', personName)}`)
      .bind(JSON.stringify(oneEditFrom(text)), text.slice(0, 2)),
    read: (rows: (Omit<KnownTerm, 'name'> & { name: string | null })[]) =>
      rows.filter((row): row is KnownTerm => row.name !== null),
  }
}
