import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { type Wishes, writeConsents } from '#shared/db/consents.ts'
import { insertEvent } from '#shared/db/events.ts'
import type { ActionEvent } from '#shared/domain/event.ts'
import { type Acting, commit } from './acting.ts'

/** `asked`: the fields that they were asked about; of others nothing changes. */
type Choice = { wishes: Wishes; asked: readonly string[] }

/** Makes public of a person (uid) what they wish of what they were asked, each with the sentence that they read. */
export async function setConsents(acting: Acting, person: string, { wishes, asked }: Choice): Promise<void> {
  const statements = writeConsents(acting.db, person, wishes, acting.now, asked)
  await commit(acting, statements, eventOf(wishes))
}

/** The same with its event, for whoever says it while they say something else. */
export function consentStatements(
  { db, actor, now }: Pick<Acting, 'db' | 'actor' | 'now'>,
  person: string,
  { wishes, asked }: Choice,
): D1PreparedStatement[] {
  return [...writeConsents(db, person, wishes, now, asked), insertEvent(db, actor, eventOf(wishes), now)]
}

const eventOf = (wishes: Wishes): ActionEvent => ({
  action: 'set_consents',
  details: { fields: Object.keys(wishes) },
})
