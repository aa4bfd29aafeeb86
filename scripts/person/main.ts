import type { D1Database } from '@cloudflare/workers-types'
import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { erasePerson } from '#shared/actions/erase-person.ts'
import { reopenAddress } from '#shared/actions/reopen-address.ts'
import { ask } from '#shared/db/ask.ts'
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
  const [deed, address] = positionals
  if (positionals.length !== 2 || !address || (deed !== 'export' && deed !== 'erase' && deed !== 'reopen'))
    throw new Stop(words.person.usage)
  const work = async (db: D1Database) => {
    const movement = await readMovement(db, fixed)
    if (deed === 'reopen') return reopened(db, movement, address.trim().toLowerCase())
    const uid = await uidOf(db, address)
    return deed === 'export' ? exported(db, uid) : erased(db, movement, uid, values.yes === true)
  }
  console.log(await onDatabase(values.remote === true, work))
}

async function uidOf(db: D1Database, address: string): Promise<string> {
  const uid = await findPersonUid(db, address.trim().toLowerCase())
  if (!uid) throw new Stop(words.person.unknown)
  return uid
}

async function exported(db: D1Database, uid: string): Promise<string> {
  const pieces: string[] = []
  for await (const piece of personFile(db, uid)) pieces.push(piece)
  return pieces.join('').trimEnd()
}

/** Writes again to an address from which mails came back, because somebody of the team has heard that it works. */
async function reopened(db: D1Database, movement: Movement, address: string): Promise<string> {
  const { isShut } = await ask(db, { isShut: comesBack(db, address) })
  if (!isShut) throw new Stop(words.person.notShut)
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
