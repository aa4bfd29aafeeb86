import { erasePerson as eraseStatements } from '#shared/db/person-data.ts'
import { type Acting, commit } from './acting.ts'

/** Forgets a person (uid). Nobody can take it back. The event says that somebody was forgotten, not who. */
export async function erasePerson(acting: Acting, person: string): Promise<void> {
  await commit(acting, eraseStatements(acting.db, person), { action: 'erase_person' })
}
