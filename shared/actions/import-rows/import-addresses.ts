import { insertPersonEvents, insertWholeEvent } from '#shared/db/events.ts'
import { inParts } from '#shared/db/parts.ts'
import { updateLanguages } from '#shared/db/people.ts'
import { insertListMembers } from '#shared/db/sheet-addresses.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { ImportContext } from './import-context.ts'

/** Who brings a sheet: the command, or a coordinator at the desk. */
export type ImportActor = Exclude<Actor, { kind: 'referent' }>

/** By its instant, and these lists, it is known again what a sheet put on them. */
const membersAdded = (members: readonly { list: string }[]) =>
  ({
    action: 'add_members',
    details: { members: members.length, lists: [...new Set(members.map(({ list }) => list))] },
  }) as const

/** Notes which languages people read, and puts addresses on lists. Each language is an act on several people, which can be taken back as such. */
export async function importAddresses(
  { db, newUid, addresses }: ImportContext,
  actor: ImportActor,
  now: Date,
): Promise<void> {
  for (const [language, people] of Map.groupBy(addresses.languages, (one) => one.language)) {
    for (const part of inParts(people)) {
      const events = part.map(({ uid, before }) => ({
        action: 'choose_language' as const,
        person: uid,
        details: { language, ...(before === null ? {} : { before }) },
      }))
      await db.batch([
        updateLanguages(db, part),
        insertPersonEvents(db, actor, events, now),
        insertWholeEvent(db, actor, { action: 'change_languages', details: { to: language, parts: part.length } }, now),
      ])
    }
  }
  const members = addresses.members.map((one) => ({ ...one, uid: newUid().replaceAll('-', '') }))
  for (const part of inParts(members))
    await db.batch([...insertListMembers(db, part, now), insertWholeEvent(db, actor, membersAdded(part), now)])
}
