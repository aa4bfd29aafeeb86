import type { D1Database } from '@cloudflare/workers-types'
import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import type { Acting } from '#shared/actions/acting.ts'
import { erasePerson } from '#shared/actions/erase-person.ts'
import { reopenAddress } from '#shared/actions/reopen-address.ts'
import { eraseSignUps } from '#shared/actions/sign-up.ts'
import { ask } from '#shared/db/ask.ts'
import { listSignUps } from '#shared/db/list-subscribers.ts'
import { findPersonUid } from '#shared/db/people.ts'
import { findPersonData } from '#shared/db/person-data.ts'
import { personFile } from '#shared/db/person-file.ts'
import { readMovement } from '#shared/db/settings.ts'
import { comesBack } from '#shared/db/suppressions.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'

const options = { yes: { type: 'boolean' }, remote: { type: 'boolean' } } as const

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const { values, positionals } = readArguments(args, { options, most: 2, usage: words.person.usage })
  const [action, address] = positionals
  if (positionals.length !== 2 || !address || (action !== 'export' && action !== 'erase' && action !== 'reopen'))
    throw new Stop(words.person.usage)
  const work = async (db: D1Database) => {
    const movement = await readMovement(db, fixed)
    if (action === 'reopen') return reopened(db, movement, address.trim().toLowerCase())
    const email = address.trim().toLowerCase()
    const uid = await findPersonUid(db, email)
    if (!uid)
      return signedUp({ db, movement, actor: { kind: 'system' }, now: new Date() }, email, {
        action,
        isSure: values.yes === true,
      })
    return action === 'export' ? exported(db, uid) : erased(db, movement, uid, values.yes === true)
  }
  console.log(await onDatabase(values.remote === true, work))
}

/** Who is on a mailing list by its page alone: what is kept of them, or that it is forgotten. @throws Stop */
async function signedUp(
  acting: Acting,
  email: string,
  { action, isSure }: { action: 'export' | 'erase'; isSure: boolean },
): Promise<string> {
  const { signUps } = await ask(acting.db, { signUps: listSignUps(acting.db, email) })
  if (signUps.length === 0) throw new Stop(words.person.unknown)
  if (action === 'export') return JSON.stringify({ email, lists_by_page: signUps }, null, 2)
  if (!isSure) return words.person.sure(email, [])
  await eraseSignUps(acting, email)
  return words.person.erased
}

async function exported(db: D1Database, uid: string): Promise<string> {
  const pieces: string[] = []
  for await (const piece of personFile(db, uid)) pieces.push(piece)
  return pieces.join('').trimEnd()
}

/** Writes again to an address from which mails came back, because somebody of the team has heard that it works. */
async function reopened(db: D1Database, movement: Movement, address: string): Promise<string> {
  const { isSuppressed } = await ask(db, { isSuppressed: comesBack(db, address) })
  if (!isSuppressed) throw new Stop(words.person.notSuppressed)
  await reopenAddress({ db, movement, actor: { kind: 'system' }, now: new Date() }, address)
  return words.person.reopened
}

/** Says who is about to be forgotten, and does it when that was seen. */
async function erased(db: D1Database, movement: Movement, uid: string, isSure: boolean): Promise<string> {
  const person = await findPersonData(db, movement.sections, uid)
  const groups = person?.groups.map(({ name }) => name) ?? []
  if (!isSure) return words.person.sure(person?.data.name ?? '', groups)
  await erasePerson({ db, movement, actor: { kind: 'system' }, now: new Date() }, uid)
  return words.person.erased
}
