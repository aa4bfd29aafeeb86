import { shrinkingAt } from '#shared/domain/shrinking.ts'

const { kept, of, lost } = shrinkingAt

/** SQL: whether a group shrank (`isShrinking`), of a row of `round_snapshot`. In the words of the index `round_snapshot_shrinking`, or SQLite would not look there. */
export const isShrinkingIn = (table: string) =>
  `${table}.members * ${of} <= ${table}.members_before * ${kept} AND ${table}.members_before - ${table}.members >= ${lost}`
