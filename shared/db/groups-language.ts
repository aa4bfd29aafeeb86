/**
 * SQL: the language that most of some groups' referents read, of those who have chosen one; NULL where nobody has. `groups` selects ids of groups.
 * For whoever has chosen none: a group that reads Dutch is written to in Dutch.
 */
export const groupsLanguage = (groups: string) => `(
      SELECT other.language
      FROM referent AS membership
      JOIN person AS other ON other.id = membership.person_id
      WHERE membership.until_at IS NULL AND other.language IS NOT NULL AND membership.group_id IN (${groups})
      GROUP BY other.language
      ORDER BY count(*) DESC, other.language
      LIMIT 1
    )`
