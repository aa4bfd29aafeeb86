import { conflictOf } from '#shared/db/conflict.ts'
import { insertNews } from '#shared/db/news.ts'
import { type Change, rowsOf, valuesOf, withRows } from '#shared/domain/change.ts'
import { type Acting, commit } from './acting.ts'
import type { GroupToWrite } from './group-state.ts'
import { groupStatements, leavesNobody } from './write-record/record-statements.ts'

/** `nobody`: nobody would be left to write to in the group that they leave. `not_there`: they are no referent of it any more. `overtaken`: somebody else's write landed first. */
export type Moving = 'done' | 'nobody' | 'not_there' | 'overtaken'

/** Moves a referent (uid) from one group to another, as the same referent: with their role, and without being asked again. One trip. */
export async function moveReferent(
  acting: Acting,
  person: string,
  { from, to }: { from: GroupToWrite; to: GroupToWrite },
): Promise<Moving> {
  const { db, now } = acting
  const rows = rowsOf(from.group.record, 'referents')
  const row = rows.find(({ uid }) => uid === person)
  if (!row || from.group.invited.includes(person)) return 'not_there'
  const left = withRows(
    from.group.record,
    'referents',
    rows.filter(({ uid }) => uid !== person),
  )
  if (leavesNobody(from, left)) return 'nobody'
  const memberships = rowsOf(to.group.record, 'referents')
  const isThere = memberships.some(({ uid }) => uid === person)
  const joined = isThere ? to.group.record : withRows(to.group.record, 'referents', [...memberships, row])
  const of = { list: 'referents', row: person }
  const added: Change[] = isThere ? [] : [{ ...of, added: valuesOf(row) }]
  const writes = [
    { ...writeOf(from), record: left, changes: [{ ...of, removed: valuesOf(row) }] },
    ...(isThere ? [] : [{ ...writeOf(to), record: joined, changes: added }]),
  ]
  const news = writes.flatMap(({ group, number, record }) => {
    const told = record.referents.map(({ uid }) => ({ kind: 'news' as const, person: uid }))
    return insertNews(db, { group, since: number + 1, told }, now)
  })
  const event = { action: 'move_referent', group: to.group.uid, person } as const
  try {
    await commit(acting, [...groupStatements(acting, writes), ...news], event)
    return 'done'
  } catch (error) {
    if (conflictOf(error) === 'overtaken') return 'overtaken'
    throw error
  }
}

const writeOf = ({ group }: GroupToWrite) => ({ group: group.uid, number: group.number })
