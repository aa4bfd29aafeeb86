import type { GroupSort } from '#shared/domain/group-filter.ts'

export type ListOrder = { sort: GroupSort; isDescending: boolean }

/** What a list can begin with. */
export type Begins = {
  /** Something in it finds its few groups itself: a place, a rare word, an answer. */
  isNarrow: boolean
  /** It asks for groups that have been silent for long. */
  isSilent: boolean
  /** It asks for records of some age. */
  isAged: boolean
  /** It begins with these groups (SQL, of their numbers, each once). */
  within?: string
}
type Table = 'local_group' | 'group_summary' | 'group_check'

/** SQL: when a group last answered, or '' if it never did, as the index `group_summary_last_answer` has it. */
export const lastAnswer = "coalesce(group_summary.last_answer_at, '')"

/** SQL: when the section of a group was checked that was checked longest ago, or '', as the index `group_check_oldest` has it. */
export const lastCheck = "coalesce(group_check.checked_at, '')"

/** What is sorted by has an index that ends with the group's name, so that the first of a long list are read in its order. */
const orders: Readonly<Record<GroupSort, { table: Table; column: string }>> = {
  name: { table: 'local_group', column: 'g.name_key' },
  members: { table: 'local_group', column: 'g.active_members' },
  founded: { table: 'local_group', column: 'g.founded_on' },
  answered: { table: 'group_summary', column: lastAnswer },
  checked: { table: 'group_check', column: lastCheck },
}

/** SQL, to stand after ORDER BY. */
export function orderBy({ sort, isDescending }: ListOrder): string {
  const { table, column } = orders[sort]
  return `${column} ${isDescending ? 'DESC' : 'ASC'}, ${table === 'local_group' ? 'g' : table}.name_key`
}

/**
 * SQL, to stand after FROM: the groups as `g`, with the tables beside them that `sql` speaks of. Each is a row to read for every group that is looked
 * at. It begins where fewest are: a place or a rare word finds its groups itself, silence and age are stretches of an index, and a long list is
 * read in its order.
 */
export function groupsFrom({ isNarrow, isSilent, isAged, within }: Begins, sql: string, sort?: GroupSort): string {
  const sorted = sort ? orders[sort].table : isAged ? 'group_check' : 'local_group'
  const first = isNarrow || within ? 'local_group' : isSilent ? 'group_summary' : sorted
  const beside = (['group_summary', 'group_check'] as const)
    .filter((table) => table !== first && sql.includes(`${table}.`))
    .map((table) => `JOIN ${table} ON ${table}.group_id = g.id`)
  const begin =
    first === 'local_group'
      ? within
        ? `(${within}) AS began CROSS JOIN local_group g ON g.id = began.group_id`
        : 'local_group g'
      : `${first} CROSS JOIN local_group g ON g.id = ${first}.group_id`
  return [begin, ...beside].join('\n')
}
