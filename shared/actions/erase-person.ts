import { departureHash, insertDepartures } from '#shared/db/departed-people.ts'
import { deletePerson as eraseStatements, findTraces, listMergedPeople } from '#shared/db/erasure.ts'
import { listTextsWith, updateText } from '#shared/db/free-texts.ts'
import { deleteNamings } from '#shared/db/invitations.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { joinTraces, withoutWords, wordsOf } from '#shared/domain/erased-words.ts'
import { mailboxOf } from '#shared/domain/naming.ts'
import { localTime } from '#shared/domain/zone.ts'
import { type Acting, commit } from './acting.ts'

/**
 * Forgets a person (uid), also where others wrote their name, address or number. Nobody can take it back. The event says that somebody was
 * forgotten, not who; a keyed hash of their addresses stays, so that no old sheet puts them back.
 */
export async function erasePerson(acting: Acting, person: string): Promise<void> {
  const { db, movement, now, sign } = acting
  const parts = await listMergedPeople(db, person)
  const traces = joinTraces(await Promise.all([person, ...parts].map((one) => findTraces(db, one))))
  const words = wordsOf(traces)
  const hash = await departureHash(db)
  const contacts = traces.emails.length > 0 ? traces.emails : traces.phones
  const hashes = await Promise.all(contacts.map(hash))
  const mailboxes = sign ? await Promise.all(traces.emails.map((email) => sign(`mailbox:${mailboxOf(email)}`))) : []
  const day = localTime(now, movement.timeZone).day
  const statements = [
    ...[...parts, person].flatMap((one) => eraseStatements(db, one, traces)),
    deleteNamings(db, mailboxes),
    insertDepartures(db, hashes, { reason: 'erased', group: null }, day),
  ]
  await commit(acting, statements, { action: 'erase_person' }, preconditions.personKnown(person))
  // What others wrote is looked through once the person is gone: their own rows are no more
  const texts = await listTextsWith(db, words)
  const cleaned = texts.flatMap((one) => {
    const text = withoutWords(one.text, words)
    return text === one.text ? [] : [updateText(db, one, text)]
  })
  if (cleaned.length > 0) await db.batch(cleaned)
}
