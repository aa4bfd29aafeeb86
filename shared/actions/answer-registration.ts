import { conflictOf } from '#shared/db/conflict.ts'
import type { SessionGroup } from '#shared/db/link-sessions.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { deleteRegistration } from '#shared/db/registrations.ts'
import { acceptRegistration, refuseRegistration } from '#shared/db/team-registrations.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import { emptyRecord, type GroupRecord } from '#shared/record/record.ts'
import { type Acting, commit } from './acting.ts'
import { withKnownPeople } from './update-section/known-people.ts'
import { asksFirst } from './write-record/named-people.ts'
import { groupStatements, recordStatements } from './write-record/record-statements.ts'

/** Of a registration (uid): `by` is the address of whoever of the team answers. */
type Answering = { uid: string; by: string }
/** `name_taken`: another group of this place has this name. `answered_already`: somebody of the team was first. */
export type Acceptance = 'done' | 'name_taken' | 'answered_already'

/** Makes a group of a registration: `group` is as nobody has written to it, `record` holds what it is and its first referents, who are told as anybody whom the team adds. */
export async function acceptRegisteredGroup(
  acting: Acting,
  { uid, by }: Answering,
  { group, record }: { group: SessionGroup; record: GroupRecord },
): Promise<Acceptance> {
  const empty = emptyRecord(acting.movement.sections)
  const bare = { ...empty, group: record.group }
  const named = { ...bare, referents: record.referents }
  const referentsNow = { record: named, changes: diffRecords(bare, named) }
  const people = asksFirst(acting) ? referentsNow : await withKnownPeople(acting.db, referentsNow)
  const made = { group: group.uid, number: 0, record: bare, changes: diffRecords(empty, bare) }
  const statements = [
    ...groupStatements(acting, [made]),
    ...(await recordStatements(acting, { group: { ...group, number: 1, record: bare } }, people)),
    acceptRegistration(acting.db, { uid, by, group: group.uid }, acting.now),
  ]
  try {
    await commit(acting, statements, { action: 'accept_registration', group: group.uid, revision: 1 })
    return 'done'
  } catch (error) {
    return refusedBy(error)
  }
}

/** Answers why it does not become a group, by a mail. */
export async function refuseRegisteredGroup(
  acting: Acting,
  answering: Answering & { answer: string },
): Promise<'done' | 'answered_already'> {
  try {
    await commit(acting, refuseRegistration(acting.db, answering, acting.now), { action: 'refuse_registration' })
    return 'done'
  } catch (error) {
    const refused = refusedBy(error)
    if (refused === 'name_taken') throw error
    return refused
  }
}

/** Forgets a registration, as whoever asked for it may want. */
export async function eraseRegistration(acting: Acting, uid: string): Promise<void> {
  await commit(
    acting,
    deleteRegistration(acting.db, uid),
    { action: 'erase_registration' },
    preconditions.registrationKnown(uid),
  )
}

function refusedBy(error: unknown): Exclude<Acceptance, 'done'> {
  switch (conflictOf(error)) {
    case 'name_taken':
      return 'name_taken'
    // The same page sent twice makes the same group twice
    case 'overtaken':
    case 'answered_already':
      return 'answered_already'
    default:
      throw error
  }
}
