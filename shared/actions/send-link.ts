import { insertNewLink } from '#shared/db/outbox.ts'
import { type Acting, commit } from './acting.ts'

/** Writes a person (uid) their link, at the address (lower case) that they have. Nobody else sees it. Does nothing for whom one waits already, or has had several in this hour. */
export async function sendLink(
  acting: Acting,
  { person, address }: { person: string; address: string },
): Promise<void> {
  const statements = [insertNewLink(acting.db, { address }, acting.now)]
  await commit(acting, statements, { action: 'send_link', person })
}
