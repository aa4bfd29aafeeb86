import { conflictOf } from '#shared/db/conflict.ts'
import { deleteOwnDepartures } from '#shared/db/list-members.ts'
import { reopenAddresses } from '#shared/db/suppressions.ts'
import type { NewAddress } from '#shared/domain/memberships.ts'
import type { Merge } from '#shared/domain/merge.ts'
import type { SectionName } from '#shared/record/record.ts'
import { type Acting, commit } from '../acting.ts'
import type { GroupToWrite } from '../group-state.ts'
import { answerStatements } from '../write-record/answer-statements.ts'
import { recordStatements } from '../write-record/record-statements.ts'
import { answerKind } from './plan-section.ts'

/** `row_elsewhere`: a new row has the uid of another group's. `overtaken`: somebody else's write landed first, or somebody whom it names has just come by another group; plan again from what there is now. */
export type Update = 'done' | 'name_taken' | 'row_elsewhere' | 'overtaken'

/** Writes what a plan came to, as a revision, and takes the section as looked at. One trip. */
export async function updateSection(
  acting: Acting,
  state: GroupToWrite,
  section: SectionName,
  { record, changes }: Pick<Merge, 'record' | 'changes'>,
  addresses: readonly NewAddress[] = [],
): Promise<Update> {
  const { group } = state
  const revision = changes.length > 0 ? { revision: group.number + 1 } : {}
  try {
    await commit(
      acting,
      [
        ...reopened(acting, state, section, record),
        ...(await recordStatements(acting, state, { record, changes, addresses })),
        ...(section === 'lists' && acting.actor.kind === 'referent'
          ? [deleteOwnDepartures(acting.db, acting.actor, acting.now)]
          : []),
        ...answerStatements(acting, state, { kind: answerKind(changes), sections: [section] }),
      ],
      {
        action: 'update_section',
        group: group.uid,
        ...revision,
        details: { section, ...(addresses.length > 0 ? { addresses: addresses.length } : {}) },
      },
    )
    return 'done'
  } catch (error) {
    const conflict = conflictOf(error)
    switch (conflict) {
      case 'name_taken':
      case 'row_elsewhere':
        return conflict
      case 'overtaken':
      case 'address_taken':
        return 'overtaken'
      default:
        throw error
    }
  }
}

/** Referents that are saved with an address from which mails came back are written to again: whoever saves has seen that, and keeps it. */
function reopened({ db }: Acting, { suppressed }: GroupToWrite, section: SectionName, { referents }: Merge['record']) {
  const kept = referents.flatMap(({ email }) => (email !== null && suppressed.includes(email) ? [email] : []))
  return section === 'referents' && kept.length > 0 ? [reopenAddresses(db, kept)] : []
}
