import { type Wishes, writeConsents } from '#shared/db/consents.ts'
import { type Acting, commit } from './acting.ts'

/** Makes public of a person (uid) what they wish, each with the sentence that they read, and nothing else. */
export async function setConsents(acting: Acting, person: string, wishes: Wishes): Promise<void> {
  const statements = writeConsents(acting.db, person, wishes, acting.now)
  await commit(acting, statements, { action: 'set_consents', details: { fields: Object.keys(wishes) } })
}
