import type { SearchTerm } from '#shared/domain/search.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'
import { columnOf, found } from './terms.ts'

/** Somebody whom a search found; without a group they have left them all. */
export type FoundPerson = {
  uid: string
  name: string
  email: string | null
  phone: string | null
  groups: { uid: string; name: string }[]
}

/** Whether a name of the person, by whom or by whose group they are known, has this. */
function isTheirs(term: SearchTerm, parameter: string): string {
  if (term.of !== 'word') return found(term, `person.${columnOf(term)}`, parameter)
  return `EXISTS (SELECT 1 FROM person_search_token WHERE person_id = person.id AND ${found(term, 'token', parameter)})`
}

const isOfTheirGroup = (term: SearchTerm, parameter: string) => `EXISTS (
    SELECT 1
    FROM referent
    CROSS JOIN group_search_token ON group_search_token.group_id = referent.group_id
    WHERE referent.person_id = coalesce(person.merged_into_id, person.id) AND referent.until_at IS NULL
    AND ${found(term, 'token', parameter)}
  )`

/** The people that a word is about: their own, or those of the groups that have it. */
function peopleOf(term: SearchTerm, parameter: string, isAlone: boolean): string {
  if (term.of !== 'word') return `SELECT id FROM person WHERE ${found(term, columnOf(term), parameter)}`
  const own = `SELECT person_id AS id FROM person_search_token WHERE ${found(term, 'token', parameter)}`
  if (isAlone) return own
  return `${own}
      UNION ALL
      SELECT holder.id
      FROM group_search_token
      CROSS JOIN referent ON referent.group_id = group_search_token.group_id AND referent.until_at IS NULL
      CROSS JOIN person AS holder ON (holder.id = referent.person_id OR holder.merged_into_id = referent.person_id)
      WHERE ${found(term, 'token', parameter)}`
}

/**
 * People who hold or were referents, found by their names, addresses or numbers, and by their groups' where one word at least is their own. `begin`: which word
 * to begin with, that of the fewest.
 */
export function findPeople(
  db: ReadDatabase,
  terms: readonly SearchTerm[],
  begin: number,
  limit: number,
): Question<FoundPerson[]> {
  type Columns = { uid: string; name: string; email: string | null; phone: string | null; groups: string }
  const first = terms[begin]
  const all = terms.map((term, index) => [isTheirs(term, `?${index + 2}`), term, `?${index + 2}`] as const)
  const own = all.map(([theirs]) => theirs).join(' OR ')
  const each = all.map(([theirs, term, parameter]) =>
    term.of === 'word' ? `(${theirs} OR ${isOfTheirGroup(term, parameter)})` : theirs,
  )
  return {
    // Who is called so, has this address, or this number?
    statement: db
      .prepare(
        `SELECT whole.uid, whole.name, whole.email, whole.phone, (
           SELECT json_group_array(json_array(g.uid, g.name) ORDER BY g.name_key)
           FROM referent
           JOIN local_group g ON g.id = referent.group_id
           WHERE referent.person_id = whole.id AND referent.until_at IS NULL
         ) AS groups
         FROM (
           SELECT DISTINCT coalesce(person.merged_into_id, person.id) AS id
           FROM (${first ? peopleOf(first, `?${begin + 2}`, terms.length === 1) : 'SELECT NULL AS id WHERE FALSE'}) AS begun
           CROSS JOIN person ON person.id = begun.id
           WHERE (${own || 'FALSE'})
           ${each.map((condition) => `AND ${condition}`).join('\n')}
           AND EXISTS (
             SELECT 1
             FROM referent
             CROSS JOIN local_group g ON g.id = referent.group_id
             WHERE referent.person_id = coalesce(person.merged_into_id, person.id)
           )
           LIMIT ?1 + 0
         ) AS found
         JOIN person AS whole ON whole.id = found.id
         ORDER BY whole.name_key, whole.id`,
      )
      .bind(limit, ...terms.map(({ text }) => text)),
    read: (rows: Columns[]) =>
      rows.map(({ groups, ...row }) => ({
        ...row,
        groups: (JSON.parse(groups) as [string, string][]).map(([uid, name]) => ({ uid, name })),
      })),
  }
}

/** A group whose own words a search found, closed or not. */
export type FoundGroup = { uid: string; name: string; town: string | null; state: GroupState }

/** Groups whose name, town or postal code have all these words. `begin`: which to begin with, that of the fewest. */
export function findNamedGroups(
  db: ReadDatabase,
  terms: readonly SearchTerm[],
  begin: number,
  limit: number,
): Question<FoundGroup[]> {
  const isWords = terms.length > 0 && terms.every(({ of }) => of === 'word')
  const first = terms[begin]
  const others = terms.flatMap((term, index) =>
    index === begin
      ? []
      : `AND EXISTS (SELECT 1 FROM group_search_token WHERE group_id = g.id AND ${found(term, 'token', `?${index + 2}`)})`,
  )
  return {
    // Which groups are called so, or are there?
    statement: db
      .prepare(
        `SELECT g.uid, g.name, g.town, g.state
         FROM (
           SELECT DISTINCT g.id
           FROM group_search_token AS begun
           CROSS JOIN local_group g ON g.id = begun.group_id
           WHERE ${first && isWords ? found(first, 'begun.token', `?${begin + 2}`) : 'FALSE'}
           AND g.merged_into_id IS NULL
           ${isWords ? others.join('\n') : ''}
           LIMIT ?1 + 0
         ) AS named
         JOIN local_group g ON g.id = named.id
         ORDER BY g.name_key`,
      )
      .bind(limit, ...(isWords ? terms.map(({ text }) => text) : [])),
    read: (rows: FoundGroup[]) => rows,
  }
}
