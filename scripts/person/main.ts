import type { D1Database } from '@cloudflare/workers-types'
import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { erasePerson } from '#shared/actions/erase-person.ts'
import { findPersonUid } from '#shared/db/people.ts'
import { findPersonData } from '#shared/db/person-data.ts'
import { type Movement, movementOf } from '#shared/movement.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { SomeSettings } from '#shared/settings.ts'

const options = { yes: { type: 'boolean' }, remote: { type: 'boolean' } } as const

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const { values, positionals } = readArguments(args, options, words.person.usage)
  const [deed, address] = positionals
  if (positionals.length !== 2 || !address || (deed !== 'export' && deed !== 'erase'))
    throw new Stop(words.person.usage)
  const movement = movementOf(fixed)
  const work = deed === 'export' ? exported(movement.sections) : erased(movement, values.yes === true)
  console.log(await onDatabase(values.remote === true, async (db) => work(db, await uidOf(db, address))))
}

async function uidOf(db: D1Database, address: string): Promise<string> {
  const uid = await findPersonUid(db, address.trim().toLowerCase())
  if (!uid) throw new Stop(words.person.unknown)
  return uid
}

function exported(sections: Sections) {
  return async (db: D1Database, uid: string): Promise<string> => {
    const person = await findPersonData(db, sections, uid)
    return JSON.stringify(person?.data, null, 2)
  }
}

/** Says who is about to be forgotten, and does it when that was seen. */
function erased(movement: Movement, isSure: boolean) {
  return async (db: D1Database, uid: string): Promise<string> => {
    const person = await findPersonData(db, movement.sections, uid)
    const groups = person?.groups.map(({ name }) => name) ?? []
    if (!isSure) return words.person.sure(person?.data.name ?? '', groups)
    await erasePerson({ db, movement, actor: { kind: 'system' }, now: new Date() }, uid)
    return words.person.erased
  }
}
