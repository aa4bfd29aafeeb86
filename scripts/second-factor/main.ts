import type { D1Database } from '@cloudflare/workers-types'
import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { removeSecondFactor } from '#shared/actions/second-factor.ts'
import { ask } from '#shared/db/ask.ts'
import { hasSecondFactor } from '#shared/db/second-factors.ts'
import { readMovement } from '#shared/db/settings.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'

const options = { yes: { type: 'boolean' }, remote: { type: 'boolean' } } as const

/** For whoever has the machine: the desk asks somebody else of the team, and a sole administrator has nobody to ask. */
export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const text = words.secondFactor
  const { values, positionals } = readArguments(args, { options, most: 2, usage: text.usage })
  const [action, typed] = positionals
  if (positionals.length !== 2 || action !== 'remove' || !typed) throw new Stop(text.usage)
  const email = typed.trim().toLowerCase()
  const work = async (db: D1Database) => {
    const movement = await readMovement(db, fixed)
    const name = movement.coordinators.find((one) => one.email === email)?.name
    if (name === undefined) throw new Stop(text.unknown)
    const { isSetUp } = await ask(db, { isSetUp: hasSecondFactor(db, email) })
    if (!isSetUp) throw new Stop(text.none(name))
    if (values.yes !== true) return text.sure(name)
    await removeSecondFactor({ db, movement, actor: { kind: 'system' }, now: new Date() }, email)
    return text.removed(name)
  }
  console.log(await onDatabase(values.remote === true, work))
}
