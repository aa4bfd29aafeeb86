import { conflictOf } from '#shared/db/conflict.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import { emptyRecord, type GroupRecord } from '#shared/record/record.ts'
import { type Acting, commit } from './acting.ts'
import { groupStatements } from './write-record/record-statements.ts'

/** `name_taken`: another group of this place has this name. `there_already`: the same page was sent before. */
export type Creation = 'done' | 'name_taken' | 'there_already'

/** Makes a group of which the record's first row says who and where it is. One trip. */
export async function createGroup(
  acting: Acting,
  uid: string,
  { group }: Pick<GroupRecord, 'group'>,
): Promise<Creation> {
  const empty = emptyRecord(acting.movement.sections)
  const record = { ...empty, group }
  const write = { group: uid, number: 0, record, changes: diffRecords(empty, record) }
  try {
    await commit(acting, groupStatements(acting, [write]), { action: 'create_group', group: uid, revision: 1 })
    return 'done'
  } catch (error) {
    switch (conflictOf(error)) {
      case 'name_taken':
        return 'name_taken'
      case 'overtaken':
        return 'there_already'
      default:
        throw error
    }
  }
}
